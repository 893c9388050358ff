import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportJob } from '../../../src-main/contacts/export/export-job.ts'
import { exportFile } from '../../../src-main/contacts/job-files.ts'
import { JobCalledOff, type JobWork } from '../../../src-main/contacts/job-work.ts'
import type { CampaignId, JobId } from '../../../src-main/domain/ids.ts'
import type { ExportOrder } from '../../../src-main/domain/job.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { aContact, insertContact } from '../../make/contacts.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'

const job = 7 as JobId
let made: {
  store: Awaited<ReturnType<typeof anOpenStore>>
  campaign: CampaignId
  file: string
  remove: () => void
}
let dataDir: string
let told: string[]

beforeEach(async () => {
  const { file, remove } = aFolder()
  const store = await anOpenStore(file)
  const { campaign } = await aCampaign(store, { contacts: 0 })
  made = { store, campaign, file, remove }
  dataDir = dirname(file)
  told = []
  await made.store.write(async () => {
    const { statements } = made.store
    insertContact(
      statements,
      aContact({
        name: '=Zoë "Z"',
        tags: ['VIP', 'Berlin'],
        lists: ['Autumn'],
        fields: { appointment_date: '2026-12-01', 'Größe; cm': '180' },
        calls: 3,
        lastCalledAt: mondayAtTen,
        lastResult: 'busy',
        lead: { status: 'retry', priority: 0, attempts: 2, readyAt: mondayAtTen + 3_600_000, goal: null },
      }),
      made.campaign,
    )
    insertContact(statements, aContact({ name: 'Anna', phone: '+493023125101', fields: { city: 'Köln' } }))
    statements.run(
      `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('+493023125101', 'all', '@asked', 'agent', ?)`,
      mondayAtTen,
    )
    statements.run(
      `INSERT INTO blocked_countries (country, reason, at) VALUES ('FR', 'no branch', ?)`,
      mondayAtTen,
    )
  })
})
afterEach(async () => {
  await made.store.close()
  made.remove()
})

const work = (change: Partial<JobWork> = {}): JobWork => ({
  job,
  actor: 'supervisor',
  now: () => mondayAtTen,
  goesOn: false,
  dataDir,
  openReads: () => openReadOnly(made.file),
  write: () => Promise.reject(new Error('an export only reads')),
  tell: ({ done, total }) => void told.push(`${done} of ${total}`),
  mustGoOn: () => {},
  ...change,
})

const order = (change: Partial<ExportOrder> = {}): ExportOrder => ({
  what: {
    of: 'contacts',
    query: { scope: { of: 'all' }, search: '', filter: null },
    sort: { by: 'name', descending: false },
  },
  format: 'csv',
  columns: null,
  title: 'All contacts',
  ...change,
})
const run = (change: Partial<ExportOrder> = {}) =>
  exportJob.run(work(), { is: 'export', order: order(change) })
const bytes = () => readFileSync(exportFile(dataDir, job))

describe('contacts.md §4, export of contacts', () => {
  test('all columns, every custom field among them, in the order of the table', async () => {
    const result = await run()
    expect(result).toMatchObject({ rows: 2, fileName: 'all-contacts-2026-11-23.csv', bytes: bytes().length })
    const rows = parse(bytes(), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(row => row.contact_name)).toEqual(['\'=Zoë "Z"', 'Anna'])
    expect(rows[0]).toMatchObject({
      phone_number: '+493023125100',
      tags: expect.stringMatching(/VIP, Berlin|Berlin, VIP/),
      lists: 'Autumn',
      calls: '3',
      last_result: 'busy',
      do_not_call: 'no',
      'Größe; cm': '180',
      appointment_date: '2026-12-01',
      city: '',
    })
    expect(rows[1]).toMatchObject({ do_not_call: 'yes', city: 'Köln' })
    expect(told.at(-1)).toBe('2 of 2')
  })

  test('current filter and columns only', async () => {
    await run({
      what: {
        of: 'contacts',
        query: {
          scope: { of: 'all' },
          search: '',
          filter: { match: 'all', of: [{ field: 'doNotCall', op: 'no' }] },
        },
        sort: { by: 'name', descending: false },
      },
      columns: ['phone', 'field:appointment_date', 'no such column', 'name'],
      format: 'csv-semicolon',
    })
    expect(parse(bytes(), { bom: true, delimiter: ';' })).toEqual([
      ['phone_number', 'appointment_date', 'contact_name'],
      ['+493023125100', '2026-12-01', '\'=Zoë "Z"'],
    ])
  })

  test('of a campaign with its metrics, as JSON', async () => {
    await run({
      what: {
        of: 'contacts',
        query: { scope: { of: 'campaign', campaign: made.campaign }, search: '', filter: null },
        sort: { by: 'order', descending: false },
      },
      format: 'json',
    })
    const rows = JSON.parse(bytes().toString()) as Record<string, unknown>[]
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      contact_name: '=Zoë "Z"',
      status: 'retry',
      priority: 'high',
      attempts: 2,
      next_attempt: new Date(mondayAtTen + 3_600_000).toISOString(),
    })
  })

  test('as a workbook that another library reads', async () => {
    await run({ format: 'xlsx', columns: ['name', 'calls'] })
    expect(await readSheet(exportFile(dataDir, job))).toEqual([
      ['contact_name', 'calls'],
      ['=Zoë "Z"', 3],
      ['Anna', 0],
    ])
  })

  test('the do-not-call list with what is blocked', async () => {
    await run({ what: { of: 'do_not_call' } })
    const rows = parse(bytes(), { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(row => [row.phone_number, row.scope, row.reason])).toEqual([
      ['+493023125101', 'all', "'@asked"],
      ['FR', 'country', 'no branch'],
    ])
  })

  test('calls of nobody are a file with its headings', async () => {
    const result = await run({ what: { of: 'calls', campaign: made.campaign } })
    expect(result.rows).toBe(0)
    expect(parse(bytes(), { bom: true })).toHaveLength(1)
  })

  test('columns that do not exist are refused in words', async () => {
    await expect(run({ columns: ['nonsense'] })).rejects.toThrow(
      'None of the columns that were asked for exists.',
    )
  })

  test('cancelled, it leaves no trace', async () => {
    const called = work({
      mustGoOn: () => {
        throw new JobCalledOff()
      },
    })
    const input = { is: 'export', order: order() } as const
    await expect(exportJob.run(called, input)).rejects.toThrow(JobCalledOff)
    expect(existsSync(exportFile(dataDir, job))).toBe(false)
    await exportJob.cleanUp(called, input)
    expect(readdirSync(join(dataDir, 'exports'))).toEqual([])
  })
})
