import { describe, expect, test } from 'vitest'
import type { Job } from '../../../src-main/contract/jobs.ts'
import { endOf } from '../../../src-renderer/ui/jobs/end-of.ts'
import { isAtWork, progressText } from '../../../src-renderer/ui/jobs/progress.ts'

const aJob = (part: Partial<Job>): Job => ({
  id: 1 as Job['id'],
  kind: 'import',
  state: 'running',
  actor: 'Ida Marlow',
  title: 'customers-2026.csv into all contacts',
  asked: { is: 'import', fileName: 'customers-2026.csv', target: { into: 'all' }, known: 'update' },
  progress: null,
  result: null,
  message: '',
  createdAt: 0,
  startedAt: 0,
  endedAt: null,
  undoneBy: null,
  undo: { possible: false, why: '' },
  files: { export: null, rejected: null },
  ...part,
})
const progress = (part: Partial<NonNullable<Job['progress']>>): NonNullable<Job['progress']> => ({
  phase: 'Reading rows',
  done: 621_400,
  total: 1_000_000,
  perSecond: 18_912.4,
  secondsLeft: 19.2,
  mayBeCancelled: true,
  ...part,
})

describe('contacts §3: “in the background with a progress bar, rate, time left”', () => {
  test('an import tells rows, rate and time left', () =>
    expect(progressText(aJob({ progress: progress({}) }))).toEqual({
      share: 0.6214,
      phase: 'Reading rows',
      done: '621,400',
      of: 'of 1,000,000 rows',
      pace: '18,912 rows/s, 20 s left',
    }))

  test('a size that is reckoned from the file so far is told as such, and does not change all the time', () =>
    expect(progressText(aJob({ progress: progress({ total: 983_417, isEstimate: true }) }))).toMatchObject({
      share: 621_400 / 983_417,
      of: 'of about 980,000 rows',
    }))

  test('an action on many counts contacts, not rows', () =>
    expect(progressText(aJob({ kind: 'act', progress: progress({}) }))?.pace).toBe(
      '18,912 contacts/s, 20 s left',
    ))

  test('before the size of a file is known, only what was done is told', () =>
    expect(
      progressText(aJob({ progress: progress({ total: null, perSecond: null, secondsLeft: null }) })),
    ).toEqual({ share: null, phase: 'Reading rows', done: '621,400 rows', of: '', pace: '' }))

  test('a job that had nothing to do is not half done', () =>
    expect(progressText(aJob({ progress: progress({ done: 0, total: 0 }) }))?.share).toBe(1))

  test('more rows than were estimated do not go over the end of the bar', () =>
    expect(progressText(aJob({ progress: progress({ done: 12, total: 10 }) }))?.share).toBe(1))

  test('what waits or has ended has no progress', () => {
    expect(progressText(aJob({ state: 'waiting', progress: progress({}) }))).toBeUndefined()
    expect(isAtWork(aJob({ state: 'waiting' }))).toBe(true)
    expect(isAtWork(aJob({ state: 'done' }))).toBe(false)
  })
})

describe('the end of long work, in a line', () => {
  const counts = {
    added: 37_621,
    updated: 6_204,
    unchanged: 3_202,
    duplicates: 640,
    rejected: 231,
    rows: 47_898,
    doNotCall: 312,
    placed: 47_027,
    notUnderstood: 0,
  }

  test('contacts §3: an import names its file, what is there now, and what was rejected', () =>
    expect(
      endOf(aJob({ state: 'done', result: { is: 'import', counts, reasons: [], headings: [] } }))?.words,
    ).toBe('customers-2026.csv: 47,027 contacts imported, 231 rows rejected'))

  test('contacts §3: “a cancelled import leaves no trace, and says which”', () =>
    expect(endOf(aJob({ state: 'cancelled' }))?.words).toBe(
      'customers-2026.csv into all contacts: cancelled, no trace left',
    ))

  test('a failure says why and what to do', () =>
    expect(endOf(aJob({ state: 'failed', message: 'The disk is full. Free some space.' }))).toMatchObject({
      look: { hue: 'red' },
      cure: 'The disk is full. Free some space.',
    }))

  test('an action says how many it changed and how many it left', () =>
    expect(
      endOf(
        aJob({
          kind: 'act',
          title: 'Add tag VIP',
          state: 'done',
          result: { is: 'act', changed: 3, unchanged: 1_000, reasons: [] },
        }),
      )?.words,
    ).toBe('Add tag VIP: 3 contacts changed, 1,000 left as they were'))

  test('work that goes on has no end to tell', () => expect(endOf(aJob({}))).toBeUndefined())
})
