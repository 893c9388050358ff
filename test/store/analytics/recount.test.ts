import fc from 'fast-check'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallScope } from '../../../src-main/store/analytics/call-scope.ts'
import { readCallFigures } from '../../../src-main/store/analytics/read-call-figures.ts'
import { readContactFigures } from '../../../src-main/store/analytics/read-contact-figures.ts'
import { readListFigures } from '../../../src-main/store/analytics/read-list-figures.ts'
import { readOutcomes } from '../../../src-main/store/analytics/read-outcomes.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly, type ReadOnlyFile } from '../../../src-main/store/read-only-file.ts'
import { aFolder, anOpenStore } from '../../make/workspace.ts'
import {
  aGround,
  CONTACTS,
  countingOf,
  FIRST,
  type Ground,
  goalOf,
  inList,
  isAnswered,
  type PastCall,
  pastCall,
  placeOfContact,
  sentAt,
  tellHistory,
} from './a-history.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const zone = 'Europe/Berlin'
const folder = aFolder()
let store: Store
let ground: Ground
let file: ReadOnlyFile

beforeAll(async () => {
  store = await anOpenStore(folder.file)
  ground = await aGround(store)
  file = openReadOnly(folder.file)
})
afterAll(async () => {
  file.close()
  await store.close()
  folder.remove()
})

const narrowed = fc.record({
  fromDay: fc.option(fc.nat(20), { freq: 1 }),
  days: fc.option(fc.integer({ min: 1, max: 10 }), { freq: 1 }),
  numbers: fc.subarray([0, 1, 2]),
  versions: fc.subarray([0, 1]),
  list: fc.option(fc.nat(1), { freq: 1 }),
})
type Filter = typeof narrowed extends fc.Arbitrary<infer F> ? F : never
const everything: Filter = { fromDay: null, days: null, numbers: [], versions: [], list: null }
const filter = fc.oneof(fc.constant(everything), { arbitrary: narrowed, weight: 3 })

const boundsOf = ({ fromDay, days }: Filter) => {
  const from = fromDay === null ? null : FIRST + fromDay * DAY
  return { from, until: days === null ? null : (from ?? FIRST) + days * DAY }
}

const scopeOf = (asked: Filter): CallScope =>
  ({
    campaign: ground.campaign,
    ...boundsOf(asked),
    numbers: asked.numbers.map(at => ground.numbers[at]),
    versions: asked.versions.map(at => ground.versions[at]),
    list: asked.list === null ? null : ground.lists[asked.list],
  }) as unknown as CallScope

const hourOf = (call: PastCall) => sentAt(call) - (sentAt(call) % HOUR)

