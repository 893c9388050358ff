import type { CalleeAct } from './carrier.ts'

/** How a network turns a call down. `cause` is Q.850, sent in a Reason header (RFC 3326). */
export interface Refusal {
  /** The phone rings before the answer comes. */
  readonly rings: boolean
  readonly code: number
  readonly phrase: string
  readonly cause: number | null
}

export type RefusingAct = Extract<
  CalleeAct,
  'busy' | 'declines' | 'wrong_number' | 'unavailable' | 'trunk_busy'
>

export const refusals: Readonly<Record<RefusingAct, Refusal>> = {
  busy: { rings: false, code: 486, phrase: 'Busy Here', cause: 17 },
  declines: { rings: true, code: 603, phrase: 'Decline', cause: 21 },
  wrong_number: { rings: false, code: 404, phrase: 'Not Found', cause: 1 },
  unavailable: { rings: false, code: 480, phrase: 'Temporarily Unavailable', cause: null },
  trunk_busy: { rings: false, code: 503, phrase: 'Service Unavailable', cause: null },
}

export const reasonHeaders = ({ cause }: Pick<Refusal, 'cause'>): readonly string[] =>
  cause === null ? [] : [`Reason: Q.850;cause=${cause}`]

export const isRefusing = (act: CalleeAct): act is RefusingAct => act in refusals

export const noAnswer: Refusal = { rings: true, code: 480, phrase: 'Temporarily Unavailable', cause: 19 }
export const noCommonCodec: Refusal = { rings: false, code: 488, phrase: 'Not Acceptable Here', cause: null }
export const noPortFree: Refusal = { rings: false, code: 503, phrase: 'Service Unavailable', cause: 34 }
