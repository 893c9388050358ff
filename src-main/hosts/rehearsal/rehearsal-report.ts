import { hourOf } from '../../domain/figures.ts'
import type { E164, Instant } from '../../domain/ids.ts'
import { quantile } from '../../engine/forecast/band.ts'

/** A call that was started in a rehearsal. */
export interface StartedCall {
  readonly at: Instant
  readonly callerId: E164
  /** Day of the caller ID's own zone. */
  readonly day: string
}

/** What a rehearsal came to, under the names of a forecast. */
export interface ComparableFigures {
  readonly firstCallAt: Instant | null
  readonly calls: number
  readonly callsPerHour: { readonly typical: number; readonly peak: number }
  readonly mostOnOneNumber: { readonly number: E164; readonly day: string; readonly calls: number } | null
}

export function figuresOf(started: readonly StartedCall[]): ComparableFigures {
  const hours = [...Map.groupBy(started, ({ at }) => hourOf(at)).values()]
    .map(calls => calls.length)
    .sort((a, b) => a - b)
  const numbers = [...Map.groupBy(started, ({ callerId, day }) => `${callerId} ${day}`).values()]
  const [most] = numbers.toSorted((a, b) => b.length - a.length)
  return {
    firstCallAt: started[0]?.at ?? null,
    calls: started.length,
    callsPerHour: { typical: Math.round(quantile(hours, 0.5)), peak: hours.at(-1) ?? 0 },
    mostOnOneNumber: most?.[0] ? { number: most[0].callerId, day: most[0].day, calls: most.length } : null,
  }
}
