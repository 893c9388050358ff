import { writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { mayNotBeUndone } from '../../../src-main/contacts/undo.ts'
import type { JobId } from '../../../src-main/domain/ids.ts'
import type { JobInput } from '../../../src-main/domain/job.ts'
import type { JobDesk } from '../../../src-main/hosts/working/job-desk.ts'
import { openJobs } from '../../../src-main/hosts/working/open-jobs.ts'
import { readJob } from '../../../src-main/store/job-records.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { mainTurn, newSharedTurn } from '../../../src-main/store/write-turn.ts'
import { aFolder } from '../../make/workspace.ts'
import { oddDoers } from './odd-jobs.ts'

type How = 'well' | 'slow' | 'die' | 'die-once' | 'refuse' | 'bug' | 'full' | 'firm' | 'stuck' | 'no-way-on'

const anAction = (key: How, steps = 5): JobInput => ({
  is: 'act',
  selection: { contacts: [] },
  action: { do: 'set_field', key, value: String(steps) },
})

const anExport: JobInput = {
  is: 'export',
  order: { what: { of: 'do_not_call' }, format: 'csv', columns: null, title: 'List' },
}

/** A workspace with its jobs; `again` ends the program and starts it anew on the same folder. */
const aWorkplace = async () => {
  const folder = aFolder()
  const dataDir = dirname(folder.file)
  const workers = { working: resolve(import.meta.dirname, 'odd-thread.ts') } as never
  const open = async () => {
    const shared = newSharedTurn()
    const turn = mainTurn(shared)
    const store = await openStore({ file: folder.file, now: Date.now, turn })
    if ('refused' in store) throw new Error(store.message)
    const ended: string[] = []
    const desk = await openJobs({
      dataDir,
      workers,
      store,
      turn,
      shared,
      now: Date.now,
      log: pino({ level: 'silent' }),
      onEnd: ({ title }, { is }) => ended.push(`${title} ${is}`),
    })
    return { store, desk, ended }
  }
  let now = await open()
  const close = async () => {
    await now.desk.close()
    await now.store.close()
  }
  onTestFinished(async () => {
    await close()
    folder.remove()
  })
  return {
    dataDir,
    get desk() {
      return now.desk
    },
    get store() {
      return now.store
    },
    get ended() {
      return now.ended
    },
    again: async () => {
      await close()
      now = await open()
    },
    go: () => writeFileSync(join(dataDir, 'go'), ''),
    start: (input: JobInput, title = 'A job') => now.desk.start({ input, actor: 'Ada', title }),
    end: async (job: JobId) => {
      await now.desk.ended(job)
      return readJob(now.store.db, job)
    },
    tags: async () =>
      (await now.store.db.selectFrom('tags').select('name').execute()).map(({ name }) => name),
    undoable: (job: JobId) => {
      const file = openReadOnly(folder.file)
      const why = mayNotBeUndone(oddDoers, file, job)
      file.close()
      return why
    },
  }
}

/** Once it has told so much. */
const told = async (desk: JobDesk, job: JobId, done = 1) => {
  for (let looked = 0; looked < 2_000 && (desk.progressOf(job)?.done ?? 0) < done; looked++)
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(desk.progressOf(job)?.done).toBeGreaterThanOrEqual(done)
}

test('a job that is done says what it did, and the audit log who wanted it', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('well'), 'Five tags')
  expect(await place.end(job)).toMatchObject({
    state: 'done',
    actor: 'Ada',
    progress: null,
    result: { is: 'act', changed: 5 },
    message: '',
  })
  expect(await place.tags()).toHaveLength(5)
  expect(place.ended).toEqual(['Five tags done'])
  const audit = await place.store.db.selectFrom('audit').select(['actor', 'action', 'subject']).execute()
  expect(audit).toEqual([
    { actor: 'Ada', action: 'act.start', subject: `job ${job}` },
    { actor: 'Ada', action: 'act.done', subject: `job ${job}` },
  ])
})

test('jobs that write come one after the other, an export beside them', async () => {
  const place = await aWorkplace()
  const exporting = await place.start(anExport, 'Export')
  const first = await place.start(anAction('slow', 20), 'First')
  const second = await place.start(anAction('well'), 'Second')
  await place.end(first)
  await place.end(second)
  expect(place.ended).toEqual(['First done', 'Second done'])
  place.go()
  expect(await place.end(exporting)).toMatchObject({ state: 'done' })
})

test('contacts.md §3, cancel: a job that is cancelled leaves no trace and says who did it', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('slow', 100_000))
  await told(place.desk, job)
  expect(await place.desk.cancel(job, 'Ben')).toBe('cancelled')
  expect(await place.end(job)).toMatchObject({
    state: 'cancelled',
    message: 'Cancelled by Ben. Nothing of it was kept.',
  })
  expect(await place.tags()).toEqual([])
  expect(await place.desk.cancel(job, 'Ben')).toBe('ended')
  expect(await place.desk.cancel(999 as JobId, 'Ben')).toBe('unknown')
})

test('one that waits is cancelled before it begins', async () => {
  const place = await aWorkplace()
  const first = await place.start(anAction('slow', 100_000))
  const second = await place.start(anAction('well'))
  expect(await place.desk.cancel(second, 'Ben')).toBe('cancelled')
  expect(await place.end(second)).toMatchObject({ state: 'cancelled', startedAt: null })
  await told(place.desk, first)
  await place.desk.cancel(first, 'Ben')
  await place.end(first)
  expect(await place.tags()).toEqual([])
})

