import { DateTime } from 'luxon'
import { expect } from 'vitest'
import type { AnalyticsFilter, CallFigures, Measured } from '../../src-main/contract/analytics.ts'
import { type Compared, shownCampaigns } from './compared.ts'
import {
  bestHoursOf,
  contactTrendOf,
  counting,
  dateIn,
  endedCalls,
  funnelOf,
  type Look,
  listsOf,
  measured,
  measuredBy,
  tally,
  wholeOf,
  wilson,
  zTest,
} from './recount.ts'

const DAY = 24 * 3_600_000

/** Analytics of each campaign as a whole and however it is narrowed, and one beside the other. */
export async function compareAnalytics(compared: Compared): Promise<void> {
  const { api, rows, told } = compared
  const looks = shownCampaigns(compared).flatMap(({ id }) => [
    wholeOf(id),
    narrowed(compared, id),
    narrowed(compared, id),
  ])
  for (const look of looks) await compareLook(compared, look)
  const [a, b] = [compared.luck.oneOf(looks), compared.luck.oneOf(looks)]
  const { shares } = await api.client.analytics.compare({ a: asked(a), b: asked(b) })
  const sides = [a, b].map(look => ({
    calls: measured(endedCalls(rows, look)),
    funnel: funnelOf(rows, look, told.forgotten.get(look.campaign) ?? 0),
  }))
  const partsOf = {
    humanAnswerRate: ({ calls }) => [calls.conversations, calls.ended],
    conversionRate: ({ funnel }) => [funnel.achieved, funnel.conversed],
    goalsOfContacted: ({ funnel }) => [funnel.achieved, funnel.contacted],
  } satisfies Record<string, (side: (typeof sides)[number]) => readonly [number, number]>
  for (const { figure, p, verdict, ...parts } of shares) {
    const [ofA, ofB] = sides.map(partsOf[figure]) as [[number, number], [number, number]]
    expect([parts.a, parts.b]).toEqual([ofA, ofB].map(([part, whole]) => ({ part, whole })))
    const expected = zTest(ofA, ofB)
    if (expected === null) expect([p, verdict]).toEqual([null, 'too_few'])
    else {
      expect(p).toBeCloseTo(expected, 6)
      expect(verdict).toBe(expected < 0.01 ? 'different' : expected < 0.05 ? 'likely' : 'unclear')
    }
  }
}

function narrowed({ luck, rows, clock }: Compared, campaign: number): Look {
  const { chance, between, oneOf, some } = luck
  const zone = rows.campaigns.find(({ id }) => id === campaign)?.zone ?? ''
  const from = clock.now() - between(0, 6) * DAY
  return {
    campaign,
    from: chance(0.5) ? dateIn(zone, from) : null,
    to: chance(0.5) ? dateIn(zone, from + between(0, 3) * DAY) : null,
    numbers: chance(0.4) ? some([1, 2, 3], between(1, 2)) : [],
    versions: chance(0.3) ? [oneOf([1, 2])] : [],
    list: chance(0.3) ? between(1, 2) : null,
  }
}

const asked = (look: Look) => look as unknown as AnalyticsFilter

