import { linkOptions, useMatchRoute } from '@tanstack/react-router'
import { memo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../api/live.ts'
import { text } from '../../text/text.ts'
import { Tabs } from '../../ui/Tabs.tsx'

const words = text.campaign.tabs

export const CampaignTabs = memo(function CampaignTabs({
  id,
  contacts,
}: {
  id: CampaignRow['id']
  contacts: number
}) {
  const calls = useCampaignLive(id, live => (live ? live.figures.ended + live.campaign.activeCalls : 0))
  const numbers = useCampaignLive(id, live => live?.campaign.numbers.length ?? 0)
  const matches = useMatchRoute()
  const params = { id }
  const tabs = [
    { name: words.dashboard, link: linkOptions({ to: '/campaigns/$id', params }) },
    { name: words.contacts, figure: contacts, link: linkOptions({ to: '/campaigns/$id/contacts', params }) },
    { name: words.calls, figure: calls, link: linkOptions({ to: '/campaigns/$id/calls', params }) },
    { name: words.analytics, link: linkOptions({ to: '/campaigns/$id/analytics', params }) },
    { name: words.numbers, figure: numbers, link: linkOptions({ to: '/campaigns/$id/numbers', params }) },
    { name: words.settings, link: linkOptions({ to: '/campaigns/$id/settings', params }) },
  ]
  return (
    <Tabs
      label={words.label}
      tabs={tabs.map(tab => ({
        ...tab,
        chosen: matches({ to: tab.link.to, includeSearch: false }) !== false,
      }))}
    />
  )
})
