import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import type { ForecastReport } from '../../../../src-main/contract/forecast.ts'
import type { LaunchPreview } from '../../../../src-main/contract/launch.ts'
import { api } from '../../../api/client.ts'
import { roundMoney } from '../../../format/money.ts'
import { count, dash } from '../../../format/number.ts'
import { moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { standsWithoutNumber } from '../../../ui/launch/use-forecast.ts'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import type { Look } from '../../../ui/status.ts'
import effect from '../effect/Effect.module.css'
import { type Step, stepFor } from '../steps.ts'
import classes from './Ready.module.css'

const words = text.newCampaign.review

interface ReadyProps {
  readonly id: CampaignRow['id']
  /** Stands for what is stored: the checklist is made anew when it changes. */
  readonly stored: number
  readonly report: ForecastReport | undefined
  readonly onGo: (step: Step) => void
}

/** What a launch needs, each point checked by the program, with the way to mend what is missing. */
export function Ready({ id, stored, report, onGo }: ReadyProps) {
  const definitions = useQuery(api.launch.definitions.queryOptions())
  const choices = definitions.data?.defaults
  const options = api.launch.preview.queryOptions({
    input: { id, choices: choices as NonNullable<typeof choices> },
    enabled: choices !== undefined,
  })
  const preview = useQuery({
    ...options,
    queryKey: [...options.queryKey, stored] as unknown as typeof options.queryKey,
  })
  const { data } = preview
  return (
    <aside className={effect.effect} aria-label={words.ready}>
      <h2 className={classes.head}>
        {words.ready}
        {data && (
          <span className="num">
            {words.needed(data.needs.filter(({ met }) => met).length, data.needs.length)}
          </span>
        )}
      </h2>
      <p className={effect.note}>{words.checkedAgain}</p>
      {preview.error && (
        <ErrorPanel what={words.failed} error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {data && <Needs preview={data} onGo={onGo} />}
      {report && report.contacts > 0 && !standsWithoutNumber(report) && <ForecastFacts report={report} />}
    </aside>
  )
}

const met: Look = { shape: 'disc-tick', hue: 'green' }
const missing: Look = { shape: 'alert', hue: 'red' }
const worthKnowing: Look = { shape: 'triangle', hue: 'yellow' }

const Needs = ({ preview, onGo }: { preview: LaunchPreview; onGo: (step: Step) => void }) => (
  <ul className={classes.needs}>
    {preview.needs.map(({ need, met: isMet, text: why, mendIn }) => (
      <Point key={need} look={isMet ? met : missing} title={words.needs[need]} why={text.told(why)}>
        {mendIn && !isMet && (
          <button type="button" className={effect.link} onClick={() => onGo(stepFor[mendIn])}>
            {text.launch.missing.mend[mendIn]}
          </button>
        )}
      </Point>
    ))}
    {preview.checks.map(({ check, is, text: why }) => (
      <Point
        key={check}
        look={is === 'met' ? met : worthKnowing}
        title={text.launch.compliance.checks[check]}
        why={text.told(why)}
      />
    ))}
  </ul>
)

const Point = (props: { look: Look; title: string; why: string; children?: ReactNode }) => (
  <li className={classes.point}>
    <StatusGlyph {...props.look} />
    <span>
      <strong>{props.title}</strong>
      {props.why && <span className={classes.why}>{props.why}</span>}
      {props.children}
    </span>
  </li>
)

function ForecastFacts({ report }: { report: ForecastReport }) {
  const { finishAt, cost, reached } = report
  const band = (low: number, high: number, write: (value: number) => string) =>
    text.launch.forecast.to(write(low), write(high))
  const round = (value: number) => count(Math.round(value))
  return (
    <>
      <h3 className={classes.sub}>{words.forecast}</h3>
      <dl className={`${classes.facts} num`}>
        <dt>{words.finishes}</dt>
        <dd>{finishAt ? moment(finishAt.likely) : text.newCampaign.effect.never}</dd>
        <dt>{text.newCampaign.effect.cost}</dt>
        <dd>
          {cost ? band(cost.micros.low, cost.micros.high, value => roundMoney(value, cost.currency)) : dash}
        </dd>
        <dt>{words.reached}</dt>
        <dd>{band(reached.low, reached.high, round)}</dd>
      </dl>
    </>
  )
}
