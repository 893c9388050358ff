import type {
  BestHours,
  CallFigures,
  ContactFigures,
  Funnel,
  GoalFigures,
  ListFigures,
  Measured,
  QuestionFigures,
} from '../../../../../src-main/contract/analytics.ts'
import { ratio } from '../../../../format/number.ts'
import { text } from '../../../../text/text.ts'
import type { ChartData } from '../../../../ui/chart/chart-data.ts'

// What the charts show, as the tables that are saved as CSV.

const words = text.analytics
const ONE = 1_000_000

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000))

export const funnelSteps = ['total', 'contacted', 'person', 'conversed', 'partly', 'achieved'] as const

/** Each step with its share of the one before; all 0 while the funnel is not there. */
export const funnelRows = (funnel: Funnel | undefined) =>
  funnelSteps.map((step, at) => {
    const cases = funnel?.[step] ?? 0
    const before = funnel?.[funnelSteps[at - 1] ?? 'total'] ?? 0
    return { step, cases, before, share: at === 0 ? null : ratio(cases, before) }
  })

export const funnelTable = (funnel: Funnel | undefined): ChartData => ({
  columns: [words.funnel.step, words.funnel.contacts, words.funnel.ofBefore],
  rows: funnelRows(funnel).map(({ step, cases, share }) => [words.funnel.steps[step], cases, share]),
})

export function trendTable(
  { points }: CallFigures['trend'],
  contacts: ContactFigures['trend'] | undefined,
): ChartData {
  const { date, calls, answer, conversion, seconds: talked } = words.trend
  const conversions = new Map(contacts?.map(step => [step.date, step.conversionRate]))
  return {
    columns: [date, calls, answer, conversion, talked],
    rows: points.map(({ date: on, measured: { ended, answerRate, averageTalkMs } }) => [
      on,
      ended,
      answerRate,
      conversions.get(on) ?? null,
      seconds(averageTalkMs),
    ]),
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `Tue 10:00` */
export const hourName = ({ weekday, minute }: BestHours['hours'][number]): string =>
  `${words.best.days[weekday]} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`

export const bestTable = ({ hours }: BestHours): ChartData => ({
  columns: [
    words.best.hour,
    words.best.calls,
    words.best.human,
    words.best.rate,
    words.best.low,
    words.best.high,
  ],
  rows: hours.map(hour => [
    hourName(hour),
    hour.calls,
    hour.human,
    hour.human / hour.calls,
    hour.interval.low,
    hour.interval.high,
  ]),
})

/** @param title of the first column */
export const groupTable = (
  title: string,
  lines: readonly { readonly name: string; readonly measured: Measured }[],
  currency: string | null,
): ChartData => ({
  columns: [title, ...words.groups.csv, ...(currency ? [words.groups.cost, words.groups.perGoal] : [])],
  rows: lines.map(({ name, measured }) => [
    name,
    measured.ended,
    measured.conversations,
    measured.humanAnswerRate,
    measured.answerRate,
    seconds(measured.averageTalkMs),
    measured.goalsAchieved,
    ...(currency ? [measured.costMicros / ONE, perGoal(measured)] : []),
  ]),
})

const perGoal = ({ costPerGoal }: Measured): number | null =>
  costPerGoal === null ? null : costPerGoal / ONE

export const listTable = (lists: readonly ListFigures[], currency: string | null): ChartData => ({
  columns: [words.groups.names.list, ...words.groups.listColumns, ...(currency ? [words.groups.cost] : [])],
  rows: lists.map(list => [
    list.name,
    list.contacts,
    list.contacted,
    list.conversed,
    list.achieved,
    list.conversionRate,
    ...(currency ? [list.costMicros / ONE] : []),
  ]),
})

const outcomes = ['achieved', 'partially_achieved', 'not_achieved'] as const

/** What came of a goal, and the conversations of which nothing is known. @returns with the calls that all are shares of */
export function goalParts({ outcomes: found, conversed }: GoalFigures, conversations: number) {
  const told = outcomes.map(outcome => ({ outcome, cases: found[outcome] }))
  // Both are asked for apart, while calls go on.
  const unknown = Math.max(0, conversations - conversed)
  const base = told.reduce((sum, { cases }) => sum + cases, unknown)
  return { base, parts: [...told, { outcome: 'unknown' as const, cases: unknown }] }
}

export const outcomeName = (outcome: (typeof outcomes)[number] | 'unknown'): string =>
  outcome === 'unknown' ? words.goals.unknown : text.words.goals[outcome]

export function goalTable(goal: GoalFigures, conversations: number): ChartData {
  const { base, parts } = goalParts(goal, conversations)
  return {
    columns: [words.goals.outcome, words.goals.calls, words.goals.share],
    rows: parts.map(({ outcome, cases }) => [outcomeName(outcome), cases, ratio(cases, base)]),
  }
}

export const answerName = (value: string): string =>
  ({ true: words.questions.yes, false: words.questions.no })[value] ?? value

export const answerTable = ({ values, answered }: QuestionFigures): ChartData => ({
  columns: [words.questions.answer, words.questions.calls, words.questions.share],
  rows: values.map(({ value, calls }) => [answerName(value), calls, ratio(calls, answered)]),
})
