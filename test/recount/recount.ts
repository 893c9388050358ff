import { DateTime } from 'luxon'
import { type EndedCall, isEnded, type RawCall, type RawRows, type Said } from './raw-rows.ts'

/** Every figure once more, by the words of monitoring.md and nothing else: no function of the product is called. */

const HOUR = 3_600_000

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0)
const people = (calls: readonly RawCall[]) => calls.filter(({ result }) => result === 'answered')
const achieved = (calls: readonly RawCall[]) => calls.filter(({ goal }) => goal === 'achieved')
const contacts = (calls: readonly RawCall[]) => new Set(calls.map(({ lead }) => lead)).size

/** Which calls are looked at. */
export interface Look {
  readonly campaign: number
  /** Local dates of the campaign, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly numbers: readonly number[]
  readonly versions: readonly number[]
  readonly list: number | null
}

export const wholeOf = (campaign: number): Look => ({
  campaign,
  from: null,
  to: null,
  numbers: [],
  versions: [],
  list: null,
})

export function endedCalls(rows: RawRows, look: Look): readonly EndedCall[] {
  const zone = rows.campaigns.find(({ id }) => id === look.campaign)?.zone ?? ''
  const members = new Set(rows.inLists.filter(({ list }) => list === look.list).map(({ contact }) => contact))
  return rows.calls.filter(isEnded).filter(call => {
    const date = dateIn(zone, call.sentAt)
    return (
      call.campaign === look.campaign &&
      (look.from === null || date >= look.from) &&
      (look.to === null || date <= look.to) &&
      (look.numbers.length === 0 || look.numbers.includes(call.number)) &&
      (look.versions.length === 0 || look.versions.includes(call.version)) &&
      (look.list === null || members.has(call.contact))
    )
  })
}

export const dateIn = (zone: string, at: number): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd')

const final = ['completed', 'no_conversation', 'no_answer', 'failed', 'skipped']

/** The tiles of the dashboard. `after`: what a reset made the contacts forget ends with this call. */
export function dashboardOf(rows: RawRows, campaign: number, after: number, at: number) {
  const leads = rows.leads.filter(lead => lead.campaign === campaign)
  const left = rows.calls.filter(call => call.campaign === campaign && call.sentAt !== null)
  const known = left.filter(({ id }) => id > after)
  const ended = left.filter(isEnded)
  const answered = ended.filter(({ answeredAt }) => answeredAt !== null)
  const counted = ended.filter(({ result }) => result !== 'interrupted')
  const withResult = (...results: readonly string[]) =>
    share(ended.filter(({ result }) => results.includes(result)).length, ended.length)
  const inStatus = (...statuses: readonly string[]) =>
    leads.filter(({ status }) => statuses.includes(status)).length
  const talkMs = sum(answered.map(call => call.talkMs ?? 0))
  const isOver = known.filter(({ state }) => state === 'ended')
  const conversed = contacts(people(isOver))
  return {
    contacted: contacts(known),
    remaining: inStatus('pending', 'queued', 'retry'),
    finished: inStatus(...final),
    ended: ended.length,
    callsLastHour: left.filter(({ sentAt }) => (sentAt ?? 0) >= at - HOUR).length,
    conversations: people(ended).length,
    talkMs,
    goalsAchieved: achieved(ended).length,
    optOuts: ended.filter(({ optedOut }) => optedOut === 1).length,
    completion: share(inStatus(...final), leads.length),
    averageTalkMs: share(talkMs, answered.length),
    answerRate: share(counted.filter(({ answeredAt }) => answeredAt !== null).length, counted.length),
    humanAnswerRate: withResult('answered'),
    machineRate: withResult('voicemail'),
    noAnswerRate: withResult('no_answer'),
    busyRate: withResult('busy'),
    rejectionRate: withResult('rejected'),
    invalidRate: withResult('invalid'),
    failureRate: withResult('failed'),
    otherRate: withResult('fax', 'no_conversation', 'abandoned', 'interrupted'),
    successRate: share(inStatus('completed'), inStatus(...final.filter(status => status !== 'skipped'))),
    conversionRate: share(contacts(achieved(isOver)), conversed),
  }
}

/** How many there are of each, those without any left out. */
export const tally = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names, name => name)].map(([name, all]) => [name, all.length]))

