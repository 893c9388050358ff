import { expect, test } from 'vitest'
import type { ImportPlan } from '../../src-main/domain/import-plan.ts'
import { anApi, anUpload, ended } from '../make/api.ts'

const api = anApi({ each: true })
const upload = (text: string) => anUpload(api, text, 'autumn-leads.csv')

const leads = [
  'Telefon;Kunde;Gruppe;Termin;Einw.',
  '030 23125 618;Oberländer, Martin;VIP, Berlin;2026-11-26;ja, 03.09.2026',
  '0171 3920017;Wendt, Oskar;;;?',
  '12 34;Immerzeel, Rolf;;2026-12-01;',
  '+49 30 23125618;Again;;;',
  '',
].join('\r\n')

test('contacts.md §3: preview, check, import, rejected rows, who can be called, undo', async () => {
  const file = await upload(leads)
  const preview = await api.client.imports.preview({ upload: file })
  expect(preview).toMatchObject({
    fileName: 'autumn-leads.csv',
    kind: 'csv',
    rows: 4,
    reading: { encoding: 'utf-8', separator: ';', heading: true },
  })
  expect(preview.columns.map(({ heading, use }) => [heading, use.as])).toEqual([
    ['Telefon', 'phone_number'],
    ['Kunde', 'contact_name'],
    ['Gruppe', 'tags'],
    ['Termin', 'field'],
    ['Einw.', 'consent'],
  ])
  const { id: list } = await api.client.lists.save({ name: 'Autumn leads' })
  const plan: ImportPlan = {
    target: { into: 'list', list },
    columns: preview.columns.map(({ use }) =>
      use.as === 'field' ? { ...use, key: 'appointment_date' } : use,
    ),
    defaultCountry: 'DE',
    known: 'fill',
    withoutNumber: 'reject',
    tags: [],
    priority: 'normal',
    reading: null,
  }
  const check = await api.client.imports.check({ upload: file, plan: plan as never })
  expect(check).toMatchObject({
    checked: 4,
    whole: true,
    readable: 3,
    duplicates: 1,
    known: 0,
    rejected: [{ reason: 'Too short', rows: 1 }],
    notUnderstood: [{ column: 4, rows: 1, example: '?' }],
    withoutConsent: 1,
    agent: null,
  })
  expect(check.marked.map(({ line, marks }) => [line, marks.map(({ level }) => level)])).toEqual([
    [3, ['doubt']],
    [4, ['error']],
  ])

  const started = await api.client.imports.start({ upload: file, plan: plan as never })
  expect(started.title).toBe('autumn-leads.csv into list Autumn leads')
  const job = await ended(api, started)
  expect(job).toMatchObject({
    state: 'done',
    undo: { possible: true },
    result: {
      is: 'import',
      counts: { added: 2, duplicates: 1, rejected: 1, rows: 4, placed: 2, notUnderstood: 1 },
    },
  })
  expect(await api.client.imports.rejected({ id: job.id })).toEqual({
    total: 1,
    rows: [{ line: 4, number: '12 34', name: 'Immerzeel, Rolf', reason: 'Too short for Germany' }],
  })
  expect(await api.client.imports.callable({ id: job.id })).toMatchObject({ contacts: 2, callable: 2 })

  const again = await api.client.imports.preview({ upload: file })
  expect(again.columns[3]).toMatchObject({
    because: 'remembered',
    use: { as: 'field', key: 'appointment_date' },
  })
  expect(again.defaultCountry).toBe('DE')

  const undone = await ended(api, await api.client.jobs.undo({ id: job.id }))
  expect(undone).toMatchObject({ state: 'done', result: { is: 'undo', restored: 2, kept: 0 } })
  const { contacts } = await api.client.contacts.count({
    query: { scope: { of: 'all' }, search: '', filter: null },
  })
  expect(contacts).toBe(0)
})

test('rows pasted from a spreadsheet are read with tabs', async () => {
  const { upload: pasted } = await api.client.imports.paste({ text: 'phone\tname\n030 23125 618\tAnna\n' })
  const preview = await api.client.imports.preview({ upload: pasted })
  expect(preview).toMatchObject({ rows: 1, reading: { separator: '\t' } })
})

test('a plan that cannot be carried out is refused at its field', async () => {
  const file = await upload(leads)
  const plan = (change: object) => ({
    upload: file,
    plan: {
      target: { into: 'all' },
      columns: [{ as: 'phone_number' }],
      defaultCountry: 'DE',
      ...change,
    } as never,
  })
  for (const [change, field] of [
    [{ defaultCountry: 'XX' }, 'defaultCountry'],
    [{ columns: [{ as: 'contact_name' }] }, 'columns'],
    [{ columns: [{ as: 'phone_number' }, { as: 'phone_number' }] }, 'columns'],
    [
      { columns: [{ as: 'phone_number' }, { as: 'field', key: 'a' }, { as: 'field', key: 'a' }] },
      'columns.2',
    ],
  ] as const)
    await expect(api.client.imports.start(plan(change))).rejects.toMatchObject({ data: { field } })
  await expect(api.client.imports.preview({ upload: await upload('') })).rejects.toMatchObject({
    data: { field: 'file', what: 'autumn-leads.csv: Line 1: the file is empty.' },
  })
  await expect(api.client.imports.preview({ upload: 'gone' })).rejects.toMatchObject({
    data: { code: 'upload_gone' },
  })
})
