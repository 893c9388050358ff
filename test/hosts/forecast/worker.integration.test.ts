import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import type { ForecastOrder } from '../../../src-main/hosts/forecast/forecast-order.ts'
import { runForecast } from '../../../src-main/hosts/forecast/run-forecast.ts'
import { findCampaign } from '../../../src-main/store/find-campaign.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly } from '../../../src-main/store/read-only-file.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const workerPath = resolve(root, 'src-main/hosts/forecast/worker.ts')
const folder = aFolder()
let store: Store
let order: ForecastOrder

beforeAll(async () => {
  store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts: 50, name: 'Spring' })
  order = { file: folder.file, resources: resolve(root, 'resources'), campaign, at: mondayAtTen }
})
afterAll(async () => {
  await store.close()
  folder.remove()
})

test('a forecast comes from a thread of its own, with its progress, beside a store that is open', async () => {
  const shares: number[] = []
  const report = await runForecast(order, { workerPath, onProgress: share => shares.push(share) })
  expect(report).toMatchObject({ name: 'Spring', contacts: 50, end: { is: 'completed' } })
  expect(shares.at(0)).toBe(0)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

test('a campaign that is not there is refused in words', async () => {
  expect(await runForecast({ ...order, campaign: 99 as CampaignId }, { workerPath })).toEqual({
    refused: 'not_found',
    message: 'There is no campaign 99.',
  })
})

test('a forecast that nobody waits for any more is called off', () =>
  expect(runForecast(order, { workerPath, signal: AbortSignal.timeout(1) })).rejects.toThrow(/timeout/))

test('a file that is no workspace is an error, not a forecast of nothing', () =>
  expect(runForecast({ ...order, file: workerPath }, { workerPath })).rejects.toThrow(/not a database/))

test('a campaign is found by its name, whatever its case; else the nearest names are told', async () => {
  const file = openReadOnly(folder.file)
  expect(findCampaign(file, 'sPRING')).toEqual({ is: 'found', id: order.campaign, name: 'Spring' })
  expect(findCampaign(file, 'Sprng')).toEqual({ is: 'unknown', nearest: ['Spring'] })
  file.close()
})
