import type { ReactNode } from 'react'
import { refusalOf } from '../../api/client.ts'
import { ErrorPanel } from '../ErrorPanel.tsx'
import { Page } from '../Page.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import { GonePage, type ListPage } from './GonePage.tsx'

interface RecordPageProps<T> {
  readonly query: {
    readonly data: T | undefined
    readonly error: unknown
    readonly refetch: () => Promise<unknown>
  }
  readonly path: ReactNode
  readonly all: ListPage
  readonly words: {
    readonly waiting: string
    readonly gone: string
    readonly failed: string
    readonly all: string
  }
  readonly children: (record: T) => ReactNode
}

/** The page of one record: on its way, not to be had, unknown, or there. */
export function RecordPage<T>({ query, path, all, words, children }: RecordPageProps<T>) {
  const { data, error, refetch } = query
  const refusal = refusalOf(error)
  if (refusal)
    return <GonePage title={words.gone} path={path} refusal={refusal} all={all} allWord={words.all} />
  if (data !== undefined) return children(data)
  return (
    <Page title={words.waiting} path={path}>
      {error ? (
        <ErrorPanel what={words.failed} error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={10} height={28} />
      )}
    </Page>
  )
}
