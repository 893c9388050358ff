import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { api } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { Wizard } from './Wizard.tsx'

const route = getRouteApi('/campaigns/new')
const words = text.newCampaign

/** The wizard of a new campaign, or of a draft that was left: its address names the draft and the step. */
export function NewCampaign() {
  const { campaign } = route.useSearch()
  /** The draft that the wizard on this page made: it goes on with what it holds instead of starting anew. */
  const [made, setMade] = useState<number>()
  const [round, setRound] = useState(0)
  const [before, setBefore] = useState(campaign)
  if (campaign !== before) {
    setBefore(campaign)
    if (campaign === undefined) {
      setMade(undefined)
      setRound(round + 1)
    }
  }
  const loads = campaign !== undefined && campaign !== made ? campaign : undefined
  const definitions = useQuery(
    api.campaigns.definitions.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
  )
  const stored = useQuery(
    api.campaigns.get.queryOptions({
      input: { id: loads as CampaignRow['id'] },
      enabled: loads !== undefined,
    }),
  )
  const failed = [definitions, stored].find(({ error }) => error)
  if (failed?.error)
    return (
      <Waiting>
        <ErrorPanel what={words.failed} error={failed.error} onRetry={() => void failed.refetch()} />
      </Waiting>
    )
  if (!definitions.data || (loads !== undefined && !stored.data))
    return (
      <Waiting>
        <SkeletonRows rows={10} height={48} />
      </Waiting>
    )
  const detail = loads === undefined ? undefined : stored.data
  if (detail && detail.campaign.state !== 'draft')
    return <Navigate to="/campaigns/$id" params={{ id: detail.campaign.id }} replace />
  return (
    <Wizard key={loads ?? `new ${round}`} definitions={definitions.data} start={detail} onMade={setMade} />
  )
}

const Waiting = ({ children }: { children: React.ReactNode }) => (
  <Page title={words.title} path={<Link to="/campaigns">{text.shell.campaigns}</Link>}>
    {children}
  </Page>
)
