import { type Key, keys } from '../../domain/flow.ts'

export const eventOf = (key: Key): number => keys.indexOf(key)

/** Row and column tones in Hz (ITU-T Q.23). */
export const rowTones = [697, 770, 852, 941] as const
export const columnTones = [1209, 1336, 1477, 1633] as const
export const keypad = ['123A', '456B', '789C', '*0#D'] as const

/** The pair of tones that sounds when a key is pressed. */
export function tonesOf(key: Key): readonly [row: number, column: number] {
  const row = keypad.findIndex(line => line.includes(key))
  const column = (keypad[row] as string).indexOf(key)
  return [rowTones[row] as number, columnTones[column] as number]
}
