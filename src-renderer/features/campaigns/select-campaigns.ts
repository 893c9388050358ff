import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import { locale } from '../../format/locale.ts'
import { type CampaignFilter, type CampaignSort, stateGroups } from './filter.ts'

const order = {
  running: 0,
  draining: 1,
  paused: 2,
  scheduled: 3,
  draft: 4,
  completed: 5,
  cancelled: 6,
} as const

const keys: Record<CampaignSort, (campaign: CampaignRow) => number | string> = {
  name: campaign => campaign.name.toLocaleLowerCase(),
  contacts: campaign => campaign.contacts,
  progress: campaign => (campaign.contacts === 0 ? 0 : campaign.finished / campaign.contacts),
  start: campaign => campaign.startsAt ?? campaign.launchedAt ?? 0,
}

const compare = (a: number | string, b: number | string) =>
  typeof a === 'string' ? a.localeCompare(String(b), locale) : a - Number(b)

/** Live ones first, then the newest, unless a column is chosen. */
export function selectCampaigns(all: readonly CampaignRow[], filter: CampaignFilter): CampaignRow[] {
  const words = filter.search?.toLocaleLowerCase() ?? ''
  const states: readonly string[] | undefined = filter.state && stateGroups[filter.state]
  const found = all.filter(
    campaign =>
      (!states || states.includes(campaign.state)) &&
      `${campaign.name} ${campaign.agent?.name ?? ''}`.toLocaleLowerCase().includes(words),
  )
  const key = filter.sort && keys[filter.sort]
  if (!key) return found.sort((a, b) => order[a.state] - order[b.state] || b.id - a.id)
  const sign = filter.down ? -1 : 1
  return found.sort((a, b) => sign * compare(key(a), key(b)))
}
