import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Instant } from '../domain/ids.ts'
import type { EngineStore, Written } from '../engine/ports.ts'
import { engineTransaction } from './engine/engine-transaction.ts'
import { storeFailure } from './failure.ts'
import { migrations } from './migrations/list.ts'
import { isDurable, openSqliteFile, type SqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'
import { takeWorkspaceLock, type WorkspaceLock } from './workspace-lock.ts'

export interface Store extends EngineStore {
  /** For reading; a write outside `write` may be torn. */
  readonly db: Kysely<Tables>
  /** The last run ended without closing: check the file when there is time. */
  readonly wasUnclean: boolean
  /** One transaction: all of it or nothing. Bugs reject. */
  write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<Written<T>>
  /** `PRAGMA quick_check`: what is damaged, empty when nothing is. Takes seconds on a large file. */
  check(): readonly string[]
  close(): Promise<void>
}

export interface StoreRefusal {
  readonly refused: 'in_use' | 'newer' | 'no_access' | 'full' | 'not_a_workspace' | 'not_durable'
  /** What, where, what now. */
  readonly message: string
}

export interface StoreOptions {
  /** Path of the database; its folder is created. */
  readonly file: string
  readonly now: () => Instant
}

export async function openStore({ file, now }: StoreOptions): Promise<Store | StoreRefusal> {
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
    const db = new Kysely<Tables>({ dialect: sqlite.dialect })
    const newer = isNew ? [] : unknownMigrations(sqlite)
    if (newer.length > 0) return giveUp(isNewer(file, newer))
    await migrate(db)
    await touch(db, now())
    if (!isDurable(sqlite)) return giveUp(notDurable(file))
    return assemble({ file, db, sqlite, lock })
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
}

function assemble({ file, db, sqlite, lock }: Parts): Store {
  const write = async <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<Written<T>> => {
    try {
      return { committed: true, value: await db.transaction().execute(work) }
    } catch (error) {
      const failure = storeFailure(error, file)
      if (failure === null) throw error
      // After an I/O error nothing in memory can be believed: read the file again.
      if (failure.reason === 'io' || failure.reason === 'corrupt') reopen(sqlite)
      return { committed: false, failure }
    }
  }
  return {
    db,
    wasUnclean: lock.wasUnclean,
    write,
    transaction: work => write(tx => work(engineTransaction(tx))),
    check: () => [String(sqlite.pragma('quick_check'))].filter(line => line !== 'ok'),
    close: async () => {
      await db.destroy()
      lock.release()
    },
  }
}

/** A file that cannot be opened now fails at its next use, and is tried again then. */
function reopen(sqlite: SqliteFile): void {
  try {
    sqlite.reopen()
  } catch (error) {
    if (storeFailure(error, '') === null) throw error
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

function refusalFor(error: unknown, file: string): StoreRefusal | null {
  const failure = storeFailure(error, file)
  if (failure !== null) {
    switch (failure.reason) {
      case 'full':
        return {
          refused: 'full',
          message: `The disk that holds ${file} is full. Free some space and start again.`,
        }
      case 'corrupt':
        return {
          refused: 'not_a_workspace',
          message: `${file} is not a workspace or is damaged. Choose another folder or restore a backup.`,
        }
      case 'locked':
        return inUse(file)
      case 'io':
      case 'read_only':
        return noAccess(file, failure.message)
    }
  }
  const isFileError = error instanceof Error && 'syscall' in error
  return isFileError ? noAccess(file, error.message) : null
}

const inUse = (file: string): StoreRefusal => ({
  refused: 'in_use',
  message: `${file} is open in another running Trunkline. Close that one, or choose another folder.`,
})
const isNewer = (file: string, names: readonly string[]): StoreRefusal => ({
  refused: 'newer',
  message: `${file} was written by a newer Trunkline (${names.join(', ')}). Update this one, or choose another folder.`,
})
const noAccess = (file: string, why: string): StoreRefusal => ({
  refused: 'no_access',
  message: `${file} cannot be written: ${why}. Give this user the right to write there, or choose another folder.`,
})
const notDurable = (file: string): StoreRefusal => ({
  refused: 'not_durable',
  message: `${file} lies on a drive that does not confirm writes (no write-ahead log). Choose a folder on a local drive.`,
})
