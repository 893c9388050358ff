import { moneyText } from '../../domain/money.ts'
import type { Band } from '../../engine/forecast/band.ts'
import type { CampaignRehearsal } from '../rehearsal/campaign-rehearsal.ts'
import { table } from './table.ts'

/** A rehearsal for people to read, beside what was expected. */
export function campaignRehearsalText(report: CampaignRehearsal): string {
  const { forecast, cost } = report
  const time = (at: number | null) => (at === null ? '–' : `${new Date(at).toISOString().slice(0, 16)}Z`)
  const beside = (value: string | number, band: Band | null, show: (value: number) => string = String) =>
    band === null ? String(value) : `${value}  (${show(band.low)} – ${show(band.high)})`
  const money = (micros: number) => (cost === null ? '–' : moneyText({ micros, currency: cost.currency }))
  return [
    `${report.name}: rehearsed, in brackets the forecast`,
    table([
      ['Contacts', report.contacts],
      ['First call', time(report.firstCallAt)],
      ['Finished', beside(time(report.finishAt), forecast.finishAt, time)],
      ['Calls', beside(report.calls, forecast.calls)],
      ['People reached', beside(report.reached, forecast.reached)],
      ['Answered', beside(report.answered, forecast.answered)],
      ['Opt-outs', beside(report.optOuts, forecast.optOuts)],
      ['Cost', cost === null ? '–' : beside(money(cost.micros), forecast.cost?.micros ?? null, money)],
      ['INVITEs at the carrier', report.invites],
      ['Lost contacts', report.lost],
      ['Called twice', report.calledTwice],
      ['Called outside hours', report.outsideHours ?? 'hours are lifted'],
      ['Mismatches', report.mismatches],
      ['Seconds', Math.round(report.seconds)],
      ['Seconds on the practice clock', Math.round(report.practiceSeconds)],
    ]),
    table(Object.entries(report.byResult)),
    table(Object.entries(report.statuses)),
    ...(report.longestIdle ? [`Longest idle: ${report.longestIdle.text}`] : []),
    ...report.differences,
  ].join('\n\n')
}
