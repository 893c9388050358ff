import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ForecastEvent } from '../../src-main/contract/forecast.ts'
import { aComposedApi, type ComposedApi } from '../make/api.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'trunkline-'))
let api: ComposedApi
let campaign: number

beforeAll(async () => {
  api = await aComposedApi(dataDir)
  campaign = (await api.client.workspace.startDemo()).campaign
})
afterAll(async () => {
  await api.app.close({ drainSeconds: 0 })
  rmSync(dataDir, { recursive: true, force: true })
})

test('a forecast tells its progress, then one report; on the practice trunk it expects practice people', async () => {
  const events: ForecastEvent[] = []
  for await (const event of await api.client.forecast.run({ id: campaign as never })) events.push(event)
  expect(events.slice(0, -1).every(({ is }) => is === 'progress')).toBe(true)
  expect(events.at(-1)).toMatchObject({
    is: 'done',
    report: { contacts: 500, rates: { from: 'practice' }, finishAt: { likely: expect.any(Number) } },
  })
})

test('a forecast of a campaign that is not there is refused', async () => {
  const run = async () => {
    for await (const _ of await api.client.forecast.run({ id: 99 as never }));
  }
  await expect(run()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
