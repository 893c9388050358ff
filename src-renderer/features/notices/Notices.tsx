import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Notice } from '../../../src-main/contract/notices.ts'
import { api, client } from '../../api/client.ts'
import { useWorkspaceLive } from '../../api/live.ts'
import { moment } from '../../format/time.ts'
import { text } from '../../text/text.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { sayRefusal } from '../../ui/say.tsx'
import { noticeLooks } from '../../ui/status.ts'
import classes from './Notices.module.css'

const words = text.notices
const onError = (error: Error) => sayRefusal(error, words.notRead)

/** What needs an answer, and what happened earlier. */
export function Notices() {
  const notices = useWorkspaceLive(live => live?.notices)
  const unread = notices?.filter(notice => !notice.read) ?? []
  const earlier = notices?.filter(notice => notice.read) ?? []
  const readAll = useMutation({
    mutationFn: () => Promise.all(unread.map(({ id }) => client.workspace.readNotice({ id }))),
    onError,
  })
  return (
    <Page
      title={words.title}
      fact={notices && words.fact(unread.length)}
      actions={
        unread.length > 0 && (
          <Button loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {words.readAll}
          </Button>
        )
      }
    >
      {!notices && <SkeletonRows rows={5} height={64} />}
      {notices?.length === 0 && <EmptyState title={words.empty} sentence={words.emptySentence} />}
      <List notices={unread} />
      {earlier.length > 0 && (
        <>
          <h2 className={classes.earlier}>{words.earlier}</h2>
          <List notices={earlier} />
        </>
      )}
    </Page>
  )
}

const List = ({ notices }: { notices: readonly Notice[] }) =>
  notices.length > 0 && (
    <ul className={classes.list}>
      {notices.map(notice => (
        <Row key={notice.id} notice={notice} />
      ))}
    </ul>
  )

const Row = memo(function Row({ notice }: { notice: Notice }) {
  const read = useMutation(api.workspace.readNotice.mutationOptions({ onError }))
  return (
    <li className={classes.notice} data-read={notice.read || undefined}>
      <StatusGlyph {...noticeLooks[notice.level]} />
      <div>
        <p className={classes.title}>
          <span className="unseen">{text.words.levels[notice.level]}: </span>
          {notice.title}
        </p>
        <p className={classes.text}>{notice.text}</p>
        <p className={classes.acts}>
          {notice.campaign !== null && (
            <Button component={Link} to={`/campaigns/${notice.campaign}`} size="compact-xs">
              {words.open}
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
