import type { CallResult, FailureCause } from './call-result.ts'

/** So long may an INVITE that nothing came back for still be heard: its contact is not tried elsewhere meanwhile. */
export const SILENT_PEER_MS = 32_000

interface FailedCall {
  readonly result: CallResult
  readonly failure: FailureCause | null
  /** False where the called party's phone cannot have rung. */
  readonly mayHaveRung: boolean
  /** Nothing came back at all. */
  readonly silent?: boolean
}

/**
 * Whether the contact of an ended call may be tried on the next trunk of the group, and after what time.
 *
 *   503, transport error ──▶ at once
 *   no answer at all     ──▶ after 32 s
 *   all else, and whatever may have rung or was declined ──▶ never
 */
export type MovesOn = { readonly is: 'never' } | { readonly is: 'after'; readonly ms: number }

export function movesOn({ result, failure, mayHaveRung, silent = false }: FailedCall): MovesOn {
  if (result !== 'failed' || failure !== 'trunk' || mayHaveRung) return { is: 'never' }
  return { is: 'after', ms: silent ? SILENT_PEER_MS : 0 }
}
