import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { AnalyticsFilter } from '../../src-main/contract/analytics.ts'
import {
  bestTable,
  funnelTable,
  goalTable,
  groupTable,
  listTable,
  trendTable,
} from '../../src-renderer/features/campaign/analytics/panels/chart-tables.ts'
import { tilesOf } from '../../src-renderer/features/campaign/analytics/report/tiles-of.ts'
import { decimalSign, groupSign } from '../../src-renderer/format/number.ts'
import type { ChartData } from '../../src-renderer/ui/chart/chart-data.ts'
import { csvOf } from '../../src-renderer/ui/chart/csv-of.ts'
import { type Compared, shownCampaigns } from './compared.ts'
import {
  bestHoursOf,
  contactTrendOf,
  counting,
  dateIn,
  endedCalls,
  funnelOf,
  listsOf,
  measured,
  measuredBy,
  tally,
  unknownOf,
  wholeOf,
} from './recount.ts'

/** What is saved of the charts as CSV, read by somebody else's reader, and the figures that a report begins with. */
export async function compareFiles({ rows, api, told, ...compared }: Compared): Promise<void> {
  const { analytics } = api.client
  for (const { id, zone } of shownCampaigns({ rows, api, told, ...compared })) {
    const look = wholeOf(id)
    const filter = look as unknown as AnalyticsFilter
    const calls = endedCalls(rows, look)
    const funnel = funnelOf(rows, look, told.forgotten.get(id) ?? 0)
    const [found, contacts, lists, { goals }] = await Promise.all([
      analytics.calls(filter),
      analytics.contacts(filter),
      analytics.lists(filter),
      analytics.outcomes(filter),
    ])

    const { total, contacted, person, conversed, partly, achieved } = funnel
    const steps = [total, contacted, person, conversed, partly, achieved]
    expect(figuresIn(funnelTable(contacts.funnel))).toEqual(
      steps.map((cases, at) => [cases, at === 0 ? null : shareOf(cases, steps[at - 1] ?? 0)]),
    )
    const converted = contactTrendOf(calls, zone)
    expect(read(trendTable(found.trend, contacts.trend))).toEqual(
      [...measuredBy(calls, ({ sentAt }) => dateIn(zone, sentAt))]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([date, { ended, answerRate, averageTalkMs }]) =>
          asText([date, ended, answerRate, converted.get(date)?.conversionRate, seconds(averageTalkMs)]),
        ),
    )
    const trunks = found.trunks.map(({ key, measured: figures }) => ({
      name: `${key.id}`,
      measured: figures,
    }))
    expect(read(groupTable('Trunk', trunks, 'EUR')).toSorted()).toEqual(
      [...measuredBy(calls, ({ trunk }) => trunk)]
        .map(([trunk, of]) =>
          asText([
            trunk,
            of.ended,
            of.conversations,
            of.humanAnswerRate,
            of.answerRate,
            seconds(of.averageTalkMs),
            of.goalsAchieved,
            of.costMicros / 1e6,
            of.costPerGoal === null ? null : of.costPerGoal / 1e6,
          ]),
        )
        .toSorted(),
    )
    expect(figuresIn(listTable(lists, 'EUR')).map(String).toSorted()).toEqual(
      [...listsOf(rows, look).values()]
        .map(list => [
          list.contacts,
          list.contacted,
          list.conversed,
          list.achieved,
          list.conversionRate,
          list.costMicros / 1e6,
        ])
        .map(String)
        .toSorted(),
    )
    for (const clock of ['campaign', 'contact'] as const) {
      const best = bestHoursOf(calls, clock === 'campaign' ? zone : null, 20)
      expect(
        figuresIn(bestTable(found.best[clock]))
          .map(([made, human]) => [made, human].join())
          .toSorted(),
      ).toEqual(best.hours.map(hour => [hour.calls, hour.human].join()).toSorted())
    }
    for (const goal of goals) {
      const outcomes = tally(counting(rows.outcomes, goal.id, calls))
      expect(
        figuresIn(goalTable(goal, found.total.conversations))
          .map(([cases]) => cases)
          .slice(0, 4),
      ).toEqual([
        ...['achieved', 'partially_achieved', 'not_achieved'].map(outcome => outcomes[outcome] ?? 0),
        unknownOf(rows.outcomes, goal.id, calls),
      ])
    }

    const of = measured(calls)
    const tiles = tilesOf(found.total, contacts.funnel, 'EUR').map(({ figure }) => numberIn(figure))
    const expected = [
      of.ended,
      percent(of.answerRate),
      percent(of.humanAnswerRate),
      percent(funnel.conversionRate),
    ]
    for (const [at, figure] of expected.entries())
      if (figure === null) expect(tiles[at]).toBeNaN()
      else expect(Math.abs((tiles[at] ?? Number.NaN) - figure)).toBeLessThanOrEqual(0.5)
    expect(Math.abs((tiles[5] ?? Number.NaN) - of.costMicros / 1e6)).toBeLessThanOrEqual(0.006)
  }
}

type Value = string | number | null | undefined

const read = (data: ChartData): readonly string[][] =>
  parse(csvOf(data), { bom: true, from_line: 2 }) as unknown as string[][]

/** Its cells behind the name. */
const figuresIn = (data: ChartData): readonly (number | null)[][] =>
  read(data).map(([, ...cells]) => cells.map(cell => (cell === '' ? null : Number(cell))))

const asText = (cells: readonly Value[]) => cells.map(cell => String(cell ?? ''))
const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000))
const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const percent = (share: number | null) => (share === null ? null : share * 100)
/** `~33 %`, `1,204`, `€12.40`; not a number where there is a dash. */
const numberIn = (figure: unknown) =>
  Number.parseFloat(
    String(figure)
      .replaceAll(groupSign, '')
      .replace(decimalSign, '.')
      .replaceAll(/[^\d.–]/g, ''),
  )