/** What came of the primary goal in conversations. */
export const goalResults = (rows: RawRows, campaign: number) => ({
  achieved: 0,
  partially_achieved: 0,
  not_achieved: 0,
  unknown: 0,
  ...tally(
    endedCalls(rows, wholeOf(campaign))
      .filter(({ goal, result }) => goal !== null || result === 'answered')
      .map(({ goal }) => goal ?? 'unknown'),
  ),
})

/** Calls and people by hour of the week; `zone` `null`: on the clock of whoever was called. */
export function heatmapOf(rows: RawRows, campaign: number, zone: string | null) {
  const hours = Map.groupBy(endedCalls(rows, wholeOf(campaign)), ({ sentAt, zones }) => {
    const { weekday, hour } = DateTime.fromMillis(sentAt, { zone: zone ?? zones[0] ?? '' })
    return weekday * 24 + hour
  })
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([at, calls]) => ({
      day: Math.floor(at / 24),
      hour: at % 24,
      calls: calls.length,
      people: people(calls).length,
    }))
}

/** What is said of any group of calls. */
export function measured(calls: readonly EndedCall[]) {
  const counted = calls.filter(({ result }) => result !== 'interrupted')
  const answered = calls.filter(({ answeredAt }) => answeredAt !== null)
  const talkMs = sum(answered.map(call => call.talkMs ?? 0))
  const cost = sum(calls.map(call => call.cost))
  const goals = achieved(calls).length
  return {
    ended: calls.length,
    conversations: people(calls).length,
    goalsAchieved: goals,
    talkMs,
    answerRate: share(counted.filter(({ answeredAt }) => answeredAt !== null).length, counted.length),
    humanAnswerRate: share(people(calls).length, calls.length),
    averageTalkMs: share(talkMs, answered.length),
    costMicros: cost,
    costPerGoal: goals === 0 ? null : Math.round(cost / goals),
  }
}

export const measuredBy = <K extends string | number>(
  calls: readonly EndedCall[],
  keyOf: (call: EndedCall) => K,
): ReadonlyMap<K, ReturnType<typeof measured>> =>
  new Map([...Map.groupBy(calls, keyOf)].map(([key, group]) => [key, measured(group)]))

/** Bounds of the 95 % interval of Wilson's score method, as the article has them. */
export function wilson(part: number, whole: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054
  const p = part / whole
  const middle = (p + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole)
  const reach = (z / (1 + z ** 2 / whole)) * Math.sqrt((p * (1 - p)) / whole + z ** 2 / (4 * whole ** 2))
  return { low: middle - reach, high: middle + reach }
}

/** Hours of the week with at least `least` calls, best lower bound first; lines whose hour is unsure are left out. */
export function bestHoursOf(calls: readonly EndedCall[], zone: string | null, least: number) {
  const slots = Map.groupBy(calls, ({ sentAt, zones }) => {
    const hour = sentAt - (sentAt % HOUR)
    const walls = (zone === null ? zones : [zone]).map(one => DateTime.fromMillis(hour, { zone: one }))
    const told = new Set(walls.map(wall => wall.toFormat('c HH:mm')))
    return told.size === 1 ? [...told][0] : null
  })
  const placed = [...slots].filter(([slot]) => slot !== null)
  const all = placed.flatMap(([, group]) => group)
  return {
    hours: placed
      .filter(([, group]) => group.length >= least)
      .map(([slot, group]) => ({
        slot,
        calls: group.length,
        human: people(group).length,
        ...wilson(people(group).length, group.length),
      })),
    tooSmall: placed.filter(([, group]) => group.length < least).length,
    unplaced: slots.get(null)?.length ?? 0,
    overall: share(people(all).length, all.length),
  }
}

/** How far contacts came. */
export function funnelOf(rows: RawRows, look: Look, after: number) {
  const isWhole = look.from === null && look.to === null && look.list === null
  const isAll = isWhole && look.numbers.length === 0 && look.versions.length === 0
  const calls = endedCalls(rows, look).filter(({ id }) => !isAll || id > after)
  const members = new Set(rows.inLists.filter(({ list }) => list === look.list).map(({ contact }) => contact))
  const leads = rows.leads.filter(
    lead => lead.campaign === look.campaign && (look.list === null || members.has(lead.contact)),
  )
  const left = isAll
    ? rows.calls.filter(call => call.campaign === look.campaign && call.sentAt !== null && call.id > after)
    : calls
  const partly = calls.filter(({ goal }) => goal === 'achieved' || goal === 'partially_achieved')
  const [conversed, won] = [contacts(people(calls)), contacts(achieved(calls))]
  return {
    total: leads.length,
    contacted: contacts(left),
    person: contacts(calls.filter(({ result }) => result === 'answered' || result === 'abandoned')),
    conversed,
    partly: contacts(partly),
    achieved: won,
    conversionRate: share(won, conversed),
  }
}

