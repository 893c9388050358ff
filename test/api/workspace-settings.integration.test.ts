import { beforeAll, expect, test } from 'vitest'
import type { RateTable } from '../../src-main/contract/lines.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { aDraft, anApi, firstOf, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })
let trunk: TrunkId

beforeAll(async () => {
  trunk = (await api.client.trunks.list())[0]?.id as TrunkId
})

const rates = (prefix = '49'): RateTable => ({
  currency: 'EUR',
  rates: [{ prefix, connectMicros: 10_000, microsPerMinute: 20_000, firstSeconds: 60, stepSeconds: 1 }],
})

test('rates and balance of a trunk are kept, and shown with the campaign in their currency', async () => {
  expect(await api.client.trunks.money({ id: trunk })).toEqual({ rates: null, balanceMicros: null })
  await api.client.trunks.setMoney({ id: trunk, rates: rates(), balanceMicros: 5_000_000 })
  await api.client.trunks.setMoney({ id: trunk, balanceMicros: 7_000_000 })
  expect(await api.client.trunks.money({ id: trunk })).toEqual({ rates: rates(), balanceMicros: 7_000_000 })
  const { id } = await aDraft(api, { name: 'Paid', settings: { budgetMicros: 1_000_000 } })
  expect((await api.client.campaigns.get({ id })).currency).toBe('EUR')
  const { money } = await firstOf(await api.client.campaigns.live({ id }))
  expect(money).toEqual({
    currency: 'EUR',
    costMicros: 0,
    budgetMicros: 1_000_000,
    balanceMicros: 7_000_000,
  })
})

test.each([
  [
    'a prefix that stands twice',
    { rates: { ...rates(), rates: [...rates().rates, ...rates().rates] } },
    'rates.rates.1.prefix',
  ],
  ['a currency of no code', { rates: { ...rates(), currency: 'euro' } }, 'rates.currency'],
  ['a prefix with a plus', { rates: rates('+49') }, 'rates.rates.0.prefix'],
  ['half a millionth', { balanceMicros: 0.5 }, 'balanceMicros'],
  ['a balance without rates', { rates: null, balanceMicros: 1 }, 'balanceMicros'],
])('%s is refused at its field', async (_, change, field) => {
  const before = await api.client.trunks.money({ id: trunk })
  expect((await refusalOf(api.client.trunks.setMoney({ id: trunk, ...change })))?.field).toBe(field)
  expect(await api.client.trunks.money({ id: trunk })).toEqual(before)
})

test('a trunk that only a deleted campaign named can be removed', async () => {
  const { id } = await api.client.trunks.create({
    name: 'Short-lived',
    host: '127.0.0.1',
    port: 5997,
    user: '',
    register: false,
    numberFormat: 'e164',
    maxCalls: 3,
  })
  const draft = await aDraft(api, { name: 'Over it', trunks: [id] })
  expect((await refusalOf(api.client.trunks.remove({ id })))?.code).toBe('trunk_in_use')
  await api.client.campaigns.remove({ id: draft.id, typedName: 'Over it', eraseCalls: false })
  expect(await refusalOf(api.client.trunks.remove({ id }))).toBeNull()
})

test('campaigns.md section 4: workspace caps have their defaults, can be lowered and raised, within reason', async () => {
  const { caps, defaults } = await api.client.workspace.caps()
  expect(caps).toEqual({ concurrentCalls: 500, callsPerSecond: 10, freeDiskBytes: 2 ** 30 })
  const changed = { concurrentCalls: 7, callsPerSecond: 2.5, freeDiskBytes: 2 ** 31 }
  await api.client.workspace.setCaps(changed)
  expect(await api.client.workspace.caps()).toEqual({ caps: changed, defaults })
  expect((await firstOf(await api.client.workspace.live())).maxCalls).toBeLessThanOrEqual(7)
  expect((await refusalOf(api.client.workspace.setCaps({ ...changed, concurrentCalls: 0 })))?.field).toBe(
    'concurrentCalls',
  )
})

test('notices come newest first, are counted while unread, and are read one by one or all at once', async () => {
  const add = (title: string) =>
    api.services.change(tx =>
      tx
        .insertInto('notices')
        .values({
          kind: 'recovered',
          level: 'info',
          campaign_id: null,
          title,
          text: 'x',
          at: Date.now(),
          read_at: null,
        })
        .execute(),
    )
  await api.client.notices.readAll()
  for (const title of ['first', 'second', 'third']) await add(title)
  const all = await api.client.notices.list({ limit: 2 })
  expect(all).toMatchObject({
    unread: 3,
    rows: [{ title: 'third', kind: 'recovered', read: false }, { title: 'second' }],
  })
  const second = all.rows[1]?.id ?? 0
  await api.client.notices.read({ id: second })
  expect(await api.client.notices.list({ unreadOnly: true })).toMatchObject({ total: 2, unread: 2 })
  expect(await api.client.notices.readAll()).toEqual({ read: 2 })
  expect(await api.client.notices.readAll()).toEqual({ read: 0 })
})

test('each of these changes is in the audit log with what was before and after', async () => {
  const rows = await api.services.db
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('action', 'in', ['trunk.money', 'workspace.caps'])
    .orderBy('id')
    .execute()
  expect(rows.map(({ action }) => action)).toEqual(['trunk.money', 'trunk.money', 'workspace.caps'])
  expect(JSON.parse(rows[1]?.detail ?? '')).toEqual({ balanceMicros: '[5000000,7000000]' })
  expect(JSON.parse(rows[2]?.detail ?? '')).toMatchObject({ concurrentCalls: '[500,7]' })
})
