import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { phone } from '../../../format/phone.ts'

/** What calls can be filtered by, as ids in the address and names on the screen. */
export const things = ['campaign', 'agent', 'number', 'trunk'] as const
export type Thing = (typeof things)[number]

interface Named {
  readonly value: string
  readonly label: string
}

/** All there are of each, in the order of their own pages; empty until they have come. */
export function useNames(): Readonly<Record<Thing, readonly Named[]>> {
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} })).data ?? []
  const agents = useQuery(api.agents.list.queryOptions()).data ?? []
  const numbers = useQuery(api.numbers.list.queryOptions()).data ?? []
  const trunks = useQuery(api.trunks.list.queryOptions()).data ?? []
  return {
    campaign: campaigns.map(({ id, name }) => ({ value: String(id), label: name })),
    agent: agents.map(({ id, name }) => ({ value: String(id), label: name })),
    number: numbers.map(({ id, number }) => ({ value: String(id), label: phone(number) })),
    trunk: trunks.map(({ id, name }) => ({ value: String(id), label: name })),
  }
}
