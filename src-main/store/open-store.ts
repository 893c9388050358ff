import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Instant } from '../domain/ids.ts'
import type { DiskWait, EngineStore, Written } from '../engine/ports/store.ts'
import { checkDamage } from './check-damage.ts'
import { engineTransaction } from './engine/engine-transaction.ts'
import { storeFailure, syncFailure } from './failure.ts'
import type { LogSync, LogSyncOptions } from './log-sync.ts'
import { migrations } from './migrations/list.ts'
import {
  CHECKPOINT_PAGES,
  isDurable,
  openSqliteFile,
  type SqliteFile,
  type Statements,
} from './sqlite-file.ts'
import { damaged, inUse, isNewer, notDurable, refusalFor, type StoreRefusal } from './store-refusal.ts'
import type { Tables } from './tables.ts'
import { createTransactionGuard } from './transaction-guard.ts'
import { takeWorkspaceLock, type WorkspaceLock } from './workspace-lock.ts'
import type { WriteTurn } from './write-turn.ts'

export interface Store extends EngineStore {
  /** For reading; a write outside `write` may be torn. Throws within the work of a transaction, which has its own. */
  readonly db: Kysely<Tables>
  /** The last run ended without closing. */
  readonly wasUnclean: boolean
  /** For what runs within `write`, and is part of it. */
  readonly statements: Statements
  /** One transaction: all of it or nothing. Bugs reject. */
  write<T>(work: (tx: Transaction<Tables>) => Promise<T>, waits?: DiskWait | 'reads'): Promise<Written<T>>
  /** Whether another thread writes the log into the file: this one then need not, which takes it long. */
  leaveCheckpoints(toAnother: boolean): void
  close(): Promise<void>
}

export interface StoreOptions {
  /** Path of the database; its folder is created. */
  readonly file: string
  readonly now: () => Instant
  /** Where other threads write too. */
  readonly turn?: WriteTurn
  /** Waits for the disk beside this thread; left out: in it. */
  readonly sync?: (parts: Pick<LogSyncOptions, 'rescue'>) => LogSync
}

export async function openStore({ file, now, turn, sync }: StoreOptions): Promise<Store | StoreRefusal> {
  let lock: WorkspaceLock | null = null
  let sqlite: SqliteFile | null = null
  const giveUp = (refusal: StoreRefusal): StoreRefusal => {
    sqlite?.close()
    lock?.release()
    return refusal
  }
  try {
    mkdirSync(dirname(file), { recursive: true })
    const isNew = !existsSync(file)
    lock = takeWorkspaceLock(`${file}.lock`)
    if (lock === null) return inUse(file)
    sqlite = openSqliteFile(file)
    const damage = isNew ? null : checkDamage(sqlite, file, lock.wasUnclean)
    if (damage !== null) return giveUp(damaged(file, damage))
    const db = new Kysely<Tables>({ dialect: sqlite.dialect })
    const newer = isNew ? [] : unknownMigrations(sqlite)
    if (newer.length > 0) return giveUp(isNewer(file, newer))
    await migrate(db)
    await touch(db, now())
    if (!isDurable(sqlite)) return giveUp(notDurable(file))
    const rescue = sqlite.checkpoint
    return assemble({ file, db, sqlite, lock, turn: turn ?? alone, sync: sync?.({ rescue }) ?? null })
  } catch (error) {
    const refusal = refusalFor(error, file)
    if (refusal === null) throw error
    return giveUp(refusal)
  }
}

interface Parts {
  readonly file: string
  readonly db: Kysely<Tables>
  readonly sqlite: SqliteFile
  readonly lock: WorkspaceLock
  readonly turn: Pick<WriteTurn, 'take' | 'give'>
  readonly sync: LogSync | null
}

const alone = { take: () => undefined, give: () => {} }
/** About 200 MB: whoever was to write the log into the file is gone. */
const LAST_RESORT_PAGES = 50_000

function assemble({ file, db, sqlite, lock, turn, sync }: Parts): Store {
  const guard = createTransactionGuard()
  // The log is written in order: the next commit that waits for the disk takes those with it that did not.
  let waitsNow: DiskWait = 'for-disk'
  const wait = (waits: DiskWait) => {
    if (waits === waitsNow) return
    sqlite.pragma(`synchronous = ${waits === 'for-disk' ? 'FULL' : 'NORMAL'}`)
    waitsNow = waits
  }
  const write: Store['write'] = async (work, waits = 'for-disk') => {
    guard.check()
    const stuck = sync?.problem() ?? null
    if (stuck !== null && waits !== 'reads') return { committed: false, failure: syncFailure(stuck, file) }
    try {
      const value = await db.connection().execute(async connection => {
        const decide = () => connection.transaction().execute(tx => guard.within(() => work(tx)))
        if (waits === 'reads') {
          sqlite.mustBeThere()
          return decide()
        }
        const others = turn.take()
        if (others) await others
        try {
          sqlite.mustBeThere()
          wait(sync === null ? waits : 'not')
          return await decide()
        } finally {
          turn.give()
        }
      })
      if (waits === 'for-disk') await sync?.reached()
      return { committed: true, value }
    } catch (error) {
      const failure = storeFailure(error, file)
      if (failure === null) throw error
      // After an I/O error nothing in memory can be believed: read the file again.
      if (failure.reason === 'io' || failure.reason === 'corrupt') {
        sqlite.drop()
        sync?.forget()
        waitsNow = 'for-disk'
      }
      return { committed: false, failure }
    }
  }
  return {
    db: db.withPlugin(guard.plugin),
    wasUnclean: lock.wasUnclean,
    statements: sqlite.statements,
    write,
    leaveCheckpoints: toAnother => sqlite.checkpointAfter(toAnother ? LAST_RESORT_PAGES : CHECKPOINT_PAGES),
    transaction: (work, waits) => write(tx => work(engineTransaction(tx, sqlite.statements)), waits),
    close: async () => {
      await sync?.close()
      await db.destroy()
      lock.release()
    },
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** The first write: proves that there is room and the right to write. */
const touch = async (db: Kysely<Tables>, now: Instant): Promise<void> => {
  const row = { value: String(now) as Tables['settings']['value'], changed_at: now }
  await db
    .insertInto('settings')
    .values({ key: 'opened_at', ...row })
    .onConflict(conflict => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** Names of migrations that this program does not know: a newer one has been here. */
function unknownMigrations(sqlite: SqliteFile): readonly string[] {
  const hasTable = sqlite.all("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").length > 0
  if (!hasTable) return []
  return sqlite
    .all('SELECT name FROM kysely_migration')
    .map(row => String(row))
    .filter(name => !(name in migrations))
}
