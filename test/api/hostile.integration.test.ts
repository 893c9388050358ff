import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TrunkForm } from '../../src-main/contract/lines.ts'
import type { AgentId, BusinessHoursId, NumberId, TrunkId } from '../../src-main/domain/ids.ts'
import { aDraft, aNewCampaign, anApi, endOf, refusalOf } from '../make/api.ts'

const api = anApi()

const aTrunk = (change: Partial<TrunkForm> = {}): TrunkForm => ({
  name: 'Carrier',
  host: '127.0.0.1',
  port: 5999,
  user: '',
  register: false,
  numberFormat: 'e164',
  maxCalls: 3,
  ...change,
})

test('two people who start the demo at the same time get one demo', async () => {
  const { client } = api
  const ends = await Promise.all([endOf(client.workspace.startDemo()), endOf(client.workspace.startDemo())])
  expect(ends.sort()).toEqual(['done', 'not_empty'])
  expect(await client.campaigns.list()).toHaveLength(1)
  expect(await client.trunks.list()).toHaveLength(1)
})

test('of three campaigns of one name that come at once, one is made and two are refused at the name', async () => {
  const wanted = await aNewCampaign(api, { name: 'Same' })
  const ends = await Promise.all([1, 2, 3].map(() => endOf(api.client.campaigns.createDraft(wanted))))
  expect(ends.sort()).toEqual(['done', 'name_taken at name', 'name_taken at name'])
})

test('a campaign over lines that somebody removed meanwhile is refused in words', async () => {
  const { client } = api
  const create = async (change: object) =>
    endOf(client.campaigns.createDraft(await aNewCampaign(api, { name: 'Lost', ...change })))
  expect(await create({ trunks: [999 as TrunkId] })).toBe('not_found')
  const stranger = { id: 999 as NumberId, weight: 1, enabled: true }
  expect(await create({ numbers: [stranger] })).toBe('not_found')
  expect(await create({ businessHours: 999 as BusinessHoursId })).toBe('not_found')
  expect(await create({ agent: 999 as AgentId })).toBe('not_found')
})

test('a caller number that stands twice in the list is refused at the numbers', async () => {
  const wanted = await aNewCampaign(api, { name: 'Twice' })
  const numbers = [...(wanted.numbers ?? []), ...(wanted.numbers ?? [])]
  expect(await endOf(api.client.campaigns.createDraft({ ...wanted, numbers }))).toBe(
    'number_twice at numbers',
  )
})

test('a draft with contacts can be deleted while somebody looks at it, and its people stay known', async () => {
  const { client } = api
  const { id } = await aDraft(api, { name: 'Draft' })
  const looking = await client.campaigns.live({ id })
  await looking.next()
  expect(await client.campaigns.remove({ id, typedName: 'Draft', eraseCalls: false })).toEqual({})
  expect(await endOf(looking.next())).toBe('not_found')
  expect((await client.campaigns.list()).map(({ name }) => name)).not.toContain('Draft')
  const again = await aDraft(api, { name: 'Draft' })
  expect((await client.campaigns.contacts({ id: again.id })).total).toBe(2)
})

test('a campaign that one person deletes and another launches is either gone or running', async () => {
  const { client } = api
  const { id } = await aDraft(api, { name: 'Contested' })
  const ends = await Promise.all([
    endOf(client.launch.start({ id, choices: (await client.launch.definitions()).defaults })),
    endOf(client.campaigns.remove({ id, typedName: 'Contested', eraseCalls: false })),
  ])
  expect([
    ['done', 'illegal_move'],
    ['not_found', 'done'],
  ]).toContainEqual(ends)
  await endOf(client.campaigns.move({ id, move: 'cancel', hangUp: true }))
})

test('what would end a header of a SIP message is refused at its field', async () => {
  const { client } = api
  const hosts = ['a\0b', 'a b', '127.0.0.1\r\nX: y', '<script>', '\ud800', 'sip:example.com/']
  for (const host of hosts)
    expect(await endOf(client.trunks.create(aTrunk({ host })))).toBe('bad_host at host')
  for (const user of ['a\r\nX: y', 'a\0b', '\ud800', '<a>', '"'])
    expect(await endOf(client.trunks.create(aTrunk({ user })))).toBe('bad_user at user')
  expect(await client.trunks.list()).toHaveLength(1)
})

test('of two trunks of one name that come at once, one is made', async () => {
  const { client } = api
  const ends = await Promise.all([1, 2].map(() => endOf(client.trunks.create(aTrunk({ name: 'Twin' })))))
  expect(ends.sort()).toEqual(['done', 'name_taken at name'])
})

test('a trunk that is edited in two windows: the second is refused with what changed, and nothing of it is saved', async () => {
  const { client } = api
  const opened = aTrunk({ name: 'Shared' })
  const { id } = await client.trunks.create(opened)
  await client.trunks.update({ ...opened, id, opened, maxCalls: 9 })
  const refusal = await refusalOf(client.trunks.update({ ...opened, id, opened, port: 5061, maxCalls: 4 }))
  expect(refusal).toMatchObject({
    code: 'changed_meanwhile',
    changed: [{ field: 'maxCalls', theirs: 9, yours: 4 }],
  })
  const now = (await client.trunks.list()).find(trunk => trunk.id === id)
  expect([now?.port, now?.maxCalls]).toEqual([5999, 9])
  expect(
    await endOf(client.trunks.update({ ...opened, id, opened: aTrunk({ name: 'Shared', maxCalls: 9 }) })),
  ).toBe('done')
})

test('the practice trunk cannot be removed, also where nothing uses it', async () => {
  const { client } = api
  const practice = (await client.trunks.list()).find(trunk => trunk.practice)
  expect(await endOf(client.trunks.remove({ id: practice?.id as TrunkId }))).toBe('practice_trunk')
})

test('a password that is damaged on disk is asked for again at its field, and then works', async () => {
  const { client } = api
  const locked = { ...aTrunk({ name: 'Locked' }), password: 'secret' }
  const { id } = await client.trunks.create(locked)
  writeFileSync(join(api.folder, 'secrets.json'), '{')
  const ends = [await endOf(client.trunks.test({ ...aTrunk(), id }))]
  rmSync(join(api.folder, 'secrets.json'))
  ends.push(await endOf(client.trunks.update({ ...locked, id, opened: aTrunk({ name: 'Locked' }) })))
  expect(ends).toEqual(['password at password', 'done'])
})

test('while the api.folder of the workspace is away, everything is refused in words; then it goes on', async () => {
  const { client } = api
  const aNumber = { number: '+493023125999', name: 'Late', defaultCountry: 'DE' }
  renameSync(api.folder, `${api.folder}-away`)
  const away = [await endOf(client.numbers.create(aNumber)), await endOf(client.campaigns.list())]
  away.push(await endOf(client.workspace.stopAll({ hangUp: false })))
  rmSync(api.folder, { recursive: true, force: true })
  renameSync(`${api.folder}-away`, api.folder)
  expect(away).toEqual(['store', 'store', 'store'])
  expect(await endOf(client.numbers.create(aNumber))).toBe('done')
})
