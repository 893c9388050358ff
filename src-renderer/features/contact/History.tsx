import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContactDetail, HistoryEntry } from '../../../src-main/contract/contacts.ts'
import { api, client } from '../../api/client.ts'
import { talk } from '../../format/duration.ts'
import { shortMoment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { ResultText } from '../../ui/Status.tsx'
import { changeText } from './change-text.ts'
import classes from './contact.module.css'

const words = text.contact.history
const pageSize = 50

/** Calls and changes, newest first. */
export function History({ id }: Pick<ContactDetail, 'id'>) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...api.contacts.history.key(), id],
    queryFn: ({ pageParam, signal }) =>
      client.contacts.history(
        { id, limit: pageSize, ...(pageParam !== null && { before: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.at ?? null) : null),
  })
  const entries = data?.pages.flatMap(page => page.entries)
  return (
    <Panel title={words.title} flush>
      {error && !entries && (
        <ErrorPanel what={text.contact.failed} error={error} onRetry={() => void refetch()} />
      )}
      {!error && !entries && <SkeletonRows rows={6} height={32} />}
      {entries?.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ol>
        {entries?.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several changes may share one instant
          <li key={`${entry.at} ${entry.is} ${index}`} className={classes.row}>
            <span className={`${classes.time} num`}>{shortMoment(entry.at)}</span>
            {entry.is === 'call' ? <Called entry={entry} /> : <Changed entry={entry} />}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div className={classes.more}>
          <Button
            size="compact-xs"
            variant="subtle"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {words.more}
          </Button>
        </div>
      )}
    </Panel>
  )
}

const Called = ({ entry }: { entry: Extract<HistoryEntry, { is: 'call' }> }) => (
  <>
    <span className={classes.rowMain}>
      <Link to="/calls/$id" params={{ id: entry.call }}>
        <ResultText result={entry.result} />
      </Link>
      <small>{words.called(entry.campaign)}</small>
    </span>
    {entry.talkMs !== null && entry.talkMs > 0 && <span className="num">{talk(entry.talkMs)}</span>}
  </>
)

function Changed({ entry: { change, actor, by } }: { entry: Extract<HistoryEntry, { is: 'change' }> }) {
  const { what, detail } = changeText(change)
  return (
    <span className={classes.rowMain}>
      {what}
      <small>{[detail, words.by(actor, by)].filter(Boolean).join(' · ')}</small>
    </span>
  )
}
