import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { LaunchChoices } from '../../../src-main/domain/launch.ts'
import { launchDefaults } from '../../../src-main/domain/launch.ts'
import type { ForecastReport } from '../../../src-main/engine/forecast/forecast-report.ts'
import { forecastHere } from '../../../src-main/hosts/forecast/forecast-here.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import {
  aCampaign,
  aFolder,
  anOpenStore,
  mondayAtTen,
  phone,
  type WorkspaceOptions,
} from '../../make/workspace.ts'

const resources = resolve(import.meta.dirname, '../../../resources')

async function aForecast(
  options: WorkspaceOptions,
  prepare: (store: Store) => Promise<unknown> = async () => {},
  choices?: LaunchChoices,
): Promise<ForecastReport> {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, options)
  await prepare(store)
  const order = { file: folder.file, resources, campaign, at: mondayAtTen, ...(choices ? { choices } : {}) }
  const report = await forecastHere(order, () => {})
  await store.close()
  folder.remove()
  if ('refused' in report) throw new Error(report.message)
  return report
}

test('without history the report says what is assumed, and the same seed gives the same figures', async () => {
  const [one, other] = [await aForecast({ contacts: 40 }), await aForecast({ contacts: 40 })]
  expect(one.rates).toMatchObject({ from: 'assumptions', calls: 0 })
  expect({ ...one, tookMs: 0 }).toEqual({ ...other, tookMs: 0 })
})

test('an idle time has its reason from the holds of the engine: nobody is called before the window opens', async () => {
  const { idles } = await aForecast({
    contacts: 5,
    settings: { maxRetries: 0 },
    schedule: { windows: { tue: [{ from: 14 * 60, to: 15 * 60 }] } },
  })
  expect(idles[0]).toMatchObject({ from: mondayAtTen, reason: 'outside-hours' })
  expect(idles[0]?.text).toContain('Tue 14:00 Europe/Berlin')
})

test('the most calls on one number and day stay within its cap', async () => {
  const report = await aForecast({
    contacts: 60,
    numbers: 2,
    settings: {
      maxRetries: 0,
      rotation: {
        strategy: 'round_robin',
        localMatch: 'off',
        spamThreshold: 7,
        maxCallsPerDay: 10,
        coolDownDays: 7,
      },
    },
  })
  expect(report.mostOnOneNumber).toMatchObject({ calls: 10, cap: 10 })
  expect(report.days.map(({ calls }) => calls)).toEqual([20, 20, 20])
  expect(report.idles.some(({ reason }) => reason === 'numbers-capped')).toBe(true)
})

test('who is on the do-not-call list is not expected to be called, and counts as skipped', async () => {
  const report = await aForecast({ contacts: 10 }, store =>
    store.db
      .insertInto('suppressions')
      .values({
        number: phone(3),
        scope: 'all',
        reason: 'Asked',
        source: 'supervisor',
        at: 0,
        campaign_id: null,
        expires_at: null,
      })
      .execute(),
  )
  expect(report.contacts).toBe(9)
  expect(report.statuses.skipped).toBe(1)
})

test('nobody in a blocked country is expected to be called', async () => {
  const report = await aForecast({ contacts: 10 }, store =>
    store.db.insertInto('blocked_countries').values({ country: 'DE', reason: 'Not served', at: 0 }).execute(),
  )
  expect(report.contacts).toBe(0)
  expect(report.statuses.skipped).toBe(10)
})

test('the choices of the launch dialog leave contacts out', async () => {
  const texted = (store: Store) =>
    store.db.updateTable('contacts').set({ texted: 1 }).where('phone', '=', phone(0)).execute()
  const choices = { ...launchDefaults, exclude: { ...launchDefaults.exclude, texted: true } }
  expect((await aForecast({ contacts: 10 }, texted)).contacts).toBe(10)
  expect((await aForecast({ contacts: 10 }, texted, choices)).contacts).toBe(9)
})

test('a budget ends it, with the figure that will be reached', async () => {
  const rates = {
    currency: 'EUR',
    rates: [{ prefix: '', connectMicros: 0, microsPerMinute: 100_000, firstSeconds: 60, stepSeconds: 60 }],
  }
  const report = await aForecast({ contacts: 60, settings: { budgetMicros: 500_000 } }, store =>
    store.db
      .updateTable('trunks')
      .set({ rates: JSON.stringify(rates) as never })
      .execute(),
  )
  expect(report.end).toMatchObject({ is: 'paused', reason: 'budget_reached' })
  expect(report.finishAt).toBeNull()
  expect(report.cost?.micros.likely).toBeGreaterThanOrEqual(500_000)
})

test('a list that no window ever opens for is said to be stuck, with the reason', async () => {
  const report = await aForecast({ contacts: 3, schedule: { windows: {} } })
  expect(report).toMatchObject({ finishAt: null, end: { is: 'stuck' }, firstCallAt: null })
})

test('every status of the report adds up to all contacts', async () => {
  const { statuses } = await aForecast({ contacts: 80 })
  expect(Object.values(statuses).reduce((sum, leads) => sum + leads, 0)).toBe(80)
})

test('calls that are picked up and opt-outs are expected with their bands', async () => {
  const { calls, answered, optOuts } = await aForecast({ contacts: 400, settings: { maxRetries: 0 } })
  expect(answered.likely).toBeGreaterThan(0)
  expect(answered.high).toBeLessThan(calls.likely)
  expect(optOuts.likely).toBeGreaterThan(0)
  expect(optOuts.high).toBeLessThan(answered.low)
})

test('design.md §13: the calls of the day ahead stand in the clock hours in which they start, none lost', async () => {
  const { hours, calls, firstCallAt } = await aForecast({
    contacts: 30,
    settings: { maxRetries: 0, callsPerHour: 20 },
  })
  expect(hours.reduce((sum, hour) => sum + hour.calls, 0)).toBe(calls.likely)
  expect(hours[0]?.at).toBe(firstCallAt === null ? null : firstCallAt - (firstCallAt % 3_600_000))
  expect(hours.every(({ at }) => at % 3_600_000 === 0)).toBe(true)
})
