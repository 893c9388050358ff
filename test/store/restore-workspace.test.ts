import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { putOnList } from '../../src-main/contacts/do-not-call/put-on-list.ts'
import type { E164, Instant } from '../../src-main/domain/ids.ts'
import { createEngine } from '../../src-main/engine/create-engine.ts'
import { brokenAuditRows } from '../../src-main/store/audit.ts'
import { restoreWorkspace } from '../../src-main/store/backup/restore-workspace.ts'
import { writeBackup } from '../../src-main/store/backup/write-backup.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import { createSimDialer, type Ending, picksUp } from '../fakes/sim-dialer.ts'
import { createVirtualClock } from '../fakes/virtual-clock.ts'
import { aBench, type Bench, statusesOf } from '../make/engine.ts'
import {
  aCampaign,
  aFolder,
  anOpenStore,
  byTest,
  type Folder,
  mondayAtTen,
  phone,
} from '../make/workspace.ts'

const hour = 3_600_000
const noAnswer: Ending = {
  result: 'no_answer',
  sipCode: 480,
  ringsAfterMs: 500,
  ringMs: 20_000,
  talkMs: null,
}

let bench: Bench | null = null
const folders: Folder[] = []
afterEach(async () => {
  await bench?.end().catch(() => {})
  bench = null
  for (const folder of folders.splice(0)) folder.remove()
})

const fileOf = (store: Store): string =>
  store.statements.first<{ file: string }>(`SELECT file FROM pragma_database_list WHERE name = 'main'`)
    ?.file as string

/** Opens what was restored, resumes its campaign and says who is called from then on. */
async function goOn(file: string, { campaign }: Bench, from: Instant, until: Instant) {
  const store = await anOpenStore(file, from)
  const clock = createVirtualClock(from)
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
  await engine.move(campaign, { do: 'resume' })
  await clock.run(until)
  await engine.close({ hangUp: false, withinMs: 0 })
  await store.close()
  expect(bugs).toEqual([])
  return dialer.invites
}

const counts = (store: Store) =>
  Object.fromEntries(
    ['calls', 'call_events', 'decisions', 'audit', 'campaign_hours', 'campaign_totals', 'number_days'].map(
      table => [
        table,
        store.statements.first<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)?.rows,
      ],
    ),
  )

test('quality.md 4: after a restore nobody is called again as if there had been no call, and no attempt is forgotten', async () => {
  bench = await aBench({
    contacts: 6,
    settings: { maxRetries: 3, attemptsPerDay: 2, retryMinutes: 60, maxConcurrentCalls: 2 },
    answer: ({ to }) => (to === phone(0) ? picksUp : noAnswer),
  })
  const file = fileOf(bench.store)
  const backup = join(dirname(file), 'b.db')
  await bench.launch(() => bench?.dialer.invites.length === 3)
  const held = await writeBackup(file, backup)
  expect(held).toMatchObject({ campaigns: 1, contacts: 6 })
  await bench.clock.run(mondayAtTen + 30 * 60_000)
  expect(bench.dialer.invites.length).toBeGreaterThan(3)
  const known = counts(bench.store)
  const figures = await bench.statuses()
  await bench.engine.close({ hangUp: false, withinMs: 0 })
  await bench.store.close()

  const now = mondayAtTen + hour
  const outcome = await restoreWorkspace({ backup, file, keepAs: join(dirname(file), 'before.db'), now })
  expect(outcome).toMatchObject({ wasDamaged: false, kept: join(dirname(file), 'before.db') })
  expect(existsSync(join(dirname(file), 'before.db'))).toBe(true)

  const store = await anOpenStore(file, now)
  expect(counts(store)).toEqual(known)
  expect(await brokenAuditRows(store.db)).toEqual([])
  const [campaign] = await store.db.selectFrom('campaigns').select(['state']).execute()
  expect(campaign?.state).toBe('paused')
  const leads = await store.db.selectFrom('leads').select(['status']).execute()
  expect(leads).toHaveLength(6)
  expect(await statusesOf(store, bench.campaign)).toEqual(figures)
  await store.close()

  const later = await goOn(file, bench, now, mondayAtTen + 8 * hour)
  // Two attempts a day for each number: one was made before, and the person who was reached is done.
  const perNumber = Map.groupBy(later, ({ number }) => number)
  expect(perNumber.has(phone(0))).toBe(false)
  for (const calls of perNumber.values()) expect(calls).toHaveLength(1)
  expect(perNumber.size).toBe(5)
})

test('compliance.md 6: entries of the do-not-call list that are younger than the backup stay, those taken off come back', async () => {
  const folder = aFolder()
  folders.push(folder)
  const store = await anOpenStore(folder.file)
  await aCampaign(store)
  const list = (number: E164) =>
    store.write(async () =>
      putOnList(
        store.statements,
        number,
        { reason: 'asked', source: 'supervisor', expiresAt: null, at: mondayAtTen },
        byTest(),
      ),
    )
  await list(phone(1))
  const backup = join(dirname(folder.file), 'b.db')
  await writeBackup(folder.file, backup)
  await list(phone(2))
  await store.write(tx => tx.deleteFrom('suppressions').where('number', '=', phone(1)).execute())
  await store.close()
  const outcome = await restoreWorkspace({
    backup,
    file: folder.file,
    keepAs: join(dirname(folder.file), 'before.db'),
    now: mondayAtTen,
  })
  expect(outcome).toMatchObject({ carried: { calls: 0, doNotCall: 1 } })
  const restored = await anOpenStore(folder.file)
  const numbers = await restored.db.selectFrom('suppressions').select('number').orderBy('number').execute()
  expect(numbers.map(({ number }) => number)).toEqual([phone(1), phone(2)])
  await restored.close()
})

