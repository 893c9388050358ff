import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Bar } from '../../../ui/Bar.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { type CallResult, resultOrder } from '../../../ui/status.ts'
import classes from './ResultBars.module.css'

const words = text.campaign.results
const alwaysShown: ReadonlySet<CallResult> = new Set([
  'answered',
  'voicemail',
  'no_answer',
  'busy',
  'rejected',
  'failed',
])

/** In charts results are not coloured by status: people, machines, the rest, and failures. */
const tones = { answered: 'main', voicemail: 'second', fax: 'second', failed: 'failure' } as const
const tone = (result: CallResult) => (result in tones ? tones[result as keyof typeof tones] : 'rest')

/** What came of the calls; the shares add up to all ended calls. */
export function ResultBars({ id }: { id: CampaignRow['id'] }) {
  const results = useCampaignLive(id, live => live?.results)
  const ended = useCampaignLive(id, live => live?.figures.ended ?? 0)
  const optOuts = useCampaignLive(id, live => live?.figures.optOuts ?? 0)
  if (!results) return null
  const shown = resultOrder
    .map(result => ({ result, cases: results[result] ?? 0 }))
    .filter(({ result, cases }) => cases > 0 || alwaysShown.has(result))
    .sort((a, b) => b.cases - a.cases)
  const most = shown[0]?.cases ?? 0
  return (
    <Panel title={words.title} fact={words.fact(count(ended))}>
      <ul className={classes.bars}>
        {shown.map(({ result, cases }) => (
          <li key={result}>
            <Link
              to="/campaigns/$id/calls"
              params={{ id }}
              search={{ result: [result] }}
              className={classes.row}
              title={words.meanings[result]}
            >
              <span>{text.words.results[result]}</span>
              <Bar share={ratio(cases, most) ?? 0} tone={tone(result)} height={10} />
              <strong className="num">{share(ratio(cases, ended), ended)}</strong>
              <span className={`${classes.cases} num`}>{count(cases)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {optOuts > 0 && <p className={classes.note}>{words.optOuts(optOuts)}</p>}
    </Panel>
  )
}