function within(calls: readonly PastCall[], asked: Filter): readonly PastCall[] {
  const { from, until } = boundsOf(asked)
  return calls.filter(
    call =>
      (from === null || hourOf(call) >= from) &&
      (until === null || hourOf(call) < until) &&
      (asked.numbers.length === 0 || asked.numbers.includes(call.number)) &&
      (asked.versions.length === 0 || asked.versions.includes(call.version)) &&
      (asked.list === null || inList(asked.list, call.contact)),
  )
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const isHuman = ({ result }: PastCall) => result === 'answered'
const isAchieved = (call: PastCall) => goalOf(call) === 'achieved'
const contactsOf = (calls: readonly PastCall[]) => new Set(calls.map(({ contact }) => contact)).size

/** Every figure once more, from the calls themselves and by the words of the specification. */
function measured(calls: readonly PastCall[]) {
  const counted = calls.filter(({ result }) => result !== 'interrupted')
  const answered = calls.filter(isAnswered)
  const talkMs = answered.reduce((sum, call) => sum + call.talkMs, 0)
  const goals = calls.filter(isAchieved).length
  const cost = calls.reduce((sum, call) => sum + call.costMicros, 0)
  return {
    ended: calls.length,
    conversations: calls.filter(isHuman).length,
    goalsAchieved: goals,
    talkMs,
    answerRate: share(counted.filter(isAnswered).length, counted.length),
    humanAnswerRate: share(calls.filter(isHuman).length, calls.length),
    averageTalkMs: share(talkMs, answered.length),
    costMicros: cost,
    costPerGoal: goals === 0 ? null : Math.round(cost / goals),
  }
}

const by = <K>(calls: readonly PastCall[], keyOf: (call: PastCall) => K) =>
  new Map([...Map.groupBy(calls, keyOf)].map(([key, group]) => [key, measured(group)]))

const dateOf = (call: PastCall) => DateTime.fromMillis(hourOf(call), { zone }).toISODate() ?? ''

function hoursOf(calls: readonly PastCall[], zonesOf: (call: PastCall) => readonly string[]) {
  const slots = Map.groupBy(calls, call => {
    const local = new Set(
      zonesOf(call).map(one => DateTime.fromMillis(hourOf(call), { zone: one }).toFormat('c HH:mm')),
    )
    return local.size === 1 ? [...local][0] : null
  })
  const placed = [...slots].filter(([slot]) => slot !== null)
  const all = placed.flatMap(([, group]) => group)
  return {
    hours: new Map(
      placed
        .filter(([, group]) => group.length >= 20)
        .map(([slot, group]) => [slot, [group.length, group.filter(isHuman).length]]),
    ),
    tooSmall: placed.filter(([, group]) => group.length < 20).length,
    unplaced: slots.get(null)?.length ?? 0,
    overall: share(all.filter(isHuman).length, all.length),
  }
}

type Figures = ReturnType<typeof readCallFigures>['total']

const seen = <K>(
  groups: readonly { readonly key: K; readonly measured: Figures }[],
  keyOf: (key: K) => unknown,
) => new Map(groups.map(({ key, measured: figures }) => [keyOf(key), plain(figures)]))

const plain = ({ humanInterval: _, ...figures }: Figures) => figures

test('monitoring.md §2, exact meaning of each figure: the page equals a recount over random histories, however it is filtered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pastCall, { maxLength: 120, size: 'max' }), filter, async (history, asked) => {
      await tellHistory(store, ground, history)
      file.moveOn()
      const calls = within(history, asked)
      const scope = scopeOf(asked)
      const found = readCallFigures(file, { scope, zone })
      expect(plain(found.total)).toEqual(measured(calls))
      expect(new Map(found.trend.points.map(point => [point.date, plain(point.measured)]))).toEqual(
        by(calls, dateOf),
      )
      expect(seen(found.attempts, key => key)).toEqual(by(calls, ({ attempt }) => attempt))
      expect(seen(found.numbers, key => key.id)).toEqual(by(calls, ({ number }) => ground.numbers[number]))
      expect(seen(found.trunks, key => key.id)).toEqual(by(calls, ({ trunk }) => ground.trunks[trunk]))
      expect(seen(found.versions, key => key.id)).toEqual(
        by(calls, ({ version }) => ground.versions[version]),
      )
      expect(seen(found.zones, key => key.join())).toEqual(
        by(calls, ({ contact }) => placeOfContact(contact).zones.join()),
      )
      for (const [which, zonesOf] of [
        ['campaign', () => [zone]],
        ['contact', ({ contact }: PastCall) => placeOfContact(contact).zones],
      ] as const) {
        const { hours, ...rest } = found.best[which]
        const told = new Map(
          hours.map(hour => [
            `${hour.weekday + 1} ${DateTime.fromMillis(hour.minute * 60_000, { zone: 'UTC' }).toFormat('HH:mm')}`,
            [hour.calls, hour.human],
          ]),
        )
        expect({ hours: told, ...rest }).toEqual(hoursOf(calls, zonesOf))
      }

      const { funnel, trend } = readContactFigures(file, { scope, zone })
      const conversed = contactsOf(calls.filter(isHuman))
      const achieved = contactsOf(calls.filter(isAchieved))
      expect(funnel).toEqual({
        total: Array.from({ length: CONTACTS }, (_, at) => at).filter(
          at => asked.list === null || inList(asked.list, at),
        ).length,
        contacted: contactsOf(calls),
        person: contactsOf(calls.filter(call => isHuman(call) || call.result === 'abandoned')),
        conversed,
        partly: contactsOf(
          calls.filter(call => ['achieved', 'partially_achieved'].includes(goalOf(call) ?? '')),
        ),
        achieved,
        conversionRate: share(achieved, conversed),
      })
      const reached = calls.filter(call => isHuman(call) || isAchieved(call))
      expect(new Map(trend.map(({ date, ...step }) => [date, step]))).toEqual(
        new Map(
          [...Map.groupBy(reached, dateOf)].map(([date, ofDay]) => {
            const [heard, won] = [contactsOf(ofDay.filter(isHuman)), contactsOf(ofDay.filter(isAchieved))]
            return [date, { conversed: heard, achieved: won, conversionRate: share(won, heard) }]
          }),
        ),
      )

      const lists = readListFigures(file, scope)
      expect(new Map(lists.map(({ id, name: _, ...list }) => [id, list]))).toEqual(
        new Map(
          ground.lists.flatMap((id, at) => {
            if (asked.list !== null && asked.list !== at) return []
            const inIt = calls.filter(({ contact }) => inList(at, contact))
            const [heard, won] = [contactsOf(inIt.filter(isHuman)), contactsOf(inIt.filter(isAchieved))]
            const { ended, costMicros, costPerGoal } = measured(inIt)
            const contacts = Array.from({ length: CONTACTS }, (_, one) => one).filter(one =>
              inList(at, one),
            ).length
            const row = { contacts, contacted: contactsOf(inIt), conversed: heard, achieved: won }
            return [
              [id, { ...row, conversionRate: share(won, heard), calls: ended, costMicros, costPerGoal }],
            ]
          }),
        ),
      )

      const { goals, questions } = readOutcomes(file, scope)
      const outcome = (is: string) => calls.filter(call => goalOf(call) === is).length
      expect(goals[0]?.outcomes).toEqual({
        achieved: outcome('achieved'),
        partially_achieved: outcome('partially_achieved'),
        not_achieved: outcome('not_achieved'),
      })
      const told = (call: PastCall) => isHuman(call) && countingOf(call) !== undefined
      expect(goals[0]?.conversed).toBe(calls.filter(told).length)
      const marks = calls.flatMap(call => countingOf(call)?.mark ?? [])
      expect(questions[0]).toMatchObject({
        answered: marks.length,
        conversed: calls.filter(told).length,
        values: [1, 2, 3, 4, 5].map(mark => ({
          value: String(mark),
          calls: marks.filter(one => one === mark).length,
        })),
        mean: marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length,
      })
    }),
    { numRuns: 60 },
  )
})

test('the order is by the lower bound, and the rates of the trend stand for days of the campaign’s zone', async () => {
  const call = (change: Partial<PastCall>): PastCall => ({
    contact: 0,
    minute: 0,
    number: 0,
    version: 0,
    trunk: 0,
    attempt: 1,
    result: 'answered',
    talkMs: 1_000,
    costMicros: 0,
    told: [],
    ...change,
  })
  // 23:30 UTC is the next day in Berlin.
  const late = Array.from({ length: 25 }, () => call({ minute: 23 * 60 + 30 }))
  const early = Array.from({ length: 25 }, (_, at) =>
    call({ minute: 9 * 60, ...(at > 4 && { result: 'busy' }) }),
  )
  await tellHistory(store, ground, [...early, ...late])
  file.moveOn()
  const { trend, best } = readCallFigures(file, {
    zone,
    scope: { campaign: ground.campaign, from: null, until: null, numbers: [], versions: [], list: null },
  })
  expect(trend.points.map(({ date }) => date)).toEqual(['2026-10-19', '2026-10-20'])
  expect(best.campaign.hours).toMatchObject([
    { weekday: 1, minute: 60 },
    { weekday: 0, minute: 660 },
  ])
})
