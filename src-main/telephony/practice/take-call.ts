import { setTimeout as sleep } from 'node:timers/promises'
import type { CallToTake } from './call-to-take.ts'
import type { LedgerEntry } from './carrier.ts'
import { pickUp } from './pick-up.ts'
import { isRefusing, noAnswer, noPortFree, type Refusal, reasonHeaders, refusals } from './refusals.ts'

type Ending = Pick<LedgerEntry, 'endedAt' | 'endedBy'> & Partial<LedgerEntry>

/** RFC 3261 section 16.6, timer C: a network lets no phone ring longer. */
const LONGEST_RING_MS = 180_000

/** One call to a practice person, from the INVITE to the last line in the ledger. Rejects on a bug only. */
export const takeCall = async (call: CallToTake): Promise<void> => {
  const { invite, callee, pen, now, speed, closing } = call
  const over = new AbortController()
  let ending: Ending | null = null
  let bye: Promise<boolean> | null = null

  const end = (facts: Omit<Ending, 'endedAt'>): boolean => {
    if (ending !== null) return false
    ending = { ...facts, endedAt: now() }
    over.abort()
    return true
  }
  const refuse = (refusal: Refusal): void => {
    if (end({ endedBy: 'rejected', code: refusal.code }))
      invite.reject(refusal.code, refusal.phrase, reasonHeaders(refusal))
  }
  const leave = (): void => {
    if (pen.entry().answeredAt === null) refuse(noPortFree)
    else if (end({ endedBy: 'callee' })) bye = invite.bye()
  }
  const ring = async (ms: number): Promise<void> => {
    invite.progress(180)
    pen.note({ rangAt: now() })
    await sleep(ms, undefined, { signal: over.signal })
  }

  invite.onCancelled(() => end({ endedBy: 'cancel', code: 487 }))
  invite.onEnded(by => by === 'caller' && end({ endedBy: 'caller', byeConfirmed: true }))
  closing.addEventListener('abort', leave, { once: true })
  try {
    if (isRefusing(callee.act)) {
      const refusal = refusals[callee.act]
      if (refusal.rings) await ring(callee.ringMs / speed)
      refuse(refusal)
    } else if (callee.act === 'no_answer') {
      await ring(LONGEST_RING_MS)
      refuse(noAnswer)
    } else {
      await ring(callee.ringMs / speed)
      await pickUp(call, callee.act, { over: over.signal, refuse, leave })
    }
  } catch (error) {
    if (!over.signal.aborted) throw error
  } finally {
    closing.removeEventListener('abort', leave)
    if (ending !== null) pen.note(ending)
    if (bye !== null) pen.note({ byeConfirmed: await bye })
  }
}
