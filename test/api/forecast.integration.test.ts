import { beforeAll, expect, test } from 'vitest'
import type { ForecastEvent } from '../../src-main/contract/forecast.ts'
import { anApi } from '../make/api.ts'

const api = anApi()
let campaign: number

beforeAll(async () => {
  campaign = (await api.client.workspace.startDemo()).campaign
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
