import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CampaignRow } from '../../../../src-main/contract/campaigns.ts'
import { api } from '../../../api/client.ts'
import { useCampaignLive } from '../../../api/live.ts'
import { text } from '../../../text/text.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { SettingsForm } from './SettingsForm.tsx'

const route = getRouteApi('/campaigns/$id')
const words = text.settings.tab

/** How the campaign is configured; what may be changed depends on its state. */
export function Settings() {
  const id = route.useParams().id as CampaignRow['id']
  const definitions = useQuery(
    api.campaigns.definitions.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
  )
  const stored = useQuery(api.campaigns.get.queryOptions({ input: { id } }))
  const state = useCampaignLive(id, live => live?.campaign.state)
  const { refetch } = stored
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state allows other changes
  useEffect(() => void refetch(), [state, refetch])
  const failed = [definitions, stored].find(({ error }) => error)
  if (failed?.error)
    return <ErrorPanel what={words.failed} error={failed.error} onRetry={() => void failed.refetch()} />
  if (!definitions.data || !stored.data) return <SkeletonRows rows={8} height={32} />
  return <SettingsForm key={id} definitions={definitions.data} detail={stored.data} />
}