test('calls of a campaign that the backup does not know stay, for the caps; the campaign itself is gone', async () => {
  bench = await aBench({ contacts: 1, answer: () => noAnswer, settings: { maxRetries: 0 } })
  const file = fileOf(bench.store)
  const backup = join(dirname(file), 'b.db')
  await writeBackup(file, backup)
  const { campaign } = await aCampaign(bench.store, {
    name: 'Later',
    contacts: 2,
    firstContact: 10,
    settings: { maxRetries: 0 },
  })
  await bench.engine.move(campaign, { do: 'launch', startsAt: null })
  await bench.clock.run(mondayAtTen + hour)
  expect(bench.dialer.invites.map(({ number }) => number).sort()).toEqual([phone(10), phone(11)])
  await bench.engine.close({ hangUp: false, withinMs: 0 })
  await bench.store.close()
  const outcome = await restoreWorkspace({
    backup,
    file,
    keepAs: join(dirname(file), 'k.db'),
    now: mondayAtTen + 2 * hour,
  })
  expect(outcome).toMatchObject({ carried: { calls: 2 } })
  const store = await anOpenStore(file)
  const calls = await store.db.selectFrom('calls').select(['to_number']).orderBy('to_number').execute()
  expect(calls.map(({ to_number }) => to_number)).toEqual([phone(10), phone(11)])
  const shown = await store.db
    .selectFrom('campaigns')
    .select('name')
    .where('deleted_at', 'is', null)
    .execute()
  expect(shown).toEqual([{ name: 'Reminders' }])
  expect(store.statements.rows('PRAGMA foreign_key_check')).toEqual([])
  // What is made from now on takes no id that was given since the backup.
  const [seq] = store.statements.rows<{ seq: number }>(
    `SELECT seq FROM sqlite_sequence WHERE name = 'contacts'`,
  )
  expect(seq?.seq).toBe(3)
  await store.close()
})

test('a backup of another workspace is refused where there is something to lose, and taken where there is nothing', async () => {
  const [one, other, empty] = [aFolder(), aFolder(), aFolder()]
  folders.push(one, other, empty)
  for (const folder of [one, other]) {
    const store = await anOpenStore(folder.file)
    await aCampaign(store)
    await store.close()
  }
  await (await anOpenStore(empty.file)).close()
  const backup = join(dirname(one.file), 'b.db')
  await writeBackup(one.file, backup)
  const restore = (file: string) =>
    restoreWorkspace({ backup, file, keepAs: join(dirname(file), 'k.db'), now: mondayAtTen })
  expect(await restore(other.file)).toMatchObject({ refused: 'other_workspace' })
  expect(existsSync(`${other.file}.restored`)).toBe(false)
  expect(await restore(empty.file)).toMatchObject({ carried: { calls: 0, doNotCall: 0 } })
  const store = await anOpenStore(empty.file)
  expect(await store.db.selectFrom('contacts').select('id').execute()).toHaveLength(3)
  await store.close()
})

test('what is no backup, or is damaged, is refused and changes nothing', async () => {
  const folder = aFolder()
  folders.push(folder)
  const store = await anOpenStore(folder.file)
  await aCampaign(store)
  const backup = join(dirname(folder.file), 'b.db')
  await writeBackup(folder.file, backup)
  await store.close()
  writeFileSync(
    join(dirname(folder.file), 'text.db'),
    'This is a letter and no database at all, as one can see.',
  )
  const restore = (from: string) =>
    restoreWorkspace({
      backup: join(dirname(folder.file), from),
      file: folder.file,
      keepAs: join(dirname(folder.file), 'k.db'),
      now: mondayAtTen,
    })
  expect(await restore('text.db')).toMatchObject({ refused: 'not_a_backup' })
  const again = await anOpenStore(folder.file)
  expect(await again.db.selectFrom('contacts').select('id').execute()).toHaveLength(3)
  expect(await restore('b.db')).toMatchObject({ refused: 'in_use' })
  await again.close()
})

test('quality.md 4: a damaged workspace is replaced by the newest good backup, and it is said that calls since are unknown', async () => {
  const folder = aFolder()
  folders.push(folder)
  const store = await anOpenStore(folder.file)
  await aCampaign(store)
  const backup = join(dirname(folder.file), 'b.db')
  await writeBackup(folder.file, backup)
  await store.close()
  writeFileSync(folder.file, Buffer.alloc(64 * 1024, 7))
  const outcome = await restoreWorkspace({
    backup,
    file: folder.file,
    keepAs: join(dirname(folder.file), 'k.db'),
    now: mondayAtTen,
  })
  expect(outcome).toMatchObject({ carried: null, wasDamaged: true })
  const restored = await anOpenStore(folder.file)
  expect(await restored.db.selectFrom('contacts').select('id').execute()).toHaveLength(3)
  await restored.close()
})
