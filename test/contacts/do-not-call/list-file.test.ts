import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listFile } from '../../../src-main/contacts/do-not-call/list-file.ts'
import { putOnList } from '../../../src-main/contacts/do-not-call/put-on-list.ts'
import { rejectedFile, uploadFile } from '../../../src-main/contacts/job-files.ts'
import { JobCalledOff, JobRefused } from '../../../src-main/contacts/job-work.ts'
import type { E164, JobId } from '../../../src-main/domain/ids.ts'
import type { JobProgress } from '../../../src-main/domain/job.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, phone } from '../../make/workspace.ts'
import { aJob, type Desk, workOf } from '../act/job-work.ts'

let store: Store
let desk: Desk
let folder: ReturnType<typeof aFolder>
let at = mondayAtTen
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  at = mondayAtTen
  desk = { store, file: folder.file, now: () => at }
  await aCampaign(store, { contacts: 2 })
  await byHand('+4312345678', mondayAtTen + 3_600_000)
  await byHand('+4312345679', null)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const written = async <T>(work: () => T): Promise<T> => {
  const done = await store.write(async () => work())
  if (!done.committed) throw new Error(done.failure.message)
  return done.value
}
const byHand = (number: E164, expiresAt: number | null) =>
  written(() => {
    const entry = { reason: 'by hand', source: 'supervisor', expiresAt, at } as const
    return putOnList(store.statements, number, entry, { actor: 'Ada', job: null, at })
  })
const rows = <R>(sql: string) => store.statements.rows<R>(sql)
const list = () => rows('SELECT * FROM suppressions ORDER BY number')
const listed = () => rows<{ number: E164 }>('SELECT number FROM suppressions ORDER BY number')

/** One of Person 0, one that is listed until an hour from now, one that is listed for good, two that are new, one twice. */
const file = `name,phone,why
A,${phone(0)},moved
B,+4312345678,
C,+4312345679,
D,0151 23456780,
E,+49 151 23456780,
F,nonsense,
G,+4915123456781,
`
const inputOf = (content: string, expiresAt: number | null = null) => {
  mkdirSync(dirname(uploadFile(dirname(folder.file), 'file')), { recursive: true })
  writeFileSync(uploadFile(dirname(folder.file), 'file'), content)
  const columns = { column: 1, reasonColumn: 2, country: 'DE', reason: 'old system', expiresAt }
  return { is: 'do_not_call', upload: 'file', fileName: 'stop.csv', ...columns } as const
}
const aListing = async (content = file) => {
  const input = inputOf(content)
  return { input, job: await aJob(desk, input) }
}
const undo = async ({ job, input }: Awaited<ReturnType<typeof aListing>>) => {
  const undone = await aJob(desk, { is: 'undo', of: job })
  if (listFile.undo === undefined) throw new Error('It can be taken back')
  return listFile.undo.run(workOf(desk, undone), job, input)
}
const mayNotBeUndone = (job: JobId, input: ReturnType<typeof inputOf>) => {
  const reads = openReadOnly(folder.file)
  try {
    return listFile.undo?.mayNot(reads, job, input)
  } finally {
    reads.close()
  }
}

test('contacts.md §5, import: new, known and unreadable numbers are counted; contacts tell it', async () => {
  const { job, input } = await aListing()
  const told: JobProgress[] = []
  const work = { ...workOf(desk, job), tell: (progress: JobProgress) => void told.push(progress) }
  expect(await listFile.run(work, input)).toEqual({ is: 'do_not_call', added: 4, known: 2, rejected: 1 })
  expect(told.at(-1)).toMatchObject({ phase: 'Adding numbers', done: 7, total: 7, mayBeCancelled: true })
  expect(
    rows(`SELECT number, reason, expires_at FROM suppressions WHERE source = 'import' ORDER BY 1`),
  ).toEqual(
    [
      { number: phone(0), reason: 'moved', expires_at: null },
      { number: '+4312345678', reason: 'old system', expires_at: null },
      { number: '+4915123456780', reason: 'old system', expires_at: null },
      { number: '+4915123456781', reason: 'old system', expires_at: null },
    ].sort((a, b) => (a.number < b.number ? -1 : 1)),
  )
  expect(rows(`SELECT contact_id FROM contact_changes WHERE job_id = ${job}`)).toHaveLength(1)
  expect(readFileSync(rejectedFile(dirname(folder.file), job), 'utf8')).toContain('7,“nonsense”')
})

