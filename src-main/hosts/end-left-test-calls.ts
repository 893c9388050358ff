import { actor } from '../api/actor.ts'
import type { TrunkDialer } from '../dialer/create-dialer.ts'
import type { Instant } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import type { Store } from '../store/open-store.ts'
import { type LeftTestCall, readTestCalls, removeTestCall } from '../store/test-calls.ts'
import { mustWrite } from './must-write.ts'

/** The activity log says it in place of the program that died. */
const outcome = 'The program ended during the call, and the next start hung it up.'

/**
 * Ends test calls that a killed program left up, as the engine does with its own: CANCEL where it rang, BYE where it was
 * answered. Each stays on disk until its peer has confirmed that.
 *
 * @param freed told of each: campaigns may have waited for its telephone
 */
export async function endLeftTestCalls(
  store: Pick<Store, 'db' | 'write'>,
  dialer: Pick<TrunkDialer, 'endOrphan'>,
  now: () => Instant,
  freed: () => void,
): Promise<void> {
  const end = async ({ id, subject, name, to, facts, dialog }: LeftTestCall) => {
    await dialer.endOrphan(facts, dialog)
    await mustWrite(store, async tx => {
      await removeTestCall(tx, id)
      const detail = { name, number: to, outcome }
      await addAudit(tx, { actor, action: 'trunk.test_call_over', subject, detail }, now())
    })
    freed()
  }
  await Promise.all((await readTestCalls(store.db)).map(end))
}
