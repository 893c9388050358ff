import { memo } from 'react'
import type { WorkspaceLive } from '../../../src-main/contract/workspace.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { count, ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { campaignLooks } from '../../ui/status.ts'
import classes from './Wallboard.module.css'

const words = text.wallboard
const mostShown = 7

/** Campaigns as rows; one that stopped keeps its row and has the only tinted ground. */
export function WallCampaigns() {
  const campaigns = useWorkspaceLive(live => live?.campaigns) ?? []
  const hidden = campaigns.length - mostShown
  return (
    <section aria-label={words.campaigns} className={classes.campaigns}>
      {campaigns.length === 0 && <p className={classes.none}>{words.noCampaign}</p>}
      <ul>
        {campaigns.slice(0, mostShown).map(campaign => (
          <Row key={campaign.id} campaign={campaign} />
        ))}
      </ul>
      {hidden > 0 && <p className={classes.more}>{words.more(hidden)}</p>}
    </section>
  )
}

const Row = memo(function Row({ campaign }: { campaign: WorkspaceLive['campaigns'][number] }) {
  const { name, state, hold, activeCalls, maxCalls, callsLastHour, contacts, finished } = campaign
  const done = ratio(finished, contacts)
  const word = text.words.campaigns[state]
  return (
    <li className={`${classes.row} num`} data-paused={state === 'paused' || undefined}>
      <StatusGlyph {...campaignLooks[state]} size={22} />
      <span className={classes.name}>
        <strong>{name}</strong>
        <span>{hold || (state === 'running' ? text.home.running.nothingHolds : word)}</span>
        <span className="unseen">{word}</span>
      </span>
      <span className={classes.big}>
        <strong>{count(activeCalls)}</strong> {words.of(count(maxCalls))}
      </span>
      <span className={classes.big}>
        <strong>{count(callsLastHour)}</strong> {words.perHour}
      </span>
      <span className={classes.progress}>
        <span>
          <strong>{share(done)}</strong>
          <span className="unseen"> {words.completed}</span>
          <span>{words.left(count(contacts - finished))}</span>
        </span>
        <span className={classes.track} aria-hidden="true">
          <span style={{ width: `${(done ?? 0) * 100}%` }} />
        </span>
      </span>
    </li>
  )
})
