import { expect, test } from 'vitest'
import { tempDir } from '../hosts/temp-dir.ts'
import { aComposedApi, anApi, refusalOf } from '../make/api.ts'

const api = anApi({ demo: true })

test('desktop.md 5: the whole configuration goes to another workspace, without secrets; what is known there stays', async () => {
  const { client } = api
  await client.trunks.create({
    name: 'Carrier',
    host: 'sip.example.com',
    port: 5060,
    user: 'desk',
    password: 'very secret',
    register: false,
    numberFormat: 'e164_plus',
    maxCalls: 20,
  })
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
  const names = async (of: { list(): Promise<readonly { name: string }[]> }) =>
    (await of.list()).map(({ name }) => name).sort()
  expect(await names(other.client.agents)).toEqual(await names(client.agents))
  expect(await names(other.client.numbers)).toEqual(await names(client.numbers))
  const [campaign] = await other.client.campaigns.list()
  expect(campaign).toMatchObject({ name: 'Appointment reminders (demo)', state: 'draft' })

  const again = await other.client.configuration.import({ text })
  expect(again.added.every(({ part }) => part === 'settings')).toBe(true)
  expect(again.known.length).toBe(first.added.filter(({ part }) => part !== 'settings').length)
  await other.app.close({ drainSeconds: 0 })
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
