import type { CallResult, FailureCause } from './call-result.ts'

/** How the signalling of a call ended. */
export interface CallEndFacts {
  /** Final status of the INVITE; 0 where none came. */
  readonly code: number
  /** Q.850 cause of the Reason header, where there was one. */
  readonly q850: number | null
  /** `silent`: the peer did not answer; `unreachable`: nothing could be sent to it. */
  readonly by: 'us' | 'them' | 'timeout' | 'silent' | 'unreachable' | 'network'
  /** A provisional answer above 100 was seen. */
  readonly rang: boolean
  /** Any answer at all was seen. */
  readonly heardFrom: boolean
}

export interface ResultOfCall {
  /** For an answered call the conversation decides further: voicemail, no conversation … */
  readonly result: CallResult
  readonly failure?: FailureCause
  /** False only where the called party's phone cannot have rung: the attempt then does not count. */
  readonly mayHaveRung: boolean
  /** The peer may still hear the INVITE, for as long as it is sent again. */
  readonly silent?: boolean
}

type Judged = CallResult | { readonly failed: FailureCause }

/** ITU-T Q.850 causes that say more than the status beside them. */
const byCause: Readonly<Record<number, Judged>> = {
  1: 'invalid', // unallocated number
  17: 'busy',
  18: 'no_answer', // no user responding
  19: 'no_answer', // user alerted
  21: 'rejected',
  28: 'invalid', // number format
  34: { failed: 'congestion' },
  38: { failed: 'congestion' },
  41: { failed: 'congestion' },
  42: { failed: 'congestion' },
}

const byStatus: Readonly<Record<number, Judged>> = {
  401: { failed: 'credentials' },
  403: { failed: 'credentials' },
  404: 'invalid',
  407: { failed: 'credentials' },
  408: 'no_answer',
  410: 'invalid',
  415: { failed: 'media' },
  433: 'rejected',
  480: 'no_answer',
  484: 'invalid',
  486: 'busy',
  488: { failed: 'media' },
  500: { failed: 'congestion' },
  502: { failed: 'congestion' },
  503: { failed: 'trunk' },
  504: { failed: 'congestion' },
  600: 'busy',
  603: 'rejected',
  604: 'invalid',
  606: { failed: 'media' },
  607: 'rejected',
  608: 'rejected',
}

/** Only the trunk failed: nobody was called. */
const trunkFaults: readonly FailureCause[] = ['credentials', 'trunk']

export const resultOf = (end: CallEndFacts): ResultOfCall => {
  const judged = judge(end)
  if (typeof judged === 'string') return { result: judged, mayHaveRung: end.heardFrom }
  const { failed: failure } = judged
  const onlyTrunk = !end.heardFrom || trunkFaults.includes(failure)
  const silent = failure === 'trunk' && (end.by === 'silent' || end.by === 'timeout')
  return { result: 'failed', failure, mayHaveRung: end.rang || !onlyTrunk, ...(silent ? { silent } : {}) }
}

const judge = ({ code, q850, by, rang, heardFrom }: CallEndFacts): Judged => {
  if (code >= 200 && code < 300) return 'answered'
  if (by === 'unreachable' || by === 'silent' || (by === 'timeout' && !heardFrom)) return { failed: 'trunk' }
  if (by === 'timeout' || by === 'us') return 'no_answer'
  if (by === 'network') return 'interrupted'
  if (code === 403 && rang) return 'rejected'
  return (q850 === null ? undefined : byCause[q850]) ?? byStatus[code] ?? { failed: 'other' }
}
