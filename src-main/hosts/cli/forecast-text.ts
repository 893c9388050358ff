import { moneyText } from '../../domain/money.ts'
import { wallClock } from '../../domain/schedule.ts'
import type { Band } from '../../engine/forecast/band.ts'
import type { ForecastReport } from '../../engine/forecast/forecast-report.ts'
import { table } from './table.ts'

const MOST_LINES = 12

/** A forecast for people to read. */
export function forecastText(report: ForecastReport): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const time = (at: number) => `${new Date(at).toISOString().slice(0, 10)}, ${wallClock(at, zone)}`
  const { cost, finishAt, mostOnOneNumber: most, callsPerHour, end } = report
  const band = ({ low, likely, high }: Band, show: (value: number) => string = String) =>
    `${show(likely)}  (${show(low)} – ${show(high)})`
  const money = (micros: number) => (cost === null ? '' : moneyText({ micros, currency: cost.currency }))
  return [
    `${report.name}: in brackets where eight of ten runs lie`,
    table([
      ['Contacts to call', report.contacts],
      ['First call', report.firstCallAt === null ? '–' : time(report.firstCallAt)],
      ['Finished', finishAt === null ? endText(end) : band(finishAt, time)],
      ['Calls', band(report.calls)],
      ['Calls per hour, typical and most', `${callsPerHour.typical} and ${callsPerHour.peak}`],
      ['People reached', band(report.reached)],
      ['Cost', cost === null ? 'the trunk has no rates' : band(cost.micros, money)],
      [
        'Most calls on one number and day',
        most === null ? '–' : `${most.calls} of ${most.cap}, ${most.number} on ${most.day}`,
      ],
    ]),
    table(Object.entries(report.statuses).map(([status, leads]) => [status.replaceAll('_', ' '), leads])),
    part(
      'Stands still',
      report.idles.map(
        ({ from, until, text }) => `${time(from)} – ${until === null ? '' : time(until)}: ${text}`,
      ),
    ),
    part(
      'Days',
      report.days.map(({ date, calls, hours }) => `${date}: ${calls} calls within ${hours} hours`),
    ),
    report.rates.text,
  ]
    .filter(text => text !== '')
    .join('\n\n')
}

const endText = (end: ForecastReport['end']): string => {
  switch (end.is) {
    case 'completed':
      return '–'
    case 'paused':
      return `it would pause: ${end.text}`
    case 'stuck':
      return end.text
  }
}

function part(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : []
  return [heading, ...[...lines.slice(0, MOST_LINES), ...more].map(line => `  ${line}`)].join('\n')
}
