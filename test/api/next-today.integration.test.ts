import { dirname } from 'node:path'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { createVirtualClock } from '../fakes/virtual-clock.ts'
import { firstOf } from '../make/api.ts'
import { aFolder, mondayAtTen } from '../make/workspace.ts'
import { openDesk } from '../recount/desk.ts'
import { createLuck } from '../simulation/luck.ts'

const HOUR = 3_600_000
const SOON = { timeout: 20_000 }
const hour = (at: number) => at * 60

test('monitoring.md §4, “Home: all running campaigns”: what starts, opens and closes today, in its order', async () => {
  const clock = createVirtualClock(mondayAtTen)
  const folder = aFolder()
  const api = await openDesk(dirname(folder.file), clock, createLuck(1))
  try {
    const { client } = api
    const { campaign: id } = await client.workspace.startDemo()
    const { campaign, revision, schedule } = await client.campaigns.get({ id })
    const of = { campaign: { id, name: campaign.name } }
    const { contacts } = campaign
    const { defaults: choices } = await client.launch.definitions()
    expect(await client.outlook.nextToday()).toEqual([])

    // It is 09:00 UTC, and calls are allowed from 12:00 to 15:00.
    const windows = { mon: [{ from: hour(12), to: hour(15) }] }
    const today = { ...schedule, zone: 'UTC', windows, anyTime: false, respectContactZone: false }
    const change = { schedule: { ...today, startsAt: mondayAtTen + HOUR } }
    await client.launch.start({ id, choices, change, revision })
    expect(await client.outlook.nextToday()).toEqual([
      { ...of, is: 'starts', at: mondayAtTen + HOUR, contacts },
    ])

    // The law of some places lets calls begin later than the campaign’s own hours.
    await clock.run(mondayAtTen + 2 * HOUR)
    // Other threads write too, and their time is not the clock's.
    await expect.poll(async () => (await client.campaigns.get({ id })).campaign.state, SOON).toBe('running')
    const openings = await client.outlook.nextToday()
    expect(openings[0]).toMatchObject({ ...of, is: 'opens', at: mondayAtTen + 3 * HOUR })
    expect(openings.map(({ at }) => at)).toEqual(openings.map(({ at }) => at).toSorted())
    expect(new Set(openings.map(({ is }) => is))).toEqual(new Set(['opens']))
    const { zone } = await firstOf(await client.workspace.live())
    const midnight = DateTime.fromMillis(mondayAtTen, { zone }).endOf('day').toMillis()
    const waiting = (await firstOf(await client.campaigns.live({ id }))).waits
    expect(openings.reduce((all, { contacts }) => all + (contacts ?? 0), 0)).toBe(
      waiting.reduce(
        (all, { until, contacts }) => all + (until !== null && until < midnight ? contacts : 0),
        0,
      ),
    )

    await clock.run(mondayAtTen + 3 * HOUR + 1)
    const closing = (await client.outlook.nextToday()).filter(({ is }) => is === 'closes')
    expect(closing).toEqual([{ ...of, is: 'closes', at: mondayAtTen + 6 * HOUR, contacts: null }])

    await client.campaigns.move({ id, move: 'pause', hangUp: true })
    await expect.poll(async () => (await client.campaigns.get({ id })).campaign.state, SOON).toBe('paused')
    const { revision: now, schedule: running } = await client.campaigns.get({ id })
    const wholeDay = { ...running, zone, windows: { mon: [{ from: hour(0), to: hour(24) }] } }
    await client.campaigns.update({ id, revision: now, change: { schedule: wholeDay } })
    await client.campaigns.move({ id, move: 'resume' })
    const closes = (await client.outlook.nextToday()).filter(({ is }) => is === 'closes')
    expect(closes, 'hours that end at midnight').toMatchObject([{ at: midnight + 1 }])
  } finally {
    await api.app.close({ drainSeconds: 0 })
    folder.remove()
  }
})
