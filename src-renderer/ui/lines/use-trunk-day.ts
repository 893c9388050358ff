import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

const refreshMs = 15_000

/** What the trunks have carried today; `undefined` until it is known. */
export const useTrunkDay = () =>
  useQuery(api.workspace.trunkDay.queryOptions({ refetchInterval: refreshMs })).data
