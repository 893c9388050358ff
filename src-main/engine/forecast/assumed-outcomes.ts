import type { CallResult, FailureCause } from '../../domain/call-result.ts'
import type { Ending, OutcomeTable } from './outcomes.ts'

interface Assumed {
  readonly result: CallResult
  /** Of a hundred calls. */
  readonly percent: number
  readonly sipCode: number
  readonly ringSeconds: readonly number[]
  readonly talkSeconds?: readonly number[]
  readonly failure?: FailureCause
  readonly optedOut?: true
}

const untilTimeout = [Number.POSITIVE_INFINITY]

/**
 * What is taken for granted while the workspace has too few calls of its own: cold daytime calls, a third of them
 * answered by people. Our own round figures, not a measurement; the report says so.
 */
const assumed: readonly Assumed[] = [
  {
    result: 'answered',
    percent: 30,
    sipCode: 200,
    ringSeconds: [4, 7, 10, 14],
    talkSeconds: [20, 40, 60, 90, 150],
  },
  {
    result: 'answered',
    percent: 1,
    sipCode: 200,
    ringSeconds: [4, 7, 10, 14],
    talkSeconds: [10, 20, 40],
    optedOut: true,
  },
  { result: 'voicemail', percent: 18, sipCode: 200, ringSeconds: [5, 15, 22], talkSeconds: [6, 12, 25] },
  { result: 'no_conversation', percent: 6, sipCode: 200, ringSeconds: [4, 7, 10], talkSeconds: [2, 4, 8] },
  { result: 'no_answer', percent: 30, sipCode: 487, ringSeconds: untilTimeout },
  { result: 'busy', percent: 7, sipCode: 486, ringSeconds: [1] },
  { result: 'rejected', percent: 4, sipCode: 603, ringSeconds: [4, 8] },
  { result: 'invalid', percent: 3, sipCode: 404, ringSeconds: [1] },
  { result: 'failed', percent: 1, sipCode: 500, ringSeconds: [1], failure: 'congestion' },
]

const ASSUMED_CALLS = 200

export const assumedOutcomes: OutcomeTable = {
  endings: assumed.map(
    ({
      result,
      percent,
      sipCode,
      ringSeconds,
      talkSeconds = [0],
      failure = null,
      optedOut = false,
    }): Ending => ({
      ended: { result, failure, mayHaveRung: true, sipCode, optedOut },
      weight: (percent / 100) * ASSUMED_CALLS,
      ringMs: ringSeconds.map(seconds => seconds * 1000),
      talkMs: talkSeconds.map(seconds => seconds * 1000),
    }),
  ),
  byHour: [],
}

/** In words, for the report. */
export const assumptionsInWords: readonly string[] = assumed.map(
  ({ result, percent, optedOut }) =>
    `${percent} % ${result}${optedOut ? ', asking not to be called again' : ''}`,
)