test('contacts.md §5, expiry: a file may hold until a day; who is listed for longer stays so', async () => {
  const until = mondayAtTen + 86_400_000
  const input = inputOf(file, until)
  await listFile.run(workOf(desk, await aJob(desk, input)), input)
  const ends = rows<{ number: E164; expires_at: number | null }>(
    'SELECT number, expires_at FROM suppressions',
  )
  expect(Object.fromEntries(ends.map(({ number, expires_at }) => [number, expires_at]))).toEqual({
    [phone(0)]: until,
    '+4312345678': until,
    '+4312345679': null,
    '+4915123456780': until,
    '+4915123456781': until,
  })
})

test('contacts.md §3, cancel: the list stands as it stood before, entries with an end among them', async () => {
  const before = list()
  const { job, input } = await aListing()
  await listFile.run(workOf(desk, job), input)
  await listFile.cleanUp(workOf(desk, job), input)
  expect(list()).toEqual(before)
  expect(rows('SELECT 1 FROM contact_changes WHERE job_id IS NOT NULL')).toEqual([])
  expect(existsSync(rejectedFile(dirname(folder.file), job))).toBe(false)
})

test('called off at its first transaction it leaves nothing', async () => {
  const before = list()
  const { job, input } = await aListing()
  const misfortune = { at: 1, throws: new JobCalledOff() }
  await expect(listFile.run(workOf(desk, job, { misfortune }), input)).rejects.toThrow(JobCalledOff)
  await listFile.cleanUp(workOf(desk, job), input)
  expect(list()).toEqual(before)
})

test('a crash at its end: begun anew it counts the same and changes nothing', async () => {
  const { job, input } = await aListing()
  const first = await listFile.run(workOf(desk, job), input)
  const before = list()
  at += 60_000
  expect(await listFile.run(workOf(desk, job, { goesOn: true }), input)).toEqual(first)
  expect(list()).toEqual(before)
})

test('taken back as a whole: what stood there stands there again; who refused since, or was listed by hand, stays', async () => {
  const done = await aListing()
  await listFile.run(workOf(desk, done.job), done.input)
  at += 60_000
  await byHand('+4915123456780', null)
  await written(() =>
    store.statements.run(
      `UPDATE suppressions SET at = at + 5, source = 'agent' WHERE number = '${phone(0)}'`,
    ),
  )
  expect(mayNotBeUndone(done.job, done.input)).toBeNull()
  expect(await undo(done)).toEqual({
    is: 'undo',
    restored: 2,
    kept: 1,
    why: '1 was put on the do-not-call list again since',
  })
  expect(listed().map(({ number }) => number)).toEqual(
    [phone(0), '+4312345678', '+4312345679', '+4915123456780'].sort(),
  )
  expect(rows(`SELECT expires_at, reason FROM suppressions WHERE number = '+4312345678'`)).toEqual([
    { expires_at: mondayAtTen + 3_600_000, reason: 'by hand' },
  ])
  expect(mayNotBeUndone(done.job, done.input)).toBe('Nothing of it is on the list any more.')
})

test('a number that two files name is not taken off with either', async () => {
  const one = await aListing('phone\n+4915123456781\n+4915123456782\n')
  const input = { ...one.input, column: 0, reasonColumn: null }
  await listFile.run(workOf(desk, one.job), input)
  const other = await aListing('phone\n+4915123456781\n')
  await listFile.run(workOf(desk, other.job), { ...other.input, column: 0, reasonColumn: null })
  await listFile.cleanUp(workOf(desk, other.job), other.input)
  expect(await undo(one)).toMatchObject({ restored: 1, kept: 0 })
  expect(listed().map(({ number }) => number)).toContain('+4915123456781')
})

test('a file that cannot be read is named with its cause, and nothing of it is kept', async () => {
  const { job, input } = await aListing('')
  const refused = listFile.run(workOf(desk, job), input)
  await expect(refused).rejects.toThrow(JobRefused)
  await expect(refused).rejects.toThrow('stop.csv: Line 1: the file is empty. Nothing was added.')
})
