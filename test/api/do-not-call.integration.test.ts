import { beforeAll, expect, test } from 'vitest'
import { anApi, anUpload, ended } from '../make/api.ts'

const api = anApi()
beforeAll(async () => {
  await api.client.contacts.add({ name: 'Anna', phone: '+493023125100' })
})
const rows = <R>(sql: string) => api.services.statements.rows<R>(sql)
const found = async (search: string) =>
  (await api.client.doNotCall.list({ search })).rows.map(({ number }) => number).sort()

test('contacts.md 5: numbers are added in any notation; what cannot be read is named', async () => {
  const result = await api.client.doNotCall.add({
    numbers: ['030 231-25 100', '+49 151 2345 6789', '030/23125100', '12', ''],
    country: 'DE',
    reason: 'asked by letter',
  })
  expect(result).toMatchObject({ added: 2, known: 1 })
  expect(result.rejected.map(({ text }) => text)).toEqual(['12', ''])
  const { total, rows: entries } = await api.client.doNotCall.list({})
  expect(total).toBe(2)
  expect(entries[1]).toMatchObject({
    number: '+493023125100',
    country: 'DE',
    scope: 'all',
    campaign: null,
    reason: 'asked by letter',
    source: 'supervisor',
    expired: false,
    contact: { name: 'Anna' },
  })
  expect(
    rows<{ change: string }>(`SELECT change FROM contact_changes ORDER BY id DESC LIMIT 1`)[0]?.change,
  ).toContain('do_not_call')
})

test.each([
  ['0151 234', ['+4915123456789']],
  ['+49 151', ['+4915123456789']],
  ['(030) 231-25', ['+493023125100']],
  ['0049 30', ['+493023125100']],
  ['5100', ['+493023125100']],
  ['LETTER', ['+4915123456789', '+493023125100']],
  ['nobody', []],
])('the list is searched for %s', async (search, numbers) => {
  expect(await found(search)).toEqual(numbers)
})

test('an entry with an end holds until then; one for good is never shortened', async () => {
  const expiresAt = Date.now() + 3_600_000
  const add = { numbers: ['+4312345678'], country: 'AT', reason: 'holiday' }
  expect(await api.client.doNotCall.add({ ...add, expiresAt })).toMatchObject({ added: 1 })
  expect(await api.client.doNotCall.add(add)).toMatchObject({ added: 1 })
  expect(await api.client.doNotCall.add({ ...add, expiresAt })).toMatchObject({ added: 0, known: 1 })
  expect(rows(`SELECT expires_at FROM suppressions WHERE number = '+4312345678'`)).toEqual([
    { expires_at: null },
  ])
  await expect(api.client.doNotCall.add({ ...add, expiresAt: 5 })).rejects.toMatchObject({
    data: { field: 'expiresAt' },
  })
})

test('taking off the list asks why, and is in the audit log without the number', async () => {
  const [entry] = (await api.client.doNotCall.list({ search: '0151' })).rows
  expect(
    await api.client.doNotCall.remove({ ids: [entry?.id ?? 0, 9_999], reason: 'typed wrongly' }),
  ).toEqual({
    removed: 1,
  })
  const [audit] = rows<{ detail: string }>(`SELECT detail FROM audit WHERE action = 'do_not_call.remove'`)
  expect(JSON.parse(audit?.detail ?? '')).toEqual({
    number: '+491…89',
    scope: 'all',
    was: 'asked by letter',
    reason: 'typed wrongly',
  })
  expect(await found('0151')).toEqual([])
})

