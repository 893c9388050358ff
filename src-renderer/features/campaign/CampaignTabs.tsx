import { Link, useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { useCampaignLive } from '../../api/live.ts'
import { count } from '../../format/number.ts'
import { text } from '../../text/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import classes from './CampaignTabs.module.css'

const words = text.campaign.tabs

const tabs = [
  '/campaigns/$id',
  '/campaigns/$id/contacts',
  '/campaigns/$id/calls',
  '/campaigns/$id/numbers',
  '/campaigns/$id/settings',
] as const

export const CampaignTabs = memo(function CampaignTabs({
  id,
  contacts,
}: {
  id: CampaignRow['id']
  contacts: number
}) {
  const calls = useCampaignLive(id, live => (live ? live.figures.ended + live.campaign.activeCalls : 0))
  const numbers = useCampaignLive(id, live => live?.campaign.numbers.length ?? 0)
  const navigate = useNavigate()
  const go = (to: (typeof tabs)[number]) => () => void navigate({ to, params: { id } })
  useKeys({ 1: go(tabs[0]), 2: go(tabs[1]), 3: go(tabs[2]), 4: go(tabs[3]), 5: go(tabs[4]) })
  const names = [words.dashboard, words.contacts, words.calls, words.numbers, words.settings]
  const figures = [undefined, contacts, calls, numbers, undefined]
  return (
    <nav className={classes.tabs} aria-label={words.label}>
      {tabs.map((to, index) => (
        <Link
          key={to}
          to={to}
          params={{ id }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {names[index]}
          {figures[index] !== undefined && (
            <span className={`${classes.figure} num`}>{count(figures[index] ?? 0)}</span>
          )}
        </Link>
      ))}
    </nav>
  )
})
