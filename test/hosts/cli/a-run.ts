import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { openStore } from '../../../src-main/store/open-store.ts'
import { tempDir } from '../temp-dir.ts'

/** Numbers that Germany keeps free for fiction: `aNumber(9)` ends with 09. */
export const aNumber = (last: number): string => `+493023125${String(last).padStart(3, '0')}`

/** A CSV file with these people; the folder goes away with the test. */
export const aList = (...last: readonly number[]): string => {
  const file = join(tempDir(), 'people.csv')
  const rows = last.map(each => `${aNumber(each)},Person ${each},9 o'clock`)
  writeFileSync(file, ['phone_number,contact_name,appointment_time', ...rows, ''].join('\n'))
  return file
}

export interface Run {
  readonly data: string
  readonly contacts: string
  /** Port of the trunk on loopback, or the whole URI. */
  readonly trunk: number | string
}

/** `campaign run` as it is typed, answering in JSON. */
export const aRun = ({ data, contacts, trunk }: Run, ...more: readonly string[]): readonly string[] => [
  ...['campaign', 'run', '--data', data, '--contacts', contacts, '--caller-id', aNumber(0)],
  ...['--trunk', typeof trunk === 'number' ? `sip:127.0.0.1:${trunk}` : trunk],
  ...['--any-time', '--json', ...more],
]

/** The one JSON object that a command printed. */
// biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect in it
export const answerOf = ({ out }: { readonly out: string }): any => {
  expect(out.trim().split('\n')).toHaveLength(1)
  return JSON.parse(out)
}

export interface Records {
  readonly campaigns: readonly { readonly name: string; readonly state: string }[]
  readonly leads: readonly { readonly status: string; readonly attempts: number }[]
  readonly calls: readonly {
    readonly to_number: string
    readonly state: string
    readonly result: string | null
    readonly failure: string | null
    readonly sip_code: number | null
    readonly hung_up_by: string | null
    readonly counts_as_attempt: number | null
  }[]
  readonly contacts: number
}

/** What stands in the workspace's file, read by another program. */
export const recordsIn = (data: string): Records => {
  const db = new Database(join(data, 'workspace.db'), { readonly: true })
  try {
    const all = <T>(sql: string) => db.prepare(sql).all() as T[]
    return {
      campaigns: all('SELECT name, state FROM campaigns ORDER BY id'),
      leads: all('SELECT status, attempts FROM leads ORDER BY id'),
      calls: all(
        'SELECT to_number, state, result, failure, sip_code, hung_up_by, counts_as_attempt FROM calls ORDER BY id',
      ),
      contacts: db.prepare('SELECT count(*) FROM contacts').pluck().get() as number,
    }
  } finally {
    db.close()
  }
}

const inProgress = ['queued', 'dialing', 'in_call']

/** Nobody is left in the middle of anything, and the workspace was closed as it should be. */
export const expectWholeness = async (data: string): Promise<Records> => {
  const store = await openStore({ file: join(data, 'workspace.db'), now: Date.now })
  if ('refused' in store) throw new Error(store.message)
  expect(store.wasUnclean).toBe(false)
  await store.close()
  const records = recordsIn(data)
  expect(records.calls.filter(call => call.state !== 'ended')).toEqual([])
  expect(records.leads.filter(lead => inProgress.includes(lead.status))).toEqual([])
  return records
}