test('a file of numbers is read in the background, with a reason of its own where it has one', async () => {
  const upload = await anUpload(
    api,
    'name,phone,why\nA,0151 23456780,\nB,nonsense,\nC,+43 1 2345679,moved abroad\n',
    'stop.csv',
  )
  const options = { upload, column: 1, reasonColumn: 2, country: 'DE', reason: 'from the old system' }
  const job = await ended(api, await api.client.doNotCall.import(options))
  expect(job).toMatchObject({
    kind: 'do_not_call',
    title: 'stop.csv onto the do-not-call list',
    state: 'done',
    asked: { is: 'do_not_call', fileName: 'stop.csv' },
    result: { is: 'do_not_call', added: 2, known: 0, rejected: 1 },
    files: { rejected: `/files/${job.id}/rejected` },
    undo: { possible: true },
  })
  expect(await api.app.jobFile(job.id, 'rejected')).toMatchObject({ name: 'stop-rejected.csv' })
  expect(rows(`SELECT number, reason FROM suppressions WHERE source = 'import' ORDER BY number`)).toEqual([
    { number: '+4312345679', reason: 'moved abroad' },
    { number: '+4915123456780', reason: 'from the old system' },
  ])
  const { id } = await api.client.jobs.undo({ id: job.id })
  expect(await ended(api, { id })).toMatchObject({ state: 'done', result: { restored: 2, kept: 0 } })
  expect(rows(`SELECT 1 FROM suppressions WHERE source = 'import'`)).toEqual([])
  await expect(api.client.doNotCall.import({ ...options, upload: 'gone' })).rejects.toMatchObject({
    data: { code: 'upload_gone' },
  })
})

test('a file that failed can be tried again; what neither failed nor was cancelled cannot', async () => {
  const upload = await anUpload(api, 'phone\n', 'empty.csv')
  const { doNotCall, jobs } = api.client
  const asked = { upload, column: 0, reasonColumn: null, country: 'DE', reason: 'old' }
  const failed = await ended(api, await doNotCall.import(asked))
  expect(failed).toMatchObject({ state: 'failed', title: 'empty.csv onto the do-not-call list' })
  const again = await ended(api, await jobs.again({ id: failed.id }))
  expect(again).toMatchObject({ state: 'failed', title: failed.title, message: failed.message })
  expect(again.id).not.toBe(failed.id)
  await api.services.uploads.remove(upload)
  await expect(jobs.again({ id: failed.id })).rejects.toMatchObject({ data: { code: 'upload_gone' } })
  const done = await ended(api, await jobs.export({ ...anExport }))
  await expect(jobs.again({ id: done.id })).rejects.toMatchObject({ data: { code: 'not_failed' } })
})

const anExport = { what: { of: 'do_not_call' }, format: 'csv', columns: null, title: 'List' } as const

test('many entries are taken off in one go, each with its place in the audit log', async () => {
  const numbers = Array.from({ length: 60 }, (_, at) => `+49301234${1000 + at}`)
  await api.client.doNotCall.add({ numbers, country: 'DE', reason: 'a flood' })
  const { rows: entries } = await api.client.doNotCall.list({ search: 'flood', limit: 200 })
  const ids = entries.map(({ id }) => id)
  expect(await api.client.doNotCall.remove({ ids, reason: 'it is over' })).toEqual({ removed: 60 })
  expect(await found('flood')).toEqual([])
  expect(rows(`SELECT 1 FROM audit WHERE detail LIKE '%it is over%'`)).toHaveLength(60)
})

test('prefixes and whole countries are blocked, and free again', async () => {
  const { addBlock, blocks, removeBlock } = api.client.doNotCall
  await addBlock({ of: 'prefix', value: '0049 (151)', reason: 'mobiles' })
  await addBlock({ of: 'country', value: 'fr', reason: 'not served' })
  await addBlock({ of: 'country', value: 'FR', reason: 'no licence' })
  expect(await blocks()).toMatchObject([
    { of: 'country', value: 'FR', reason: 'no licence' },
    { of: 'prefix', value: '+49151', reason: 'mobiles' },
  ])
  for (const bad of [
    { of: 'country' as const, value: 'ZZ', reason: 'x' },
    { of: 'prefix' as const, value: '0151', reason: 'x' },
    { of: 'prefix' as const, value: '+', reason: 'x' },
  ])
    await expect(addBlock(bad)).rejects.toMatchObject({ data: { field: 'value' } })
  await removeBlock({ of: 'country', value: 'FR' })
  expect(await blocks()).toHaveLength(1)
  await expect(removeBlock({ of: 'country', value: 'FR' })).rejects.toMatchObject({
    data: { code: 'not_blocked' },
  })
})
