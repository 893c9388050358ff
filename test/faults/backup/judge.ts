import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createEngine } from '../../../src-main/engine/create-engine.ts'
import { listBackups } from '../../../src-main/hosts/backups/backup-folder.ts'
import { finishRestore } from '../../../src-main/hosts/backups/restore-here.ts'
import { brokenAuditRows } from '../../../src-main/store/audit.ts'
import { readThrough } from '../../../src-main/store/backup/write-backup.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { createSimDialer } from '../../fakes/sim-dialer.ts'
import { createVirtualClock } from '../../fakes/virtual-clock.ts'
import { anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { noAnswer } from './make-history.ts'

export interface Journal {
  readonly calls: readonly string[]
  readonly contacts: readonly string[]
  readonly restored: number
  readonly broken: string
}

/** What stands in a workspace, read by SQLite itself. */
export function readJournal(folder: string): Journal {
  const file = new Database(join(folder, 'workspace.db'), { fileMustExist: true })
  const column = <T>(sql: string) => file.prepare(sql).pluck().all() as T[]
  try {
    return {
      broken: String(file.pragma('integrity_check(1)', { simple: true })),
      calls: column(
        `SELECT sip_call_id || to_number || ifnull(sending_at, 0) || ifnull(result, state) FROM calls ORDER BY 1`,
      ),
      contacts: column('SELECT name FROM contacts ORDER BY 1'),
      restored: column<number>(`SELECT count(*) FROM notices WHERE kind = 'backup_restored'`)[0] ?? 0,
    }
  } finally {
    file.close()
  }
}

/** Everything that must not be, in words; and which of the two the workspace is. */
export async function judge(
  folder: string,
  before: Journal,
  lateName: string,
): Promise<{ readonly is: 'old' | 'new'; readonly faults: readonly string[] }> {
  await finishRestore(folder, Date.now())
  const now = readJournal(folder)
  const is = now.contacts.includes(lateName) ? 'old' : 'new'
  const faults = [
    now.broken === 'ok' ? null : `the workspace is damaged: ${now.broken}`,
    now.calls.join() === before.calls.join()
      ? null
      : `${before.calls.length} calls were made, ${now.calls.length} are known`,
    now.restored === (is === 'new' ? 1 : 0)
      ? null
      : `it is ${is}, and says ${now.restored} times that it was restored`,
    is === 'old' && now.contacts.join() !== before.contacts.join() ? 'contacts are missing' : null,
    ...(await backupFaults(folder)),
    ...(await callFaults(folder, before)),
  ]
  return { is, faults: faults.filter(fault => fault !== null) }
}

/** What is shown as a backup is whole, and no second name of the workspace. */
async function backupFaults(folder: string): Promise<readonly (string | null)[]> {
  const workspace = statSync(join(folder, 'workspace.db')).ino
  const backups = await listBackups(folder)
  return backups.map(({ name, path }) => {
    if (statSync(path).ino === workspace) return `${name} is the workspace itself`
    try {
      readThrough(path)
      return null
    } catch (error) {
      return `${name} cannot be restored: ${error}`
    }
  })
}

/** On the same day the campaign goes on: nobody who was called today is called again. */
async function callFaults(folder: string, before: Journal): Promise<readonly string[]> {
  const at = mondayAtTen + 2 * 3_600_000
  const store = await anOpenStore(join(folder, 'workspace.db'), at)
  const clock = createVirtualClock(at)
  const dialer = createSimDialer({ clock, answer: () => noAnswer })
  const bugs: unknown[] = []
  const engine = createEngine({
    store,
    dialer,
    clock,
    dice: seededDice(2),
    notify: () => {},
    report: bug => bugs.push(bug),
  })
  await engine.start()
  const campaign = await store.db.selectFrom('campaigns').select('id').executeTakeFirstOrThrow()
  await engine.move(campaign.id, { do: 'resume' })
  await clock.run(() => dialer.invites.length >= 40)
  dialer.die()
  const broken = await brokenAuditRows(store.db)
  await store.close()
  const again = dialer.invites.filter(({ number }) => before.calls.some(call => call.includes(number)))
  return [
    ...bugs.map(bug => `a bug: ${bug}`),
    ...again.map(({ number }) => `${number} was called twice on a day`),
    ...(dialer.invites.length === 0 ? ['nobody is called any more'] : []),
    ...(broken.length === 0 ? [] : ['the audit log is broken']),
  ]
}
