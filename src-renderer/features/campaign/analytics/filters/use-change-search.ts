import { getRouteApi } from '@tanstack/react-router'
import type { AnalyticsSearch } from '../search.ts'

const route = getRouteApi('/campaigns/$id/analytics')

type Change = { readonly [K in keyof AnalyticsSearch]?: AnalyticsSearch[K] | undefined }

/** Changes what stands in the address and leaves the rest; `undefined` takes a part out. */
export function useChangeSearch(): (change: Change) => void {
  const navigate = route.useNavigate()
  return change =>
    void navigate({ search: before => ({ ...before, ...change }) as AnalyticsSearch, replace: true })
}
