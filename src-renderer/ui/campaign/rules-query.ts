import { keepPreviousData } from '@tanstack/react-query'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api } from '../../api/client.ts'

/** What the law makes of a campaign as it is stored; asked anew for each revision, the former answer stays meanwhile. */
export function rulesQuery(id: CampaignRow['id'] | undefined, revision: number) {
  const options = api.compliance.ofCampaign.queryOptions({
    input: { id: id as CampaignRow['id'] },
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  return { ...options, queryKey: [...options.queryKey, revision] as unknown as typeof options.queryKey }
}
