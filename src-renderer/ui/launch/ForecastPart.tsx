import type { ForecastReport } from '../../../src-main/contract/forecast.ts'
import { seconds } from '../../format/duration.ts'
import { roundMoney } from '../../format/money.ts'
import { count } from '../../format/number.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ForecastCurve } from './ForecastCurve.tsx'
import classes from './ForecastPart.module.css'
import { type Forecast, standsWithoutNumber } from './use-forecast.ts'

const words = text.launch.forecast

/** What the simulated runs say about this launch. */
export function ForecastPart({ forecast }: { forecast: Forecast }) {
  const { report, progress, failed } = forecast
  const waits = standsWithoutNumber(report)
  return (
    <section aria-labelledby="launch-forecast">
      <h3 id="launch-forecast" className={classes.title}>
        {words.title}
      </h3>
      <p className={classes.note} aria-live="polite">
        {failed && words.failed}
        {!failed && progress !== null && words.running(Math.round(progress * 100))}
        {!failed &&
          progress === null &&
          report &&
          (waits
            ? text.newCampaign.effect.noNumbers
            : words.took(seconds(Math.ceil(report.tookMs / 100) * 100)))}
      </p>
      {report && !waits && (
        <div className={classes.report} data-stale={progress !== null || undefined}>
          <dl className={classes.facts}>
            {factsOf(report).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <ForecastCurve curve={report.curve} />
          <p className={classes.note}>{text.told(report.rates.text)}</p>
        </div>
      )}
    </section>
  )
}

function factsOf({
  finishAt,
  callsPerHour,
  mostOnOneNumber: most,
  reached,
  cost,
  idles,
}: ForecastReport): ReadonlyArray<readonly [string, string]> {
  const band = ({ low, high }: { low: number; high: number }, write: (value: number) => string) =>
    words.to(write(low), write(high))
  return [
    [words.finishes, finishAt === null ? words.never : moment(finishAt.likely)],
    [words.callsPerHour, count(Math.round(callsPerHour.typical))],
    ...(most ? [[words.mostOnOne, words.ofCap(most.calls, most.cap)] as const] : []),
    [words.reached, band(reached, value => count(Math.round(value)))],
    [
      words.cost,
      cost === null ? words.noRates : band(cost.micros, value => roundMoney(value, cost.currency)),
    ],
    [
      words.idles,
      idles[0]
        ? words.idlesFor(idles.length, text.told(idles[0].reason.replaceAll('-', ' ')))
        : words.noIdles,
    ],
  ]
}
