import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { useStartMove } from '../../ui/moves/use-move.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import classes from './NoticeStrip.module.css'

const words = text.home.strip

/** Only when something stopped by itself: its cause and two ways on. */
export function NoticeStrip() {
  const notice = useWorkspaceLive(live =>
    live?.notices.find(one => !one.read && one.level === 'problem' && one.campaign !== null),
  )
  const campaigns = useQuery(api.campaigns.list.queryOptions({ enabled: notice !== undefined }))
  const start = useStartMove()
  if (!notice || notice.campaign === null) return null
  const campaign = campaigns.data?.find(one => one.id === notice.campaign)
  return (
    <div className={classes.strip} role="alert">
      <StatusGlyph shape="disc-bars" hue="yellow" />
      <p>
        <strong>{notice.title}</strong> {notice.text}
      </p>
      <Button component={Link} to={`/campaigns/${notice.campaign}`}>
        {words.open}
      </Button>
      {campaign?.moves.includes('resume') && (
        <Button
          variant="filled"
          onClick={() => start({ id: campaign.id, name: campaign.name, move: 'resume' })}
        >
          {words.resume}
        </Button>
      )}
    </div>
  )
}
