import { expect, test } from 'vitest'
import { dayOutlook } from '../../src-main/api/day-outlook.ts'
import type { ListedCampaign } from '../../src-main/store/read-campaigns.ts'

const HOUR = 3_600_000
/** 20:30 in Berlin. */
const foreseenAt = Date.UTC(2026, 10, 19, 19, 30)
const zone = 'Europe/Berlin'
const campaign = (id: number) => ({ id, run: 1, revision: 1 }) as ListedCampaign

const outlookAt = (now: number, ids = [1]) => {
  let clock = foreseenAt
  const services = {
    zone,
    now: () => clock,
    forecast: async () => ({
      finishAt: { low: 1, likely: 2, high: 3 },
      hours: [0, 1, 2, 3, 4].map(hour => ({ at: foreseenAt - HOUR / 2 + hour * HOUR, calls: 60 })),
    }),
  }
  const asked = dayOutlook(services as never, ids.map(campaign), undefined)
  return asked.then(() => {
    clock = now
    return dayOutlook(services as never, ids.map(campaign), undefined)
  })
}

test('design.md §13, “the rest of the day can be planned”: calls to come by the desk’s hour, until midnight', async () => {
  expect((await outlookAt(foreseenAt)).hours).toEqual([
    { hour: 20, calls: 60 },
    { hour: 21, calls: 60 },
    { hour: 22, calls: 60 },
    { hour: 23, calls: 60 },
  ])
})

test('an hour that has begun keeps what its time left has of it, and a past one nothing', async () => {
  expect((await outlookAt(foreseenAt + 5 * 60_000)).hours[0]).toEqual({ hour: 20, calls: 50 })
})

test('monitoring.md §1, “progress bar with time left”: the likely end of each campaign comes with it', async () => {
  expect((await outlookAt(foreseenAt, [1, 2])).ends).toEqual([
    { id: 1, at: 2 },
    { id: 2, at: 2 },
  ])
})

test('two campaigns are put together', async () => {
  expect((await outlookAt(foreseenAt, [1, 2])).hours[0]).toEqual({ hour: 20, calls: 120 })
})
