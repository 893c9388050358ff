import type { ReactNode } from 'react'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { usePreferences } from './use-preferences.ts'

export type Stored = NonNullable<ReturnType<typeof usePreferences>['data']>

/** The stored settings once they are here; a skeleton before, the way on when they cannot be had. */
export function WithPreferences({ children }: { children: (stored: Stored) => ReactNode }) {
  const { data, error, refetch } = usePreferences()
  if (error && !data)
    return <ErrorPanel what={text.preferences.failed} error={error} onRetry={() => void refetch()} />
  return data ? children(data) : <SkeletonRows rows={6} height={40} />
}
