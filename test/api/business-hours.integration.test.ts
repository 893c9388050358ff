import { expect, test } from 'vitest'
import type { BusinessHoursForm } from '../../src-main/contract/business-hours.ts'
import { aDraft, anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

const everyDay = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [{ from: 0, to: 0 }]]),
)
const hours = (change: Partial<BusinessHoursForm> = {}): BusinessHoursForm => ({
  name: 'Office',
  zone: 'Europe/Berlin',
  windows: everyDay,
  holidays: null,
  closedDays: [],
  ...change,
})

test('hours that are always open show an open light, hours without a window a closed one that never changes', async () => {
  await api.client.businessHours.create(hours({ name: 'Always' }))
  await api.client.businessHours.create(hours({ name: 'Never', windows: {} }))
  const rows = await api.client.businessHours.list()
  expect(rows.find(({ name }) => name === 'Always')).toMatchObject({ open: true, campaigns: [] })
  expect(rows.find(({ name }) => name === 'Never')).toMatchObject({ open: false, changesAt: null })
})

test('a closed day of today closes them and is named', async () => {
  const zone = 'Pacific/Kiritimati'
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date())
  await api.client.businessHours.create(
    hours({ name: 'Inventory', zone, closedDays: [{ date: today, name: 'Stocktaking' }] }),
  )
  const row = (await api.client.businessHours.list()).find(({ name }) => name === 'Inventory')
  expect(row).toMatchObject({ open: false, closedFor: 'Stocktaking' })
})

test('a second save of the same revision is refused with what differs; a name is taken whatever its case', async () => {
  const { id } = await api.client.businessHours.create(hours({ name: 'Shared' }))
  await api.client.businessHours.update({ ...hours({ name: 'Shared', zone: 'Asia/Tokyo' }), id, revision: 1 })
  const late = await refusalOf(
    api.client.businessHours.update({ ...hours({ name: 'Shared' }), id, revision: 1 }),
  )
  expect(late).toMatchObject({
    code: 'changed_meanwhile',
    revision: 2,
    changed: [{ field: 'zone', theirs: 'Asia/Tokyo', yours: 'Europe/Berlin' }],
  })
  expect(await refusalOf(api.client.businessHours.create(hours({ name: 'SHARED' })))).toMatchObject({
    code: 'name_taken',
    field: 'name',
  })
})

test('hours in use cannot be removed, and the campaigns are named; then they can', async () => {
  const { id } = await api.client.businessHours.create(hours({ name: 'Used' }))
  const draft = await aDraft(api, { name: 'User', businessHours: id })
  const refusal = await refusalOf(api.client.businessHours.remove({ id }))
  expect(refusal).toMatchObject({ code: 'hours_in_use', problems: [{ text: 'User' }] })
  await api.client.campaigns.remove({ id: draft.id, typedName: 'User', eraseCalls: false })
  expect(await refusalOf(api.client.businessHours.remove({ id }))).toBeNull()
})

test('the next twelve holidays of Bavaria begin today or later, in order, and Bavaria has one that Germany has not', async () => {
  const next = (region: string | null) =>
    api.client.businessHours.nextHolidays({ country: 'DE', region, zone: 'Europe/Berlin' })
  const [bavaria, germany] = [await next('BY'), await next(null)]
  expect(bavaria).toHaveLength(12)
  expect(bavaria.map(({ date }) => date)).toEqual(bavaria.map(({ date }) => date).sort())
  expect((bavaria[0]?.date ?? '') >= new Date().toISOString().slice(0, 10)).toBe(true)
  const known = new Set(germany.map(({ name }) => name))
  expect(bavaria.filter(({ name }) => !known.has(name)).length).toBeGreaterThan(0)
})

test('a country of no holidays that are known has none, and says so by an empty list', async () => {
  expect(
    await api.client.businessHours.nextHolidays({ country: 'ZZ', region: null, zone: 'Etc/UTC' }),
  ).toEqual([])
  const places = await api.client.businessHours.holidayPlaces()
  expect(places.find(({ country }) => country === 'DE')?.regions).toContainEqual({
    code: 'BY',
    name: 'Bayern',
  })
})

test('a date that is none is refused at its field', async () => {
  const closedDays = [{ date: '2026-02-30', name: '' }]
  expect(await refusalOf(api.client.businessHours.create(hours({ name: 'Odd', closedDays })))).toMatchObject({
    code: 'bad_input',
    field: 'closedDays.0.date',
  })
})