/** Conversations and goals of each day, each contact once a day. */
export const contactTrendOf = (calls: readonly EndedCall[], zone: string) =>
  new Map(
    [
      ...Map.groupBy(
        calls.filter(({ result, goal }) => result === 'answered' || goal === 'achieved'),
        ({ sentAt }) => dateIn(zone, sentAt),
      ),
    ].map(([date, day]) => {
      const [conversed, won] = [contacts(people(day)), contacts(achieved(day))]
      return [date, { conversed, achieved: won, conversionRate: share(won, conversed) }]
    }),
  )

export function listsOf(rows: RawRows, look: Look) {
  const calls = endedCalls(rows, look)
  return new Map(
    [...Map.groupBy(rows.inLists, ({ list }) => list)].flatMap(([list, members]) => {
      const inIt = new Set(members.map(({ contact }) => contact))
      const leads = rows.leads.filter(
        ({ campaign, contact }) => campaign === look.campaign && inIt.has(contact),
      )
      if (leads.length === 0 || (look.list !== null && look.list !== list)) return []
      const theirs = calls.filter(({ contact }) => inIt.has(contact))
      const [conversed, won] = [contacts(people(theirs)), contacts(achieved(theirs))]
      const { ended, costMicros, costPerGoal } = measured(theirs)
      return [
        [
          list,
          {
            contacts: leads.length,
            contacted: contacts(theirs),
            conversed,
            achieved: won,
            conversionRate: share(won, conversed),
            calls: ended,
            costMicros,
            costPerGoal,
          },
        ] as const,
      ]
    }),
  )
}

const order = ['supervisor', 'flow', 'rule', 'model']

/** What counts of each call for one goal or question: a correction before all, then the flow, then rules. */
export function counting(said: readonly Said[], of: number, calls: readonly EndedCall[]): readonly string[] {
  const asked = new Set(calls.map(({ id }) => id))
  const byCall = Map.groupBy(
    said.filter(one => one.of === of && asked.has(one.call)),
    ({ call }) => call,
  )
  return [...byCall.values()].map(
    all => all.toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source))[0]?.value ?? '',
  )
}

/** Conversations of which no source says anything. */
export function unknownOf(said: readonly Said[], of: number, calls: readonly EndedCall[]): number {
  const told = new Set(said.filter(one => one.of === of).map(({ call }) => call))
  return people(calls).filter(({ id }) => !told.has(id)).length
}

/** Two-sided z-test of two shares with the pooled standard error; `null`: the normal curve does not fit so few cases. */
export function zTest(a: readonly [number, number], b: readonly [number, number]): number | null {
  const whole = a[1] + b[1]
  const pooled = (a[0] + b[0]) / whole
  const expected = [a[1], b[1]].flatMap(cases => [cases * pooled, cases * (1 - pooled)])
  if (!(Math.min(...expected) >= 5)) return null
  const z = Math.abs(a[0] / a[1] - b[0] / b[1]) / Math.sqrt(pooled * (1 - pooled) * (1 / a[1] + 1 / b[1]))
  return 2 * areaAbove(z)
}

/** Of the standard normal curve, by adding up 20,000 strips of it. */
function areaAbove(z: number): number {
  const strips = 20_000
  const width = z / strips
  const height = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  return 0.5 - sum(Array.from({ length: strips }, (_, at) => height((at + 0.5) * width) * width))
}

/** By the rates of `a-workspace.ts`: a fee, the first minute whole, then second by second, each rounded up. */
export function costOf(trunk: number, talkMs: number | null): number {
  if (talkMs === null) return 0
  const [fee, minute] = trunk === 1 ? [10_000, 90_000] : [0, 240_000]
  const further = Math.max(0, Math.ceil(talkMs / 1000) - 60)
  return fee + minute + further * Math.ceil(minute / 60)
}
