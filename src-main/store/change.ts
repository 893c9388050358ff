import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** Opens one transaction and keeps all or nothing of it. */
export type Change = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
