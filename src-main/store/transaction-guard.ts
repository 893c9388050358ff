import { AsyncLocalStorage } from 'node:async_hooks'
import type { KyselyPlugin } from 'kysely'

/** Makes loud what would otherwise hang: asking the store's only connection for itself. */
export interface TransactionGuard {
  /** Runs the work of a transaction; while it runs, whatever it calls must use that transaction. */
  within<T>(work: () => Promise<T>): Promise<T>
  /** Throws where the caller is within such a work. */
  check(): void
  /** For the handle outside transactions: each query is checked before it waits for the connection. */
  readonly plugin: KyselyPlugin
}

export function createTransactionGuard(): TransactionGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>()
  const check = () => {
    if (current.getStore()?.open) throw new Error(waitsForItself)
  }
  return {
    check,
    within: async work => {
      const mark = { open: true }
      try {
        return await current.run(mark, work)
      } finally {
        // Something that was started within and goes on after the commit may ask again.
        mark.open = false
      }
    },
    plugin: {
      transformQuery: ({ node }) => {
        check()
        return node
      },
      transformResult: async ({ result }) => result,
    },
  }
}

const waitsForItself =
  'A transaction asked the store instead of itself: it would wait for its own end. Pass the transaction on.'
