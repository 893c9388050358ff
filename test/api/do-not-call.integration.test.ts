import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Services } from '../../src-main/api/services.ts'
import { aComposedApi, type ComposedApi } from '../make/api.ts'
import { aFolder } from '../make/workspace.ts'

let api: ComposedApi
const folder = aFolder()
beforeAll(async () => {
  api = await aComposedApi(folder.file.replace(/\/[^/]+$/, ''))
  await api.client.contacts.add({ name: 'Anna', phone: '+493023125100' })
})
afterAll(async () => {
  await api.app.close({ drainSeconds: 0 })
  folder.remove()
})
const services = () => api.app.context as Services
const rows = <R>(sql: string) => services().statements.rows<R>(sql)
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

test('a file of numbers is read, with a reason of its own where it has one', async () => {
  const kept = await services().uploads.keepText(
    'name,phone,why\nA,0151 23456780,\nB,nonsense,\nC,+43 1 2345679,moved abroad\n',
    'stop.csv',
  )
  if (!('upload' in kept)) throw new Error(kept.what)
  const options = {
    upload: kept.upload,
    column: 1,
    reasonColumn: 2,
    country: 'DE',
    reason: 'from the old system',
  }
  expect(await api.client.doNotCall.import(options)).toMatchObject({
    added: 2,
    known: 0,
    rejected: [{ line: 3, text: 'nonsense' }],
  })
  expect(rows(`SELECT number, reason FROM suppressions WHERE source = 'import' ORDER BY number`)).toEqual([
    { number: '+4312345679', reason: 'moved abroad' },
    { number: '+4915123456780', reason: 'from the old system' },
  ])
  await expect(api.client.doNotCall.import({ ...options, upload: 'gone' })).rejects.toMatchObject({
    data: { code: 'upload_gone' },
  })
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
