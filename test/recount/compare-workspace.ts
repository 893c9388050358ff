import { DateTime } from 'luxon'
import { expect } from 'vitest'
import { firstOf } from '../make/api.ts'
import { type Compared, shownCampaigns } from './compared.ts'
import { isEnded } from './raw-rows.ts'
import { endedCalls, measured, share, wholeOf } from './recount.ts'

const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const final = ['completed', 'no_conversation', 'no_answer', 'failed', 'skipped']
const atWork = ['running', 'draining', 'paused', 'scheduled']

/** Home and wallboard, which show the same, and the table of all campaigns in analytics. */
export async function compareWorkspace(compared: Compared): Promise<void> {
  const { api, rows, told } = compared
  const live = await firstOf(await api.client.workspace.live())
  const calls = rows.calls.filter(isEnded)
  const midnight = DateTime.fromMillis(live.at, { zone: live.zone }).startOf('day')
  const today = calls.filter(({ endedAt }) => endedAt >= midnight.toMillis())
  const aWeekAgo = live.at - WEEK
  const lastWeek = calls.filter(
    ({ endedAt }) =>
      endedAt >= midnight.minus({ weeks: 1 }).toMillis() && endedAt < aWeekAgo - (aWeekAgo % HOUR) + HOUR,
  )
  const people = today.filter(({ result }) => result === 'answered')
  expect({ ...live.today, hours: undefined }).toEqual({
    calls: today.length,
    weekAgo: lastWeek.length,
    answered: today.filter(({ answeredAt }) => answeredAt !== null).length,
    people: people.length,
    talkMs: today.reduce((all, { talkMs }) => all + (talkMs ?? 0), 0),
    goalsAchieved: today.filter(({ goal }) => goal === 'achieved').length,
    optOuts: today.filter(({ optedOut }) => optedOut === 1).length,
    hours: undefined,
  })
  const hours = Map.groupBy(today, ({ endedAt }) => DateTime.fromMillis(endedAt, { zone: live.zone }).hour)
  expect(live.today.hours.toSorted((a, b) => a.hour - b.hour)).toEqual(
    [...hours]
      .sort(([a], [b]) => a - b)
      .map(([hour, ended]) => {
        const human = ended.filter(({ result }) => result === 'answered').length
        const machine = ended.filter(({ result }) => result === 'voicemail').length
        return { hour, human, machine, other: ended.length - human - machine }
      }),
  )
  const open = rows.calls.filter(({ state }) => state !== 'ended')
  expect(live.activeCalls).toBe(open.length)
  for (const trunk of live.trunks)
    expect(trunk.activeCalls).toBe(open.filter(call => call.trunk === trunk.id).length)

  const working = shownCampaigns(compared).filter(({ state }) => atWork.includes(state))
  expect(live.campaigns.map(({ id }) => id).sort()).toEqual(working.map(({ id }) => id).sort())
  for (const campaign of live.campaigns) {
    const ended = endedCalls(rows, wholeOf(campaign.id))
    const left = rows.calls.filter(call => call.campaign === campaign.id && call.sentAt !== null)
    const leads = rows.leads.filter(lead => lead.campaign === campaign.id)
    const { humanAnswerRate, conversations } = measured(ended)
    const { conversionRate } = reachedOf(compared, campaign.id, told.forgotten.get(campaign.id) ?? 0)
    const firstHour = live.at - (live.at % HOUR) - 11 * HOUR
    expect(campaign).toMatchObject({
      activeCalls: open.filter(call => call.campaign === campaign.id).length,
      contacts: leads.length,
      finished: leads.filter(({ status }) => final.includes(status)).length,
      callsLastHour: left.filter(({ sentAt }) => (sentAt ?? 0) >= live.at - HOUR).length,
      ended: ended.length,
      humanAnswerRate,
      conversations,
      conversionRate,
      hours: Array.from(
        { length: 12 },
        (_, step) => ended.filter(({ endedAt }) => Math.floor((endedAt - firstHour) / HOUR) === step).length,
      ),
    })
  }

  await compareTrunkDay(compared, midnight.toMillis())

  const all = await api.client.analytics.campaigns()
  expect(all.map(({ id }) => id).sort()).toEqual(
    shownCampaigns(compared)
      .map(({ id }) => id)
      .filter(id => endedCalls(rows, wholeOf(id)).length > 0)
      .sort(),
  )
  for (const { id, measured: figures, conversed, achieved, conversionRate } of all) {
    expect(figures).toMatchObject(measured(endedCalls(rows, wholeOf(id))))
    expect({ conversed, achieved, conversionRate }).toEqual(
      reachedOf(compared, id, told.forgotten.get(id) ?? 0),
    )
  }
}

/** Contacts with a conversation, and with the goal achieved, since their history was cleared. */
function reachedOf({ rows }: Compared, campaign: number, after: number) {
  const calls = endedCalls(rows, wholeOf(campaign)).filter(({ id }) => id > after)
  const contacts = (which: typeof calls) => new Set(which.map(({ lead }) => lead)).size
  const conversed = contacts(calls.filter(({ result }) => result === 'answered'))
  const achieved = contacts(calls.filter(({ goal }) => goal === 'achieved'))
  return { conversed, achieved, conversionRate: share(achieved, conversed) }
}

/** What each trunk carried of the calls that left today, on Home and on the wallboard. */
async function compareTrunkDay({ api, rows }: Compared, midnight: number): Promise<void> {
  const today = rows.calls.filter(isEnded).filter(({ sentAt }) => sentAt >= midnight)
  const { trunks, costs } = await api.client.workspace.trunkDay()
  expect(trunks.toSorted((a, b) => a.id - b.id)).toEqual(
    [...Map.groupBy(today, ({ trunk }) => trunk)]
      .sort(([a], [b]) => a - b)
      .map(([id, calls]) => {
        const rang = calls.flatMap(({ pddMs }) => pddMs ?? [])
        const { ended, answerRate } = measured(calls)
        const firstRingMs = share(
          rang.reduce((all, ms) => all + ms, 0),
          rang.length,
        )
        return { id, ended, answerRate, firstRingMs }
      }),
  )
  expect(costs.reduce((all, { calls }) => all + calls, 0)).toBe(today.length)
  expect(costs.reduce((all, { micros }) => all + micros, 0)).toBe(
    today.reduce((all, { cost }) => all + cost, 0),
  )
}
