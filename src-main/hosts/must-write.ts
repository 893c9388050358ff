import type { Transaction } from 'kysely'
import type { Store } from '../store/open-store.ts'
import type { Tables } from '../store/tables.ts'

/** The workspace could not be written; the message says what, where and what now. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}

/** One transaction, for callers that cannot go on without it. Throws `NotWritten` in the supervisor's words. */
export async function mustWrite<T>(
  store: Pick<Store, 'write'>,
  work: (tx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const written = await store.write(work)
  if (!written.committed) throw new NotWritten(written.failure.message)
  return written.value
}
