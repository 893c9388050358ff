import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { moment } from '../../../format/time.ts'
import { text } from '../../../text/text.ts'
import { actionName, actorName, summary } from '../../../ui/activity/entry-text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { NoRows, Row } from '../../../ui/Rows.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'

const words = text.activity
const shown = 20

/** The latest changes to the campaign, from the same log as the activity page. */
export function ChangeHistory({ campaign, revision }: { campaign: CampaignRow['id']; revision: number }) {
  const { data, error, refetch } = useQuery({
    ...api.activity.list.queryOptions({ input: { campaign, limit: shown } }),
    queryKey: [...api.activity.list.key(), 'campaign', campaign, revision],
  })
  if (error) return <ErrorPanel what={words.history.failed} error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} height={28} />
  return (
    <Panel
      title={words.history.title}
      fact={words.foot(data.total)}
      aside={
        <Link to="/activity" search={{ campaign }}>
          {words.history.all}
        </Link>
      }
      flush
    >
      {data.rows.length === 0 && <NoRows>{words.history.none}</NoRows>}
      <ul>
        {data.rows.map(entry => (
          <Row key={entry.id} time={moment(entry.at)} side={actorName(entry.actor)}>
            {actionName(entry.action)}
            <small>{summary(entry)}</small>
          </Row>
        ))}
      </ul>
    </Panel>
  )
}
