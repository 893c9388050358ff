import { expect, test } from 'vitest'
import { tempDir } from '../hosts/temp-dir.ts'
import { aComposedApi, anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

test('desktop.md 5: the whole configuration goes to another workspace, without secrets; what is known there stays', async () => {
  const { client } = api
  const { id } = await client.trunks.create({
    name: 'Carrier',
    host: 'sip.example.com',
    port: 5060,
    user: 'desk',
    password: 'very secret',
    register: false,
    numberFormat: 'e164_plus',
    maxCalls: 20,
  })
  const rate = { prefix: '49', connectMicros: 0, microsPerMinute: 9_000, firstSeconds: 1, stepSeconds: 1 }
  await client.trunks.setMoney({ id, rates: { currency: 'EUR', rates: [rate] }, balanceMicros: 5_000_000 })
  const [shown] = await client.numbers.list()
  const [agent] = await client.agents.list()
  if (!shown || !agent) throw new Error('the demo has numbers and agents')
  await client.numbers.update({ id: shown.id, enabled: false, proof: 'Contract 7' })
  await client.agents.setNumbers({ id: agent.id, numbers: [shown.id] })
  await client.preferences.setProfile({ name: 'Desk', country: 'DE', zone: null })
  const kept = { recordingDays: 30, transcriptDays: null, contactDays: null }
  await client.preferences.setRetention(kept)
  await client.compliance.switchOff({ profile: 'us-fl', reason: 'We call nobody there' })
  const { defaults } = await client.workspace.caps()
  await client.workspace.setCaps({ ...defaults, concurrentCalls: 33 })
  const { text } = await client.configuration.export()
  expect(text).not.toContain('very secret')
  expect(text).not.toContain('+493023125100')

  const other = await aComposedApi(tempDir())
  const first = await other.client.configuration.import({ text })
  expect(first.leftOut).toEqual([])
  expect((await other.client.workspace.caps()).caps.concurrentCalls).toBe(33)
  const [trunk] = await other.client.trunks.list()
  expect(trunk).toMatchObject({ name: 'Carrier', maxCalls: 20, hasPassword: false })
  expect(await other.client.trunks.money({ id: trunk?.id ?? id })).toEqual({
    rates: { currency: 'EUR', rates: [rate] },
    balanceMicros: null,
  })
  expect((await other.client.numbers.list()).find(({ number }) => number === shown.number)).toMatchObject({
    ...{ enabled: false, proof: 'Contract 7', zone: shown.zone },
  })
  const theirs = (await other.client.agents.list()).find(({ name }) => name === agent.name)
  expect(theirs?.numbers).toHaveLength(1)
  const { profile, retention } = await other.client.preferences.get()
  expect([profile.name, retention]).toEqual(['Desk', kept])
  const off = (await other.client.compliance.profiles()).filter(({ off }) => off !== null)
  expect(off).toMatchObject([{ id: 'us-fl', off: { reason: 'We call nobody there' } }])
  const names = async (of: { list(): Promise<readonly { name: string }[]> }) =>
    (await of.list()).map(({ name }) => name).sort()
  expect(await names(other.client.agents)).toEqual(await names(client.agents))
  expect(await names(other.client.numbers)).toEqual(await names(client.numbers))
  const [campaign] = await other.client.campaigns.list()
  expect(campaign).toMatchObject({ name: 'Appointment reminders (demo)', state: 'draft' })

  const again = await other.client.configuration.import({ text })
  expect(again.added.every(({ part }) => part === 'settings')).toBe(true)
  expect(again.known.length + again.added.length).toBe(first.added.length)
  await other.app.close({ drainSeconds: 0 })

  const busy = await aComposedApi(tempDir())
  await busy.client.workspace.startDemo()
  const third = await busy.client.configuration.import({ text })
  expect(third.leftOut).toMatchObject([
    { part: 'settings', name: 'retention', why: expect.stringMatching(/^From tonight on it would delete/) },
  ])
  expect((await busy.client.preferences.get()).retention.recordingDays).toBeNull()
  await busy.app.close({ drainSeconds: 0 })
})

test('what is no configuration is refused with the place', async () => {
  const { client } = api
  expect(await refusalOf(client.configuration.import({ text: '{' }))).toMatchObject({
    code: 'bad_configuration',
  })
  const wrong = JSON.stringify({ format: 'trunkline-workspace', version: 1, trunks: [{ name: 'x' }] })
  const refusal = await refusalOf(client.configuration.import({ text: wrong }))
  expect(refusal?.problems?.map(({ field }) => field)).toContain('trunks.0.host')
})
