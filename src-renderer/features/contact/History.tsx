import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContactDetail, HistoryEntry } from '../../../src-main/contract/contacts.ts'
import { api, client } from '../../api/client.ts'
import { talk } from '../../format/duration.ts'
import { dateTime } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { More } from '../../ui/More.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { NoRows, Row } from '../../ui/Rows.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { ResultText } from '../../ui/Status.tsx'
import { changeText } from './change-text.ts'
import classes from './contact.module.css'

const words = text.contact.history
const pageSize = 50

/** Calls and changes, newest first. */
export function History({ id }: Pick<ContactDetail, 'id'>) {
  const history = useInfiniteQuery({
    queryKey: [...api.contacts.history.key(), id],
    queryFn: ({ pageParam, signal }) =>
      client.contacts.history(
        { id, limit: pageSize, ...(pageParam !== null && { before: pageParam }) },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.at ?? null) : null),
  })
  const { data, error, refetch, hasNextPage } = history
  const entries = data?.pages.flatMap(page => page.entries)
  return (
    <Panel title={words.title} flush>
      {error && !entries && (
        <ErrorPanel what={text.contact.failed} error={error} onRetry={() => void refetch()} />
      )}
      {!error && !entries && <SkeletonRows rows={6} height={32} />}
      {entries?.length === 0 && <NoRows>{words.none}</NoRows>}
      <ol>
        {entries?.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several changes may share one instant
          <HistoryRow key={`${entry.at} ${entry.is} ${index}`} entry={entry} />
        ))}
      </ol>
      {hasNextPage && (
        <div className={classes.more}>
          <More list={history} word={words.more} />
        </div>
      )}
    </Panel>
  )
}

function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const time = dateTime(entry.at)
  if (entry.is === 'call') {
    const { call, result, campaign, talkMs } = entry
    return (
      <Row time={time} side={talkMs !== null && talkMs > 0 && <span className="num">{talk(talkMs)}</span>}>
        <Link to="/calls/$id" params={{ id: call }}>
          <ResultText result={result} />
        </Link>
        <small>{words.called(campaign)}</small>
      </Row>
    )
  }
  const { what, detail } = changeText(entry.change)
  return (
    <Row time={time}>
      {what}
      <small>{[detail, words.by(entry.actor, entry.by)].filter(Boolean).join(' · ')}</small>
    </Row>
  )
}
