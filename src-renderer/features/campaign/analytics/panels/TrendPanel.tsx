import { useState } from 'react'
import type { ContactFigures } from '../../../../../src-main/contract/analytics.ts'
import { talk } from '../../../../format/duration.ts'
import { share, wholeShare } from '../../../../format/number.ts'
import { date, dayOf } from '../../../../format/time.ts'
import { text } from '../../../../text/text.ts'
import { Choice } from '../../../../ui/campaign/fields/Choice.tsx'
import { ChartPanel } from '../../../../ui/chart/ChartPanel.tsx'
import { Lines, type Series } from '../../../../ui/chart/Lines.tsx'
import type { Shown } from '../shown.ts'
import { trendTable } from './chart-tables.ts'
import classes from './panels.module.css'

const words = text.analytics.trend
const views = ['rates', 'duration'] as const
const HEIGHT = 226
/** Of fewer no share is told as sure. */
const LEAST_CALLS = 20
const noon = (at: string) => Date.parse(`${at}T12:00:00Z`)

interface TrendProps extends Shown {
  readonly contacts: ContactFigures | undefined
  readonly only?: (typeof views)[number]
}

/** The last point with enough cases; without any, the last one. */
function lastSure({ values, unsure }: Pick<Series, 'values' | 'unsure'>): number {
  const sure = values.findLastIndex((value, index) => value !== null && !unsure[index])
  return sure === -1 ? values.length - 1 : sure
}

/** Answer rate and conversion over time, or the average duration. */
export function TrendPanel({ of, calls: { trend }, contacts, only }: TrendProps) {
  const [chosen, choose] = useState<(typeof views)[number]>('rates')
  const [at, point] = useState<number | null>(null)
  const view = only ?? chosen
  const conversions = new Map(contacts?.trend.map(step => [step.date, step]))
  const answers = trend.points.map(({ measured }) => measured.answerRate)
  const converted = trend.points.map(step => conversions.get(step.date)?.conversionRate ?? null)
  const fewCalls = trend.points.map(({ measured }) => measured.ended < LEAST_CALLS)
  const fewPeople = trend.points.map(({ date: day }) => (conversions.get(day)?.conversed ?? 0) < LEAST_CALLS)
  const durations = trend.points.map(({ measured }) => measured.averageTalkMs)
  const rates = [
    { name: words.answer, meaning: words.answerMeaning, values: answers, unsure: fewCalls, dashed: false },
    {
      name: words.conversion,
      meaning: words.conversionMeaning,
      values: converted,
      unsure: fewPeople,
      dashed: true,
    },
  ]
  const series =
    view === 'rates'
      ? rates
      : [
          {
            name: words.duration,
            meaning: words.durationMeaning,
            values: durations,
            unsure: fewCalls,
            dashed: false,
          },
        ]
  const format = (value: number | null, unsure = false) =>
    view === 'rates' ? share(value, unsure ? 0 : undefined) : value === null ? share(null) : talk(value)
  return (
    <ChartPanel
      title={only ? words.titles[only] : words.title}
      fact={words.fact[trend.days]}
      of={of}
      aside={
        only === undefined && (
          <span data-unprinted>
            <Choice
              label={words.view}
              choices={views}
              name={one => words.views[one]}
              value={view}
              onChange={choose}
            />
          </span>
        )
      }
      data={trendTable(trend, contacts?.trend)}
    >
      <Lines
        summary={words.summary(
          view === 'rates' ? words.titles.rates : words.titles.duration,
          trend.points.length,
          trend.days,
        )}
        points={trend.points.map(step => date(noon(step.date), 'UTC'))}
        series={series.map(one => {
          const shownAt = at ?? lastSure(one)
          const when = trend.points[shownAt]
          return {
            ...one,
            legend: words.legend(
              one.name,
              format(one.values[shownAt] ?? null, one.unsure[shownAt]),
              when && words.on[trend.days](dayOf(when.date)),
            ),
          }
        })}
        format={value => format(value)}
        tick={value => (view === 'rates' ? wholeShare(value) : talk(value))}
        atLeast={view === 'rates' ? 0.2 : 1_000}
        height={HEIGHT}
        onPoint={point}
      />
      {series.some(({ values, unsure }) =>
        values.some((value, index) => value !== null && unsure[index]),
      ) && <p className={classes.note}>{words.unsure}</p>}
    </ChartPanel>
  )
}
