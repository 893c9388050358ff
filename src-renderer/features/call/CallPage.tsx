import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { api, refusalOf } from '../../api/client.ts'
import { clockSeconds, day } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { HangUp } from '../../ui/calls/ActiveCallRow.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { Attempts } from './Attempts.tsx'
import classes from './CallPage.module.css'
import { FactBar } from './FactBar.tsx'
import { Goals } from './Goals.tsx'
import { Media } from './Media.tsx'
import { Signalling } from './Signalling.tsx'
import { Timeline } from './Timeline.tsx'
import { Transcript } from './Transcript.tsx'

const route = getRouteApi('/calls/$id')
const words = text.call
const path = <Link to="/calls">{text.shell.calls}</Link>
const freshMs = 1_000

/** Three columns in the order of the questions: what was said, what came of it, what happened technically. */
export function CallPage() {
  const id = route.useParams().id as CallDetail['id']
  const {
    data: call,
    error,
    refetch,
  } = useQuery({
    ...api.calls.get.queryOptions({ input: { id } }),
    placeholderData: keepPreviousData,
    refetchInterval: query => (query.state.data && query.state.data.state !== 'ended' ? freshMs : false),
  })
  const refusal = refusalOf(error)
  if (refusal)
    return (
      <Page title={words.gone} path={path}>
        <EmptyState title={refusal.what} sentence={refusal.cure}>
          <Button component={Link} to="/calls" variant="filled">
            {words.all}
          </Button>
        </EmptyState>
      </Page>
    )
  if (!call)
    return (
      <Page title={words.waiting} path={path}>
        {error ? (
          <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={10} height={28} />
        )}
      </Page>
    )
  return (
    <Page
      title={call.contact.name || words.noName}
      path={path}
      status={<Phone number={call.number} country={call.country} />}
      fact={`${day(call.startedAt)}, ${clockSeconds(call.startedAt)}`}
      actions={call.state !== 'ended' && <HangUp call={call.id} name={call.contact.name} />}
    >
      <div className={classes.call}>
        <FactBar call={call} />
        <div className={classes.columns}>
          <Transcript call={call} />
          <div className={classes.column}>
            <Goals goals={call.goals} ended={call.state === 'ended'} />
            <Attempts call={call} />
            <Media media={call.media} />
          </div>
          <div className={classes.column}>
            <Signalling trace={call.trace} trunk={call.trunk.name} sipCallId={call.sipCallId} />
            <Timeline entries={call.timeline} />
          </div>
        </div>
      </div>
    </Page>
  )
}
