import { beforeAll, expect, test } from 'vitest'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { aDraft, anApi, firstOf, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })
let practice: TrunkId
let north: TrunkId
let south: TrunkId

const aTrunk = async (name: string, port: number) =>
  (
    await api.client.trunks.create({
      name,
      host: '127.0.0.1',
      port,
      user: '',
      register: false,
      numberFormat: 'e164',
      maxCalls: 3,
    })
  ).id

beforeAll(async () => {
  practice = (await api.client.trunks.list())[0]?.id as TrunkId
  north = await aTrunk('North', 5997)
  south = await aTrunk('South', 5998)
})

const money = (currency: string, balanceMicros: number) => ({
  rates: {
    currency,
    rates: [{ prefix: '', connectMicros: 1, microsPerMinute: 1, firstSeconds: 60, stepSeconds: 1 }],
  },
  balanceMicros,
})

test('campaigns.md §2: the group keeps its order, and changes with it', async () => {
  const { id, revision } = await aDraft(api, { name: 'Ordered', trunks: [south, north, practice] })
  const trunks = async () => (await api.client.campaigns.get({ id })).trunks
  expect(await trunks()).toEqual([south, north, practice])
  const shown = (await api.client.campaigns.list()).find(campaign => campaign.id === id)
  expect(shown?.trunks.map(({ name }) => name)).toEqual(['South', 'North', 'Practice carrier'])
  const saved = await api.client.campaigns.update({ id, revision, change: { trunks: [north, south] } })
  expect(saved.revision).toBe(revision + 1)
  expect(await trunks()).toEqual([north, south])
  await api.client.campaigns.update({ id, revision: saved.revision, change: { trunks: [] } })
  expect(await trunks()).toEqual([])
})

test('two who change the group: the second is told of the first one’s', async () => {
  const { id, revision } = await aDraft(api, { name: 'Contested', trunks: [north] })
  await api.client.campaigns.update({ id, revision, change: { trunks: [north, south] } })
  const refusal = await refusalOf(api.client.campaigns.update({ id, revision, change: { trunks: [south] } }))
  expect(refusal).toMatchObject({
    code: 'changed_meanwhile',
    changed: [{ field: 'trunks', theirs: [north, south], yours: [south] }],
  })
})

test('a trunk twice, nine of them, or one that does not exist is refused at the group', async () => {
  const wanted = (trunks: TrunkId[]) => refusalOf(aDraft(api, { name: 'Refused', trunks }))
  expect(await wanted([north, south, north])).toMatchObject({ code: 'trunk_twice', field: 'trunks' })
  expect((await wanted([north, 999 as TrunkId]))?.code).toBe('not_found')
  const nine = Array.from({ length: 9 }, (_, at) => at as TrunkId)
  expect((await wanted(nine))?.field).toBe('trunks')
})

test('trunks that are paid in two currencies are refused: a budget is in one', async () => {
  await api.client.trunks.setMoney({ id: north, ...money('EUR', 5_000_000) })
  await api.client.trunks.setMoney({ id: south, ...money('USD', 1_000_000) })
  const wanted = () => aDraft(api, { name: 'One currency', trunks: [north, south] })
  expect(await refusalOf(wanted())).toMatchObject({ code: 'two_currencies', field: 'trunks' })
  await api.client.trunks.setMoney({ id: south, ...money('EUR', 1_000_000) })
  const { id } = await wanted()
  const live = await firstOf(await api.client.campaigns.live({ id }))
  expect(live.money).toMatchObject({ currency: 'EUR', balanceMicros: 6_000_000 })
})

test('campaigns.md §5: a duplicate and a configuration have the same group in the same order', async () => {
  const { id } = await aDraft(api, { name: 'Source', trunks: [south, north] })
  const copy = await api.client.campaigns.duplicate({ id, withContacts: false })
  expect((await api.client.campaigns.get({ id: copy.id })).trunks).toEqual([south, north])
  const { text } = await api.client.campaigns.exportConfiguration({ id })
  const made = await api.client.campaigns.importConfiguration({ text, name: 'From a file' })
  expect(made.leftOut).toEqual([])
  expect((await api.client.campaigns.get({ id: made.id })).trunks).toEqual([south, north])
})

test('a trunk that stands anywhere in a group cannot be removed', async () => {
  const last = await aTrunk('Last', 5999)
  const { id } = await aDraft(api, { name: 'Needs it', trunks: [practice, last] })
  expect((await refusalOf(api.client.trunks.remove({ id: last })))?.code).toBe('trunk_in_use')
  expect((await api.client.trunks.list()).find(trunk => trunk.id === last)?.campaigns).toBe(1)
  await api.client.campaigns.remove({ id, typedName: 'Needs it', eraseCalls: false })
  expect(await refusalOf(api.client.trunks.remove({ id: last }))).toBeNull()
})
