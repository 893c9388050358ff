import type { EngineParts } from './engine-parts.ts'
import { bareOutcome } from './ports/bare-outcome.ts'
import type { CallRecord } from './ports/call-record.ts'
import type { CallOutcome } from './ports/dialer.ts'
import { settle } from './settle.ts'

export interface Recovered {
  /** Reserved, nothing sent: their contacts stand as before. */
  readonly takenBack: number
  /** Sent or answered when this program or an earlier one ended, and not confirmed as ended by the peer yet. */
  readonly orphans: readonly CallRecord[]
}

/**
 * After a start, before anything is dialled: no call may be left in progress. One decision for all of them, so a
 * second crash finds either the old state or the new one. `null`: it could not be written.
 */
export async function recover({
  store,
  clock,
  laws,
  trunks,
}: Pick<EngineParts, 'store' | 'clock' | 'laws' | 'trunks'>): Promise<Recovered | null> {
  const written = await store.once(async tx => {
    const calls = await tx.liveCalls()
    let interrupted = 0
    for (const call of calls) {
      if (call.state === 'reserved') await tx.takeBack(call)
      else {
        await settle({ laws, trunks }, tx, call, interruption(clock.now()))
        await tx.setOrphan(call.id, true)
        interrupted += 1
      }
    }
    const takenBack = calls.length - interrupted
    if (interrupted > 0)
      await tx.addNotice(
        {
          kind: 'recovered',
          level: 'warning',
          campaign: null,
          title: `${interrupted} calls were interrupted when the program ended`,
          text: 'Each counts as an attempt and follows the retry rules; calls still up are being ended.',
        },
        clock.now(),
      )
    return { takenBack, orphans: await tx.orphans() }
  })
  return written?.value ?? null
}

const interruption = (at: number): CallOutcome => ({
  ...bareOutcome,
  at,
  result: 'interrupted',
  sipReason: 'The program stopped during the call',
})

// CANCEL or BYE of so many calls at a time; each takes up to 32 s where the peer is silent.
const AT_ONCE = 500

/**
 * Ends what earlier processes left up: CANCEL where it rang, BYE where it was answered. Each stays an orphan on disk
 * until that is done, so a crash in between leaves it to the next start.
 */
export async function endOrphans(
  { dialer, store, wake, report }: Pick<EngineParts, 'dialer' | 'store' | 'wake' | 'report'>,
  orphans: readonly CallRecord[],
): Promise<void> {
  const waiting = [...orphans]
  const worker = async () => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      const { id, facts, dialog } = call
      if (facts !== null) await dialer.endOrphan(facts, dialog).catch(report)
      await store.surely(tx => tx.setOrphan(id, false))
      wake()
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, orphans.length) }, worker))
}
