import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api, client, queryClient } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { FilterChip } from '../../ui/FilterBar.tsx'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { NoticeList } from './NoticeList.tsx'
import classes from './Notices.module.css'

const route = getRouteApi('/notifications')
const words = text.notices
const pageSize = 50

/** The filter stands in the address: `?unread=true`. */
export const parseNoticeSearch = ({ unread }: Record<string, unknown>): { readonly unread?: true } =>
  unread === true ? { unread } : {}

/** Newest first; asked again when something happened or was read. */
function useNotices(unreadOnly: boolean) {
  const changed = useWorkspaceLive(live => `${live?.notices[0]?.id} ${live?.unread}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is what triggers it
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ['notices'] }), [changed])
  return useInfiniteQuery({
    queryKey: ['notices', unreadOnly],
    queryFn: ({ pageParam: offset, signal }) =>
      client.notices.list({ offset, limit: pageSize, unreadOnly }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return loaded < total ? loaded : null
    },
    placeholderData: keepPreviousData,
  })
}

/** What needs an answer, and what happened earlier. */
export function Notices() {
  const { unread: unreadOnly = false } = route.useSearch()
  const navigate = useNavigate({ from: '/notifications' })
  const notices = useNotices(unreadOnly)
  const { data, error, refetch } = notices
  const readAll = useMutation(
    api.notices.readAll.mutationOptions({ onError: failure => sayRefusal(failure, words.notRead) }),
  )
  const rows = data?.pages.flatMap(page => page.rows)
  const first = data?.pages[0]
  return (
    <Page
      title={words.title}
      fact={first && words.fact(first.unread)}
      actions={
        first !== undefined &&
        first.unread > 0 && (
          <Button loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
            {words.readAll}
          </Button>
        )
      }
    >
      <div className={classes.filter}>
        <FilterChip word={words.all} chosen={!unreadOnly} onChoose={() => void navigate({ search: {} })} />
        <FilterChip
          word={words.unread}
          {...(first && { cases: first.unread })}
          chosen={unreadOnly}
          onChoose={() => void navigate({ search: { unread: true } })}
        />
      </div>
      {error && !data && <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />}
      {!error && !rows && <SkeletonRows rows={5} height={64} />}
      {rows?.length === 0 &&
        (unreadOnly ? (
          <EmptyState title={words.noneUnread} sentence={words.noneUnreadSentence} />
        ) : (
          <EmptyState title={words.empty} sentence={words.emptySentence} />
        ))}
      {rows && <NoticeList notices={rows} />}
      <div className={classes.more}>
        <More list={notices} word={words.more} />
      </div>
    </Page>
  )
}
