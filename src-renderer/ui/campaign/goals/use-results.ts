import { useMutation, useQuery } from '@tanstack/react-query'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api, queryClient } from '../../../api/client.ts'
import { say } from '../../say.tsx'
import { troubleOf } from '../../trouble.ts'

export const resultsQuery = (campaign: CampaignRow['id']) =>
  api.results.of.queryOptions({ input: { campaign } })

const readAnew = () => queryClient.invalidateQueries({ queryKey: api.results.key() })
const tell = (error: unknown) => {
  const { what, cure } = troubleOf(error)
  say(`${what} ${cure}`)
}

/** Goals and questions of a campaign, and the acts of their rows. */
export function useResults(campaign: CampaignRow['id']) {
  const query = useQuery(resultsQuery(campaign))
  const options = { onSuccess: readAnew, onError: tell }
  return {
    query,
    setPrimary: useMutation(api.results.setPrimary.mutationOptions(options)),
    archiveGoal: useMutation(api.results.archiveGoal.mutationOptions(options)),
    archiveQuestion: useMutation(api.results.archiveQuestion.mutationOptions(options)),
  }
}
