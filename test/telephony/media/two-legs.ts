import { fileURLToPath } from 'node:url'
import { createMediaPool } from '../../../src-main/telephony/media/create-media-pool.ts'
import type { LegEvent, MediaLeg, MediaPool } from '../../../src-main/telephony/media/media-pool.ts'

export const workerPath = fileURLToPath(
  new URL('../../../src-main/telephony/media/worker.ts', import.meta.url),
)

export const aPool = (workers = 1, localHost = '127.0.0.1'): Promise<MediaPool> =>
  createMediaPool({ workerPath, workers, ports: { from: 10_000, to: 29_999 }, localHost })

/** One end of a call with everything it reported. */
export interface End {
  readonly leg: MediaLeg
  readonly events: LegEvent[]
  /** Resolves with the first event, past or future, that fits. */
  until(fits: (event: LegEvent) => boolean, ms?: number): Promise<LegEvent>
}

export async function anEnd(pool: MediaPool, record: string | null = null): Promise<End> {
  const events: LegEvent[] = []
  const waiting = new Set<() => void>()
  const onEvent = (event: LegEvent) => {
    events.push(event)
    for (const look of waiting) look()
  }
  const leg = await pool.open({ record, onEvent })
  if ('refused' in leg) throw new Error(leg.refused)
  const until = (fits: (event: LegEvent) => boolean, ms = 5000) =>
    new Promise<LegEvent>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`Not told within ${ms} ms; told: ${JSON.stringify(events)}`)),
        ms,
      )
      const look = () => {
        const found = events.find(fits)
        if (!found) return
        clearTimeout(late)
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  return { leg, events, until }
}

export const towards = (port: number, telephoneEvent: number | null = 101) =>
  ({ host: '127.0.0.1', port, codec: 'PCMA', telephoneEvent }) as const

export function join(a: End, b: End, telephoneEvent: number | null = 101): void {
  a.leg.connect(towards(b.leg.localPort, telephoneEvent))
  b.leg.connect(towards(a.leg.localPort, telephoneEvent))
}

export const passed = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
