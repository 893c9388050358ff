import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import type { Contract } from '../../src-main/contract/contract.ts'
import type { Refusal } from '../../src-main/contract/values.ts'
import { text } from '../text/text.ts'
import { currentLink } from './link.ts'

export const client: ContractRouterClient<Contract> = createORPCClient(currentLink)

/** Queries and mutations of the contract for react-query. */
export const api = createTanstackQueryUtils(client)

/**
 * An expected answer of the engine is not asked for a second time; a lost connection is. After a change no page opens on
 * what was read before; what is in view is refreshed by whoever made the change, and a list keeps its order.
 */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onSuccess: () =>
      queryClient.invalidateQueries({ refetchType: 'none', predicate: ({ meta }) => !meta?.setsOrder }),
  }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      retry: (failures, error) => !refusalOf(error) && failures < 2,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** What, cure and field of an answer that the engine gives on purpose; `undefined` for anything else. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError)) return undefined
  if (error.code !== 'REFUSED' && error.code !== 'NOT_FOUND') return undefined
  const refusal = error.data as Refusal | undefined
  return refusal && inWords(refusal)
}

/** What to quote where the engine gave no reason. */
export const faultCodeOf = (error: unknown): string | undefined =>
  error instanceof ORPCError ? error.code.toLowerCase() : undefined

const inWords = (refusal: Refusal): Refusal => ({
  ...refusal,
  what: text.told(refusal.what),
  cure: text.told(refusal.cure),
  ...(refusal.problems && {
    problems: refusal.problems.map(problem => ({ ...problem, text: text.told(problem.text) })),
  }),
})
