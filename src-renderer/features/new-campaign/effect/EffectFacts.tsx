import type { ReactNode } from 'react'
import type { RulesReport } from '../../../../src-main/contract/compliance.ts'
import type { ForecastReport } from '../../../../src-main/contract/forecast.ts'
import { span } from '../../../format/duration.ts'
import { roundMoney } from '../../../format/money.ts'
import { count, dash, decimal } from '../../../format/number.ts'
import { inZone, moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { useCampaignForm } from '../../../ui/campaign/form/context.ts'
import classes from './Effect.module.css'

const words = text.newCampaign.effect

interface EffectFactsProps {
  readonly rules: RulesReport | undefined
  readonly report: ForecastReport | undefined
}

export function EffectFacts({ rules, report }: EffectFactsProps) {
  const { schedule, settings } = useCampaignForm().values
  return (
    <dl className={`${classes.facts} num`}>
      <Fact name={words.callable} value={rules && count(rules.callable)}>
        {rules && words.of(count(rules.contacts))}
      </Fact>
      <Fact
        name={words.firstCall}
        value={
          report && (report.firstCallAt === null ? words.never : moment(report.firstCallAt, schedule.zone))
        }
      >
        {inZone(schedule.zone)}
      </Fact>
      <LastCall report={report} live={schedule.end === 'keep_live'} zone={schedule.zone} />
      <Fact name={words.week} value={rules && words.hours(hoursOf(rules.hoursAWeek))}>
        {rules && words.aWeek}
      </Fact>
      <Fact name={words.perHour} value={report && count(Math.round(report.callsPerHour.typical))}>
        {report && words.atLines(count(Number(settings.maxConcurrentCalls)))}
      </Fact>
      <Cost report={report} />
    </dl>
  )
}

const hoursOf = (hours: number) => (Number.isInteger(hours) ? count(hours) : decimal(hours))

const Fact = ({ name, value, children }: { name: string; value: ReactNode; children?: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <strong>{value ?? dash}</strong> {value !== undefined && children}
    </dd>
  </div>
)

function LastCall({
  report,
  live,
  zone,
}: {
  report: ForecastReport | undefined
  live: boolean
  zone: string
}) {
  if (!report) return <Fact name={words.lastCall} value={undefined} />
  const { finishAt } = report
  if (finishAt === null) return <Fact name={words.lastCall} value={live ? words.live : words.never} />
  const half = (finishAt.high - finishAt.low) / 2
  return (
    <Fact name={words.lastCall} value={moment(finishAt.likely, zone)}>
      {half >= 60_000 && words.plusMinus(span(roughly(half)))}
    </Fact>
  )
}

const hour = 3_600_000
/** Hours from one hour on, minutes below: a band knows no more. */
const roughly = (ms: number) => (ms >= hour ? Math.round(ms / hour) * hour : Math.round(ms / 60_000) * 60_000)

function Cost({ report }: { report: ForecastReport | undefined }) {
  if (!report) return <Fact name={words.cost} value={undefined} />
  if (!report.cost)
    return (
      <Fact name={words.cost} value={dash}>
        {words.noRates}
      </Fact>
    )
  const { currency, micros } = report.cost
  return (
    <Fact name={words.cost} value={roundMoney(micros.likely, currency)}>
      {words.to(roundMoney(micros.low, currency), roundMoney(micros.high, currency))}
    </Fact>
  )
}
