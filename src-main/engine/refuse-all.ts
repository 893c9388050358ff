import type { Instant } from '../domain/ids.ts'
import type { CallRecord } from './ports/call-record.ts'
import type { DoNotCall } from './ports/decision.ts'
import type { EngineTransaction } from './ports/transaction.ts'

/** Whoever refuses is not called at any of their numbers: it is the person who does not want to, not the number. */
export async function refuseAll(
  tx: EngineTransaction,
  { contact, to }: Pick<CallRecord, 'contact' | 'to'>,
  entry: Omit<DoNotCall, 'number'>,
  at: Instant,
): Promise<void> {
  const own = (await tx.phones(contact)).map(({ number }) => number)
  for (const number of new Set([to, ...own])) await tx.suppress({ ...entry, number }, at)
}
