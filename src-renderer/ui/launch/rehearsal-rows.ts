import type { Band } from '../../../src-main/contract/forecast.ts'
import type { RehearsalReport } from '../../../src-main/contract/rehearsal.ts'
import { span } from '../../format/duration.ts'
import { money, roundMoney } from '../../format/money.ts'
import { count } from '../../format/number.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'

const words = text.rehearsal
const { forecast } = text.launch

export interface RehearsalRow {
  readonly name: string
  readonly rehearsed: string
  readonly expected: string
  /** The figure lies outside the band. */
  readonly outside: boolean
}

/** Each figure of a rehearsal beside the band of its forecast. */
export function rehearsalRows(report: RehearsalReport): readonly RehearsalRow[] {
  const { expected, cost } = report
  const { figures } = words
  const currency = cost?.currency ?? expected.cost?.currency ?? ''
  const whole = (value: number) => count(Math.round(value))
  return [
    row(figures.calls, report.calls, expected.calls, whole),
    row(figures.reached, report.reached, expected.reached, whole),
    row(figures.answered, report.answered, expected.answered, whole),
    row(figures.optOuts, report.optOuts, expected.optOuts, whole),
    cost && expected.cost
      ? {
          ...row(figures.cost, cost.micros, expected.cost.micros, value => roundMoney(value, currency)),
          rehearsed: money(cost.micros, currency),
        }
      : { name: figures.cost, rehearsed: forecast.noRates, expected: forecast.noRates, outside: false },
    report.finishAt === null
      ? {
          name: figures.finish,
          rehearsed: words.notFinished,
          expected: expected.finishAt ? moment(expected.finishAt.likely) : forecast.never,
          outside: expected.finishAt !== null,
        }
      : row(figures.finish, report.finishAt, expected.finishAt, value => moment(value)),
    {
      name: figures.idle,
      rehearsed: idle(report.longestIdle),
      expected: idle(expected.longestIdle),
      outside: false,
    },
  ]
}

function row(name: string, value: number, band: Band | null, write: (value: number) => string): RehearsalRow {
  if (band === null) return { name, rehearsed: write(value), expected: forecast.never, outside: true }
  // A figure is whole where the ends of its band need not be.
  const outside = value < Math.floor(band.low) || value > Math.ceil(band.high)
  return { name, rehearsed: write(value), expected: forecast.to(write(band.low), write(band.high)), outside }
}

function idle(time: RehearsalReport['longestIdle']): string {
  if (time === null) return words.never
  return time.until === null ? time.text : words.idle(span(time.until - time.from), time.text)
}