test('what may not be cancelled any more goes on to its end', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('firm'))
  for (let looked = 0; looked < 2_000 && place.desk.progressOf(job)?.mayBeCancelled !== false; looked++)
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(await place.desk.cancel(job, 'Ben')).toBe('too_late')
  place.go()
  expect(await place.end(job)).toMatchObject({ state: 'done', result: { changed: 5 } })
})

test.each([
  ['refuse', 'The list is gone. Choose another one.'],
  ['bug', 'It broke off: x is not a function. Nothing of it was kept; the log has the details.'],
  ['full', 'The disk is full.'],
] as const)('one that fails (%s) says why in words, and leaves no trace', async (how, message) => {
  const place = await aWorkplace()
  const job = await place.start(anAction(how), 'Tags')
  const record = await place.end(job)
  expect(record).toMatchObject({ state: 'failed', message: expect.stringContaining(message) })
  expect(await place.tags()).toEqual([])
  const notices = await place.store.db.selectFrom('notices').select(['kind', 'title', 'text']).execute()
  expect(notices).toEqual([{ kind: 'job_failed', title: 'Failed: Tags', text: record?.message }])
})

test('quality.md §2, worker crash: a job whose thread dies goes on where it stood', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('die-once'))
  expect(await place.end(job)).toMatchObject({ state: 'done', result: { changed: 5, unchanged: 3 } })
  expect(await place.tags()).toHaveLength(5)
})

test('one that kills each thread fails, leaves no trace and holds up nobody', async () => {
  const place = await aWorkplace()
  const deadly = await place.start(anAction('die'))
  const after = await place.start(anAction('well'))
  expect(await place.end(deadly)).toMatchObject({
    state: 'failed',
    message: 'It broke off: The working thread ended with code 1. Nothing of it was kept.',
  })
  expect(await place.end(after)).toMatchObject({ state: 'done' })
  expect(await place.tags()).toHaveLength(5)
})

test('the program ends while jobs are at work and waiting: the next start finishes them', async () => {
  const place = await aWorkplace()
  const first = await place.start(anAction('slow', 60))
  const second = await place.start(anAction('well'))
  await told(place.desk, first)
  await place.again()
  expect(await place.end(first)).toMatchObject({ state: 'done', result: { changed: 60 } })
  expect(await place.end(second)).toMatchObject({ state: 'done' })
  expect(new Set(await place.tags()).size).toBe(65)
})

test('a program that ends in order, however often, is no reason to give up a job', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('slow', 200))
  for (const done of [1, 10, 20, 30]) {
    await told(place.desk, job, done)
    await place.again()
  }
  expect(await place.end(job)).toMatchObject({ state: 'done', result: { changed: 200 } })
})

test('where a job cannot go on after a crash, the next start leaves no trace of it and says so', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('no-way-on', 3_000))
  await told(place.desk, job)
  await place.again()
  expect(await place.end(job)).toMatchObject({
    state: 'cancelled',
    message: 'The program ended while it was at work. Nothing of it was kept; start it again.',
  })
  expect(await place.tags()).toEqual([])
})

test('one that was cancelled is not brought back by the end of the program before it is cleaned up', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('stuck', 3_000))
  await told(place.desk, job)
  await place.desk.cancel(job, 'Ben')
  for (let looked = 0; looked < 2_000 && !place.desk.progressOf(job)?.phase.startsWith('Waiting'); looked++)
    await new Promise(resolve => setTimeout(resolve, 5))
  expect(await place.tags()).not.toEqual([])
  await place.again()
  place.go()
  await place.again()
  expect(await place.end(job)).toMatchObject({
    state: 'cancelled',
    message: 'Cancelled by Ben. Nothing of it was kept.',
  })
  expect(await place.tags()).toEqual([])
})

test('what was done is taken back once, by a job of its own', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('well'))
  await place.end(job)
  expect(place.undoable(job)).toBeNull()
  const undo = await place.start({ is: 'undo', of: job })
  expect(await place.end(undo)).toMatchObject({ state: 'done', result: { is: 'undo', restored: 5 } })
  expect(await place.tags()).toEqual([])
  expect(await readJob(place.store.db, job)).toMatchObject({ undoneBy: undo })
  expect(place.undoable(job)).toBe('It was taken back already.')
  expect(place.undoable(undo)).toBe('Work of this kind changes nothing that could be taken back.')
  const again = await place.start({ is: 'undo', of: job })
  expect(await place.end(again)).toMatchObject({ state: 'failed', message: 'It was taken back already.' })
})

test('contacts.md §3, undo only as long as nobody was called: its kind says why not', async () => {
  const place = await aWorkplace()
  const job = await place.start(anAction('well'))
  await place.end(job)
  await place.store.write(tx =>
    tx
      .insertInto('tags')
      .values({ name: `${job}: kept` })
      .execute(),
  )
  expect(place.undoable(job)).toBe('Somebody was called meanwhile.')
  const undo = await place.start({ is: 'undo', of: job })
  expect(await place.end(undo)).toMatchObject({ state: 'failed', message: 'Somebody was called meanwhile.' })
  expect(await place.tags()).toHaveLength(6)
})
