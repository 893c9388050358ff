import { Link } from '@tanstack/react-router'
import type { CampaignLive, CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { count, ratio, share } from '../../../format/number.ts'
import { text } from '../../../text/text.ts'
import { Bar } from '../../../ui/Bar.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { StatusGlyph } from '../../../ui/StatusGlyph.tsx'
import type { Look } from '../../../ui/status.ts'
import classes from './ResultBars.module.css'

const words = text.campaign.goals
type Outcome = keyof CampaignLive['goals']['outcomes']

const looks = {
  achieved: { shape: 'disc-tick', hue: 'green' },
  partially_achieved: { shape: 'half-disc', hue: 'violet' },
  not_achieved: { shape: 'ring', hue: 'gray' },
  unknown: { shape: 'dashed-point', hue: 'gray' },
} satisfies Record<Outcome, Look>

/** What came of the primary goal; a press opens the calls. */
export function GoalBars({ id }: { id: CampaignRow['id'] }) {
  const goals = useCampaignLive(id, live => live?.goals)
  if (!goals) return null
  const { name, outcomes } = goals
  const order = Object.keys(looks) as Outcome[]
  const all = order.reduce((sum, outcome) => sum + outcomes[outcome], 0)
  const most = Math.max(...order.map(outcome => outcomes[outcome]))
  return (
    <Panel title={words.title} fact={name}>
      {name === null && all === 0 ? (
        <p className={classes.note}>{words.none}</p>
      ) : (
        <>
          <ul className={classes.bars} title={words.meaning}>
            {order.map(outcome => (
              <li key={outcome}>
                <Link
                  to="/campaigns/$id/calls"
                  params={{ id }}
                  search={{ goal: [outcome] }}
                  className={classes.row}
                >
                  <span className={classes.name}>
                    <StatusGlyph {...looks[outcome]} />
                    {words.outcomes[outcome]}
                  </span>
                  <Bar
                    share={ratio(outcomes[outcome], most) ?? 0}
                    tone={outcome === 'achieved' ? 'main' : 'rest'}
                    height={10}
                  />
                  <strong className="num">{share(ratio(outcomes[outcome], all), all)}</strong>
                  <span className={`${classes.cases} num`}>{count(outcomes[outcome])}</span>
                </Link>
              </li>
            ))}
          </ul>
          <p className={classes.note}>{words.of(count(all))}</p>
        </>
      )}
    </Panel>
  )
}
