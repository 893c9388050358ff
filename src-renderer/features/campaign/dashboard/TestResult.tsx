import type { CampaignLive, CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { ForecastReport } from '../../../../src-main/contract/forecast.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { price } from '../../../format/money.ts'
import { dash, decimal, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { useForecast } from '../../../ui/launch/use-forecast.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { ownPause } from '../../../ui/pause/cause.ts'
import classes from './TestResult.module.css'

const words = text.pause.test

/** What the test came to, beside what the forecast expects of the others; only while the campaign waits after it. */
export function TestResult({ id }: { id: CampaignRow['id'] }) {
  const live = useCampaignLive(id, snapshot => snapshot)
  if (!live || ownPause(live.campaign)?.reason !== 'test_finished') return null
  return <Beside live={live} />
}

function Beside({ live }: { live: CampaignLive }) {
  const { report, progress, failed } = useForecast(live.campaign.id, undefined)
  const expected = report && forecastFigures(report)
  return (
    <Panel title={words.title} fact={words.fact(live.figures.contacted)} flush>
      <table className={`${classes.table} num`}>
        <thead>
          <tr>
            <th scope="col">{words.columns.figure}</th>
            <th scope="col">{words.columns.test}</th>
            <th scope="col">{words.columns.forecast}</th>
          </tr>
        </thead>
        <tbody>
          {testFigures(live).map(({ name, figure }, line) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{figure}</td>
              <td>{expected?.[line] ?? dash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {failed && text.launch.forecast.failed}
        {!failed && progress !== null && text.launch.forecast.running(Math.round(progress * 100))}
        {!failed && progress === null && report?.rates.text}
      </p>
    </Panel>
  )
}

function testFigures({ figures, money }: CampaignLive) {
  const { contacted, conversations, ended } = figures
  const each = ratio(ended, contacted)
  const cost = money && ratio(money.costMicros, contacted)
  return [
    { name: words.reached, figure: share(ratio(conversations, contacted), contacted) },
    { name: words.callsEach, figure: each === null ? dash : decimal(each) },
    { name: words.cost, figure: cost === null || !money ? words.noRates : price(cost, money.currency) },
  ]
}

function forecastFigures({ contacts, reached, calls, cost }: ForecastReport): readonly string[] {
  if (contacts === 0) return []
  const { low, high } = reached
  return [
    text.launch.forecast.to(share(low / contacts), share(high / contacts)),
    decimal(calls.likely / contacts),
    cost === null ? words.noRates : price(cost.micros.likely / contacts, cost.currency),
  ]
}
