import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ImportPlan } from '../../../src-main/contract/imports.ts'
import { api } from '../../api/client.ts'
import type { planOf } from './plan.ts'

const pauseMs = 300

interface CheckInput {
  readonly upload: string
  readonly plan: ReturnType<typeof planOf> & ImportPlan
  /** Nothing is asked while the mapping itself has to be mended. */
  readonly enabled: boolean
}

/** What the plan would do, asked again shortly after each change; an older question is called off. */
export function useCheck({ upload, plan, enabled }: CheckInput) {
  const [settled] = useDebouncedValue(plan, pauseMs)
  const check = useQuery(
    api.imports.check.queryOptions({
      input: { upload, plan: settled },
      enabled,
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    }),
  )
  return { ...check, behind: check.isPlaceholderData || settled !== plan }
}
