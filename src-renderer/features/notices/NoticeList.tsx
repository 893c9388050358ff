import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { Notice } from '../../../src-main/contract/notices.ts'
import { api } from '../../api/client.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { useStartMove } from '../../ui/moves/use-move.ts'
import { ownPause } from '../../ui/pause/cause.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { noticeLooks } from '../../ui/status.ts'
import { lookAt } from './look-at.ts'
import classes from './Notices.module.css'

const words = text.notices

/** Unread ones stand out; one about a campaign that is still paused carries the way on. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const campaigns = useQuery(
    api.campaigns.list.queryOptions({ enabled: notices.some(({ campaign }) => campaign !== null) }),
  )
  if (notices.length === 0) return null
  const latest = new Set<number>()
  return (
    <ul className={classes.list}>
      {notices.map(notice => {
        const isLatest = notice.campaign !== null && !latest.has(notice.campaign)
        if (notice.campaign !== null) latest.add(notice.campaign)
        const campaign = campaigns.data?.find(({ id }) => id === notice.campaign)
        return <Row key={notice.id} notice={notice} paused={isLatest ? campaign : undefined} />
      })}
    </ul>
  )
}

interface RowProps {
  readonly notice: Notice
  /** Its campaign, where this is the latest word about it. */
  readonly paused: CampaignRow | undefined
}

const Row = memo(function Row({ notice, paused }: RowProps) {
  const start = useStartMove()
  const read = useMutation(
    api.notices.read.mutationOptions({ onError: error => sayRefusal(error, words.notRead) }),
  )
  const own = paused && notice.kind === 'campaign_paused' ? ownPause(paused) : null
  const place = lookAt(notice)
  return (
    <li className={classes.notice} data-read={notice.read || undefined} data-waits={own ? true : undefined}>
      <StatusGlyph {...(own ? { shape: 'disc-bars', hue: 'yellow' } : noticeLooks[notice.level])} />
      <div>
        <p className={classes.title}>
          <span className="unseen">{text.words.levels[notice.level]}: </span>
          {text.told(notice.title)}
        </p>
        <p className={classes.text}>{text.told(notice.text)}</p>
        <p className={classes.acts}>
          {own && paused?.moves.includes('resume') && (
            <Button
              size="compact-xs"
              onClick={() => start({ id: paused.id, name: paused.name, move: 'resume' })}
            >
              {text.moves.names.resume}
            </Button>
          )}
          {place && (
            <Button component={Link} to={place} size="compact-xs">
              {words.open[notice.campaign === null ? 'other' : 'campaign']}
            </Button>
          )}
          {!notice.read && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={read.isPending}
              onClick={() => read.mutate({ id: notice.id })}
            >
              {words.read}
            </Button>
          )}
        </p>
      </div>
      <span className={`${classes.time} num`}>{moment(notice.at)}</span>
    </li>
  )
})
