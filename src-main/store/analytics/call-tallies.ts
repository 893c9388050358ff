import type { HourCalls } from '../../domain/analytics/best-hours.ts'
import type { Steps } from '../../domain/analytics/steps.ts'
import type { Tally } from '../../domain/analytics/tally.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import type { CallScope } from './call-scope.ts'

/** Calls added up by what they have in common. */
export interface CallTallies {
  readonly total: Tally
  readonly steps: ReadonlyMap<number, Tally>
  readonly attempts: ReadonlyMap<number, Tally>
  readonly numbers: ReadonlyMap<number, Tally>
  readonly trunks: ReadonlyMap<number, Tally>
  readonly versions: ReadonlyMap<number, Tally>
  /** By all zones in which a line may stand, joined by `|`. */
  readonly zones: ReadonlyMap<string, Tally>
  readonly hours: readonly HourCalls[]
}

/** @param steps `null`: the campaign has made no call */
export type ReadTallies = (file: ReadOnlyFile, scope: CallScope, steps: Steps | null) => CallTallies
