import { memo } from 'react'
import type { WorkspaceLive } from '../../../src-main/contract/workspace.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { roughSpan } from '../../format/duration.ts'
import { count, ratio, share } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { useDayOutlook } from '../../ui/campaign/use-day-outlook.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { campaignLooks } from '../../ui/status.ts'
import classes from './Wallboard.module.css'

const words = text.wallboard
const mostShown = 7

type Campaign = WorkspaceLive['campaigns'][number]

const ranks = { running: 1, draining: 2, scheduled: 3, paused: 4 } as const
const rankOf = ({ state, pausedItself }: Campaign) =>
  pausedItself ? 0 : (ranks[state as keyof typeof ranks] ?? ranks.paused)

/** Campaigns as rows; one that stopped by itself comes first and has the only tinted ground. */
export function WallCampaigns() {
  const all = useWorkspaceLive(live => live?.campaigns) ?? []
  const campaigns = all.toSorted((a, b) => rankOf(a) - rankOf(b))
  const ends = useDayOutlook()?.ends ?? []
  const hidden = campaigns.length - mostShown
  return (
    <section aria-label={words.campaigns} className={classes.campaigns}>
      {campaigns.length === 0 && <p className={classes.none}>{words.noCampaign}</p>}
      <ul>
        {campaigns.slice(0, mostShown).map(campaign => (
          <Row
            key={campaign.id}
            campaign={campaign}
            endsAt={ends.find(({ id }) => id === campaign.id)?.at ?? null}
          />
        ))}
      </ul>
      {hidden > 0 && <p className={classes.more}>{words.more(hidden)}</p>}
    </section>
  )
}

interface RowProps {
  readonly campaign: Campaign
  /** By its forecast. */
  readonly endsAt: number | null
}

const Row = memo(function Row({ campaign, endsAt }: RowProps) {
  const { name, state, hold, pausedItself, activeCalls, maxCalls, callsLastHour, contacts, finished } =
    campaign
  const done = ratio(finished, contacts)
  const word = text.words.campaigns[state]
  return (
    <li
      className={classes.row}
      data-paused={pausedItself || undefined}
      data-resting={state === 'paused' || undefined}
    >
      <StatusGlyph {...campaignLooks[state]} size={22} />
      <span className={classes.name}>
        <strong>{name}</strong>
        <span>{text.told(hold) || (state === 'running' ? text.home.running.nothingHolds : word)}</span>
        <span className="unseen">{word}</span>
      </span>
      <span className={`${classes.big} num`}>
        <strong>{count(activeCalls)}</strong> {words.of(count(maxCalls))}
      </span>
      <span className={`${classes.big} num`}>
        <strong>{count(callsLastHour)}</strong> {words.perHour}
      </span>
      <span className={classes.progress}>
        <span className="num">
          <strong>{share(done)}</strong>
          <span className="unseen"> {words.completed}</span>
          <span>
            {endsAt === null ? words.left(count(contacts - finished)) : roughSpan(endsAt - Date.now())}
          </span>
        </span>
        <span className={classes.track} aria-hidden="true">
          <span style={{ width: `${(done ?? 0) * 100}%` }} />
        </span>
      </span>
    </li>
  )
})
