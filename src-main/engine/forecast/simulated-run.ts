import type { PauseReason } from '../../domain/campaign-state.ts'
import type { Instant } from '../../domain/ids.ts'
import type { BusiestDay } from './caller-ids.ts'
import type { IdleTime } from './idle-times.ts'
import type { Tally } from './tally.ts'

/** How a simulated run came to its end. */
export type RunEnd =
  | { readonly is: 'completed' }
  /** It would pause by itself; `text` has the figure. */
  | { readonly is: 'paused'; readonly reason: PauseReason; readonly text: string }
  /** Nothing is ever due again, or not within a year. */
  | { readonly is: 'stuck'; readonly text: string }

export interface SimulatedRun extends Tally {
  readonly began: Instant
  readonly end: RunEnd
  readonly endedAt: Instant
  readonly idles: readonly IdleTime[]
  readonly busiest: BusiestDay | null
}

export interface StartedCall {
  readonly at: Instant
  readonly lead: number
  /** Place in the pool. */
  readonly number: number
  /** Place in the group. */
  readonly trunk: number
}

/** Told while a run goes on. */
export interface RunWatch {
  readonly started?: (call: StartedCall) => void
  /** Leads in a final status so far, now and then. */
  readonly progress?: (final: number) => void
}