async function compareLook({ api, rows, told }: Compared, look: Look): Promise<void> {
  const { analytics } = api.client
  const zone = rows.campaigns.find(({ id }) => id === look.campaign)?.zone ?? ''
  const calls = endedCalls(rows, look)
  const found = await analytics.calls(asked(look))
  const ofDay = ({ sentAt }: { readonly sentAt: number }) => dateIn(zone, sentAt)
  expectMeasured(
    [{ key: 'all', measured: found.total }],
    key => key,
    measuredBy(calls, () => 'all'),
  )
  expect(found.trend.days).toBe(1)
  expectMeasured(
    found.trend.points.map(({ date, ...point }) => ({ key: date, ...point })),
    key => key,
    measuredBy(calls, ofDay),
  )
  expectMeasured(
    found.attempts,
    key => key,
    measuredBy(calls, ({ attempt }) => attempt),
  )
  expectMeasured(
    found.numbers,
    ({ id }) => Number(id),
    measuredBy(calls, ({ number }) => number),
  )
  expectMeasured(
    found.trunks,
    ({ id }) => Number(id),
    measuredBy(calls, ({ trunk }) => trunk),
  )
  expectMeasured(
    found.versions,
    ({ id }) => Number(id),
    measuredBy(calls, ({ version }) => version),
  )
  expectMeasured(
    found.zones,
    key => key.join(),
    measuredBy(calls, ({ zones }) => zones.join()),
  )
  expectBest(found.best.campaign, bestHoursOf(calls, zone, 20))
  expectBest(found.best.contact, bestHoursOf(calls, null, 20))

  const { funnel, trend } = await analytics.contacts(asked(look))
  expect(funnel).toEqual(funnelOf(rows, look, told.forgotten.get(look.campaign) ?? 0))
  expect(new Map(trend.map(({ date, ...step }) => [date, step]))).toEqual(contactTrendOf(calls, zone))
  const lists = await analytics.lists(asked(look))
  expect(new Map(lists.map(({ id, name: _, ...list }) => [Number(id), list]))).toEqual(listsOf(rows, look))

  const { goals, questions } = await analytics.outcomes(asked(look))
  for (const { id, outcomes } of goals)
    expect(outcomes).toEqual({
      achieved: 0,
      partially_achieved: 0,
      not_achieved: 0,
      ...tally(counting(rows.outcomes, id, calls)),
    })
  for (const { id, form, answered, values, mean } of questions) {
    const given = counting(rows.answers, id, calls).map(value => JSON.parse(value) as unknown)
    expect(answered).toBe(given.length)
    if (form.is === 'open') continue
    expect(Object.fromEntries(values.flatMap(({ value, calls: n }) => (n > 0 ? [[value, n]] : [])))).toEqual(
      tally(given.map(String)),
    )
    if (form.is === 'rating' && given.length > 0)
      expect(mean).toBeCloseTo(given.reduce((all: number, one) => all + Number(one), 0) / given.length, 9)
  }
}

interface Group<K> {
  readonly key: K
  readonly measured: Measured
}

function expectMeasured<K, L extends string | number>(
  groups: readonly Group<K>[],
  keyOf: (key: K) => L,
  expected: ReadonlyMap<L, ReturnType<typeof measured>>,
): void {
  const full = groups.filter(group => group.measured.ended > 0)
  for (const { measured: figures } of full) {
    const { low, high } = wilson(figures.conversations, figures.ended)
    expect(figures.humanInterval?.low).toBeCloseTo(low, 9)
    expect(figures.humanInterval?.high).toBeCloseTo(high, 9)
  }
  expect(
    new Map(full.map(({ key, measured: { humanInterval: _, ...figures } }) => [keyOf(key), figures])),
  ).toEqual(expected)
}

function expectBest(
  { hours, ...rest }: CallFigures['best']['campaign'],
  expected: ReturnType<typeof bestHoursOf>,
): void {
  const { hours: slots, ...others } = expected
  expect(rest).toEqual(others)
  const told = hours.map(({ weekday, minute, calls, human, interval, isBetter }) => {
    const slot = `${weekday + 1} ${DateTime.fromMillis(minute * 60_000, { zone: 'UTC' }).toFormat('HH:mm')}`
    expect(isBetter).toBe(interval.low > (expected.overall ?? 0))
    return { slot, calls, human, low: interval.low, high: interval.high }
  })
  const sorted = told.map(({ low }) => low)
  expect(sorted).toEqual(sorted.toSorted((a, b) => b - a))
  const bySlot = (a: { slot?: string | null | undefined }, b: { slot?: string | null | undefined }) =>
    String(a.slot).localeCompare(String(b.slot))
  const rounded = ({ low, high, ...hour }: (typeof told)[number] | (typeof slots)[number]) => ({
    ...hour,
    low: low.toFixed(9),
    high: Math.min(1, high).toFixed(9),
  })
  expect(told.toSorted(bySlot).map(rounded)).toEqual(slots.toSorted(bySlot).map(rounded))
}
