import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ContactQuery } from '../../../src-main/contract/contact-query.ts'
import { api } from '../../api/client.ts'

const pauseMs = 250

export type LiveCount =
  | { readonly is: 'known'; readonly contacts: number }
  | { readonly is: 'counting' }
  | { readonly is: 'failed' }

/** How many contacts a query finds; asked again as it changes, after a short pause. */
export function useLiveCount(query: ContactQuery): LiveCount {
  const [calm] = useDebouncedValue(query, pauseMs)
  const asked = useQuery(api.contacts.count.queryOptions({ input: { query: calm } }))
  if (calm !== query && JSON.stringify(calm) !== JSON.stringify(query)) return { is: 'counting' }
  if (asked.data) return { is: 'known', contacts: asked.data.contacts }
  return asked.error ? { is: 'failed' } : { is: 'counting' }
}
