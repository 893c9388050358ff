import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TestCallNews, TrunkForm } from '../../src-main/contract/lines.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { readTestCalls } from '../../src-main/store/test-calls.ts'
import { aComposedApi, type ComposedApi } from '../make/api.ts'
import { aCarrier } from './cli/a-carrier.ts'
import { aNumber } from './cli/a-run.ts'
import { startTrunkline } from './start-trunkline.mjs'
import { tempDir } from './temp-dir.ts'

/** A workspace with a trunk to this carrier and a number. */
async function aDesk(
  data: string,
  port: number,
): Promise<ComposedApi & { form: TrunkForm & { id: number } }> {
  const api = await aComposedApi(data)
  const form: TrunkForm = {
    name: 'Main line',
    host: '127.0.0.1',
    port,
    user: '',
    register: false,
    numberFormat: 'e164_plus',
    maxCalls: 1,
  }
  const { id } = await api.client.trunks.create(form)
  await api.client.numbers.create({ number: aNumber(0), name: '', defaultCountry: 'DE' })
  return { ...api, form: { ...form, id } }
}

const outcomes = async ({ client }: ComposedApi) =>
  (await client.activity.list({ offset: 0, limit: 20 })).rows
    .filter(({ action }) => action === 'trunk.test_call_over')
    .flatMap(({ notes }) => notes.filter(({ name }) => name === 'outcome').map(({ value }) => value))

/** The next start after a program that was killed as its test call had come so far. */
async function afterAKill(to: string, line: string) {
  const carrier = await aCarrier()
  const data = tempDir()
  const before = await aDesk(data, carrier.port)
  await before.app.close({ drainSeconds: 0 })
  const program = await startTrunkline([
    ...['trunk', 'test', 'Main line', '--data', data, '--call', to, '--caller-id', aNumber(0)],
  ])
  await expect.poll(() => `${program.said.out}${program.said.err}`, { timeout: 20_000 }).toContain(line)
  program.child.kill('SIGKILL')
  await program.ended
  expect(carrier.ledger()).toMatchObject([{ number: to, endedBy: null }])
  return { carrier, api: await aComposedApi(data) }
}

test('telephony.md 4: what a killed program left ringing is cancelled at the next start', async () => {
  const { carrier, api } = await afterAKill(aNumber(2), 'It rings.')
  await expect.poll(() => carrier.ledger()[0]?.endedBy).toBe('cancel')
  await api.app.close({ drainSeconds: 0 })
})

test('telephony.md 4: what a killed program left answered is hung up at the next start, and is in no history of calls', async () => {
  const { carrier, api } = await afterAKill(aNumber(9), 'Answered: press 1 there.')
  await expect.poll(() => carrier.ledger()[0]?.endedBy).toBe('caller')
  await expect
    .poll(() => outcomes(api))
    .toEqual(['The program ended during the call, and the next start hung it up.'])
  const { db } = api.services
  expect(await readTestCalls(db)).toEqual([])
  expect(await db.selectFrom('calls').selectAll().execute()).toEqual([])
  await api.app.close({ drainSeconds: 0 })
})

test('desktop.md 1: quitting hangs up a test call, and says so in the activity log', async () => {
  const carrier = await aCarrier()
  const data = tempDir()
  const { app, client, form } = await aDesk(data, carrier.port)
  const news = await client.trunks.testCall({
    ...form,
    call: { to: aNumber(2), country: 'DE', callerId: aNumber(0), language: 'de' },
  } as Parameters<typeof client.trunks.testCall>[0])
  const rings = (one: TestCallNews) => one.is === 'now' && one.stage === 'ringing'
  for (;;) if (rings((await news.next()).value as TestCallNews)) break
  await app.close({ drainSeconds: 60 })
  expect(carrier.ledger()).toMatchObject([{ endedBy: 'cancel' }])
  const store = await openStore({ file: join(data, 'workspace.db'), now: Date.now })
  if ('refused' in store) throw new Error(store.message)
  expect(await readTestCalls(store.db)).toEqual([])
  const { detail } = await store.db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'trunk.test_call_over')
    .executeTakeFirstOrThrow()
  expect(detail).toContain('The program was closed before anybody answered.')
  await store.close()
})
