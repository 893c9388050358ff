import { resolve } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import type { Band } from '../../../src-main/engine/forecast/band.ts'
import { forecastHere } from '../../../src-main/hosts/forecast/forecast-here.ts'
import { inTempFolder } from '../../../src-main/hosts/in-temp-folder.ts'
import { practicePeople } from '../../../src-main/hosts/rehearsal/practice-people.ts'
import { rehearseCampaign } from '../../../src-main/hosts/rehearsal/rehearse-campaign.ts'
import { aCampaign, addLate, aFolder, anOpenStore } from '../../make/workspace.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const source = (...path: string[]) => resolve(root, 'src-main', ...path)
const resources = resolve(root, 'resources')
const noSecrets = { get: async () => null, set: async () => {}, remove: async () => {} }

const host = {
  workers: {
    media: source('telephony', 'media', 'worker.ts'),
    speech: source('voice', 'speech-worker.ts'),
    forecast: source('hosts', 'forecast', 'worker.ts'),
    rehearsal: source('hosts', 'rehearsal', 'worker.ts'),
    history: source('hosts', 'demo', 'history', 'worker.ts'),
    reading: source('hosts', 'reading', 'thread.ts'),
    working: source('hosts', 'working', 'thread.ts'),
    backup: source('hosts', 'backups', 'worker.ts'),
  },
  resources,
  log: pino({ level: 'silent' }),
  kind: 'cli' as const,
  secrets: noSecrets,
}

let remove = () => {}
afterEach(() => remove())

const isWithin = (band: Band | null | undefined, value: number | null | undefined) => ({
  value,
  isWithin: band != null && value != null && value >= band.low && value <= band.high,
  band,
})

test('a rehearsal of sixty contacts ends within the printed band of its forecast, and leaves the workspace alone', {
  timeout: 150_000,
}, async () => {
  const folder = aFolder()
  remove = folder.remove
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, {
    contacts: 0,
    numbers: 4,
    trunk: { host: '192.0.2.1' },
    settings: { maxConcurrentCalls: 15, maxRetries: 1, purpose: 'information' },
  })
  await addLate(store, campaign, practicePeople(60), Date.now())
  const practice = { seed: 1, speed: 20 }

  const forecast = await forecastHere(
    { file: folder.file, resources, campaign, at: Date.now(), practice },
    () => {},
  )
  if ('refused' in forecast) throw new Error(forecast.message)
  // The workspace is open all the while, as it is beside a console.
  const rehearsal = await inTempFolder(dataDir =>
    rehearseCampaign(
      { ...host, dataDir },
      {
        file: folder.file,
        campaign,
        ...practice,
        onProgress: () => {},
        signal: AbortSignal.timeout(140_000),
      },
    ),
  )
  if ('refused' in rehearsal) throw new Error(rehearsal.message)

  expect(rehearsal).toMatchObject({
    end: { is: 'completed' },
    lost: 0,
    calledTwice: 0,
    stuck: 0,
    mismatches: 0,
    outsideHours: 0,
    drawnFrom: null,
  })
  expect(isWithin(forecast.calls, rehearsal.calls)).toMatchObject({ isWithin: true })
  expect(isWithin(forecast.reached, rehearsal.reached)).toMatchObject({ isWithin: true })
  expect(isWithin(forecast.finishAt, rehearsal.finishAt)).toMatchObject({ isWithin: true })
  expect(rehearsal.contacts).toBe(forecast.contacts)
  expect(rehearsal.invites).toBe(rehearsal.calls)
  const calls = await store.db.selectFrom('calls').select('id').execute()
  expect(calls).toEqual([])
  await store.close()
})
