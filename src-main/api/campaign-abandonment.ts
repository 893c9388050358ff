import type { CampaignLive } from '../contract/campaigns.ts'
import { type Abandonment, abandonmentOf } from '../domain/abandonment.ts'
import type { AbandonmentCap } from '../domain/compliance/law.ts'
import { hourOf } from '../domain/figures.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { Rulebook } from '../engine/rulebook.ts'
import { readWaitingPlaces } from '../store/read-campaign-places.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import type { Services } from './services.ts'

const DAY_MS = 86_400_000
// What the law asks at the places changes with settings and dates; a live view asks twice a second.
const KEPT_MS = 60_000
const MOST_PLACES = 30

interface Kept {
  readonly at: Instant
  readonly caps: readonly AbandonmentCap[]
}
const kept = new WeakMap<Rulebook, Map<CampaignId, Kept>>()

/** Abandoned calls against the cap that is nearest, of those that hold where contacts wait; `null`: none does. */
export async function campaignAbandonment(
  services: Pick<Services, 'db' | 'now' | 'rules'>,
  campaign: Pick<ListedCampaign, 'id' | 'settings'>,
): Promise<CampaignLive['abandonment']> {
  let nearest: Abandonment | null = null
  for (const cap of await capsOf(services, campaign)) {
    const counted = abandonmentOf(await resultsSince(services, campaign.id, cap.withinMs), cap)
    if (nearest === null || counted.share / cap.share > nearest.share / nearest.cap.share) nearest = counted
  }
  if (nearest === null) return null
  const { abandoned, answered, share, cap } = nearest
  return { abandoned, answered, share, cap: cap.share, days: cap.withinMs / DAY_MS }
}

async function capsOf(
  { db, now, rules }: Pick<Services, 'db' | 'now' | 'rules'>,
  { id, settings }: Pick<ListedCampaign, 'id' | 'settings'>,
): Promise<readonly AbandonmentCap[]> {
  const at = now()
  const campaigns = kept.get(rules) ?? new Map<CampaignId, Kept>()
  kept.set(rules, campaigns)
  const known = campaigns.get(id)
  if (known !== undefined && at >= known.at && at - known.at < KEPT_MS) return known.caps
  const waiting = (await readWaitingPlaces(db, id)).slice(0, MOST_PLACES)
  const caps = new Map<string, AbandonmentCap>()
  for (const { place } of waiting)
    for (const cap of rules.law({ place, purpose: settings.purpose, voice: 'automated', at }).abandonment)
      caps.set(cap.rule.id, cap)
  campaigns.set(id, { at, caps: [...caps.values()] })
  return [...caps.values()]
}

async function resultsSince({ db, now }: Pick<Services, 'db' | 'now'>, id: CampaignId, withinMs: number) {
  const rows = await db
    .selectFrom('campaign_hours')
    .select(({ fn }) => ['result', fn.sum<number>('calls').as('calls')])
    .where('campaign_id', '=', id)
    .where('hour', '>=', hourOf(now() - withinMs))
    .where('result', 'in', ['answered', 'abandoned'])
    .groupBy('result')
    .execute()
  return Object.fromEntries(rows.map(({ result, calls }) => [result, calls]))
}
