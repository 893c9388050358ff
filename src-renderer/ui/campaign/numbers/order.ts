import type { NumberValue } from '../form/values.ts'

type Id = NumberValue['id']

export const isShown = (own: NumberValue | undefined) => own?.enabled === true

/** The campaign's own numbers in their order, then the others as they come. */
export function offered<Row extends { readonly id: Id }>(
  all: readonly Row[],
  own: readonly NumberValue[],
): readonly Row[] {
  const place = (id: Id) => {
    const index = own.findIndex(number => number.id === id)
    return index < 0 ? own.length : index
  }
  return all.toSorted((a, b) => place(a.id) - place(b.id))
}

/**
 * A number on or off. Where the list may change, off takes it out; where only switching is allowed, it keeps its place
 * and is switched.
 */
export function turned(own: readonly NumberValue[], id: Id, on: boolean, mayList: boolean): NumberValue[] {
  const known = own.some(number => number.id === id)
  if (on && !known) return [...own, { id, weight: 1, enabled: true }]
  if (!on && mayList) return own.filter(number => number.id !== id)
  return own.map(number => (number.id === id ? { ...number, enabled: on } : number))
}

export function moved(own: readonly NumberValue[], from: number, to: number): NumberValue[] {
  const next = [...own]
  const [one] = next.splice(from, 1)
  if (one) next.splice(to, 0, one)
  return next
}
