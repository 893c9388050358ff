import { afterEach, beforeEach, expect, test } from 'vitest'
import { act } from '../../../src-main/contacts/act/run-act.ts'
import { JobCalledOff } from '../../../src-main/contacts/job-work.ts'
import type { ContactSelection } from '../../../src-main/domain/contact-filter.ts'
import type { GroupRemoval } from '../../../src-main/domain/job.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { aJob, type Desk, type DoneAct, doAct, undoAct, workOf } from './job-work.ts'
import { broken, everything } from './whole-workspace.ts'

let store: Store
let desk: Desk
let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  desk = { store, file: folder.file, now: () => mondayAtTen + 1_000 }
  await aCampaign(store, { contacts: 5 })
  await run(`INSERT INTO lists (name, notes, created_at, changed_at) VALUES ('Fair', '', 0, 0)`)
  await run(`INSERT INTO lists (name, notes, created_at, changed_at) VALUES ('Autumn', 'by hand', 0, 0)`)
  await run('INSERT INTO list_contacts (list_id, contact_id) VALUES (1, 1), (2, 1), (2, 3), (2, 4)')
  await run(`INSERT INTO tags (name) VALUES ('VIP')`)
  await run('INSERT INTO contact_tags (tag_id, contact_id) VALUES (1, 2), (1, 5)')
})
afterEach(async () => {
  expect(broken(store.statements)).toEqual([])
  await store.close()
  folder.remove()
})

const run = async (sql: string) => {
  const written = await store.write(async () => store.statements.run(sql))
  if (!written.committed) throw new Error(written.failure.message)
}
const rows = <R>(sql: string) => store.statements.rows<R>(sql)
const list: GroupRemoval = { do: 'remove_list', list: 2 as never, name: 'Autumn', notes: 'by hand' }
const inList: ContactSelection = {
  query: { scope: { of: 'list', list: 2 as never }, search: '', filter: null },
  except: [],
}
const tag: GroupRemoval = { do: 'remove_tag', tag: 1 as never, name: 'VIP' }
const withTag: ContactSelection = {
  query: {
    scope: { of: 'all' },
    search: '',
    filter: { match: 'all', of: [{ field: 'tag', op: 'one_of', value: [1 as never] }] },
  },
  except: [],
}
const mayNotBeUndone = ({ job, input }: Pick<DoneAct, 'job' | 'input'>) => {
  const file = openReadOnly(folder.file)
  try {
    return act.undo?.mayNot(file, job, input)
  } finally {
    file.close()
  }
}

test.each([
  ['list', list, inList, 3, `SELECT name FROM lists`, ['Fair']],
  ['tag', tag, withTag, 2, `SELECT name FROM tags`, []],
] as const)('a %s goes, its contacts stay and tell it; undone, all is as before', async (...row) => {
  const [, removal, selection, changed, names, left] = row
  const before = everything(store.statements)
  const done = await doAct(desk, selection, removal)
  expect(done.result).toMatchObject({ changed, unchanged: 0 })
  expect(rows<{ name: string }>(names).map(({ name }) => name)).toEqual(left)
  expect(rows('SELECT 1 FROM contacts')).toHaveLength(5)
  expect(rows(`SELECT 1 FROM contact_changes WHERE job_id = ${done.job}`)).toHaveLength(changed)
  expect(mayNotBeUndone(done)).toBeNull()
  expect(await undoAct(desk, done)).toMatchObject({ restored: changed, kept: 0 })
  expect(everything(store.statements)).toEqual(before)
  expect(rows('SELECT notes FROM lists WHERE id = 2')).toEqual([{ notes: 'by hand' }])
})

test('contacts.md §3, cancel: a list that was being removed is whole again', async () => {
  const before = everything(store.statements)
  const input = { is: 'act', selection: inList, action: list } as const
  const job = await aJob(desk, input)
  const misfortune = { at: 2, throws: new JobCalledOff() }
  await expect(act.run(workOf(desk, job, { misfortune }), input)).rejects.toThrow(JobCalledOff)
  await act.cleanUp(workOf(desk, job), input)
  expect(everything(store.statements)).toEqual(before)
  expect(rows('SELECT 1 FROM contact_changes WHERE job_id IS NOT NULL')).toEqual([])
})

test('a crash after the list went and before that was written down is told as done', async () => {
  const input = { is: 'act', selection: inList, action: list } as const
  const job = await aJob(desk, input)
  await act.run(workOf(desk, job), input)
  const again = await act.run(workOf(desk, job, { goesOn: true }), {
    ...input,
    selection: { contacts: [1, 3, 4] as never },
  })
  expect(again).toMatchObject({ is: 'act', changed: 3, unchanged: 0 })
})

test('an empty list goes too, and comes back', async () => {
  await run('DELETE FROM list_contacts WHERE list_id = 2')
  const done = await doAct(desk, inList, list)
  expect(rows('SELECT 1 FROM lists')).toHaveLength(1)
  await undoAct(desk, done)
  expect(rows('SELECT name FROM lists WHERE id = 2')).toEqual([{ name: 'Autumn' }])
})

test('a list whose name another one has taken does not come back', async () => {
  const done = await doAct(desk, inList, list)
  await run(`INSERT INTO lists (name, created_at, changed_at) VALUES ('AUTUMN', 0, 0)`)
  expect(rows(`SELECT id FROM lists WHERE name = 'Autumn'`)).toEqual([{ id: 3 }])
  expect(mayNotBeUndone(done)).toBe('Another list is called “Autumn” now.')
})
