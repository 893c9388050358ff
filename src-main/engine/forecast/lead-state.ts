import { type LeadHold, leadHolds } from '../../domain/lead.ts'
import type { ForecastList } from './forecast-input.ts'

/** Where each lead stands within one run; columns that the run may write. */
export interface LeadStates {
  readonly place: Uint32Array
  readonly priority: Int8Array
  readonly isRetry: Uint8Array
  readonly readyAt: Float64Array
  readonly attempts: Uint8Array
  readonly unrung: Uint8Array
  /** INVITEs of this run. */
  readonly invites: Uint8Array
  hold(lead: number): LeadHold | null
  setHold(lead: number, hold: LeadHold | null): void
}

export function leadStates(list: ForecastList): LeadStates {
  const holds = list.hold.slice()
  return {
    place: list.place,
    priority: list.priority,
    isRetry: list.isRetry.slice(),
    readyAt: list.readyAt.slice(),
    attempts: list.attempts.slice(),
    unrung: list.unrung.slice(),
    invites: new Uint8Array(list.size),
    hold: lead => leadHolds[(holds[lead] as number) - 1] ?? null,
    setHold: (lead, hold) => {
      holds[lead] = holdCode(hold)
    },
  }
}

/** 0: none. */
export const holdCode = (hold: LeadHold | null): number => (hold === null ? 0 : leadHolds.indexOf(hold) + 1)
