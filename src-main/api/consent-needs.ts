import type { AskingCampaign } from '../contacts/read/callable.ts'
import type { ConsentNeed } from '../domain/compliance/law.ts'
import type { CampaignId, PlaceId } from '../domain/ids.ts'
import { consentNeed } from '../engine/consent-need.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/** Places of which the law is asked before calls and windows have their turn. */
const AT_A_TIME = 50

/** What a campaign asks of each place before anybody there may be called. */
export async function consentNeeds(
  { reads, rules, now }: Pick<Services, 'reads' | 'rules' | 'now'>,
  id: CampaignId,
  signal?: AbortSignal,
): Promise<AskingCampaign> {
  const found = await reads.ask('campaignPlaces', { id }, { signal })
  if (found === null) throw notFound('campaign', id)
  const { campaign, places } = found
  const { purpose } = campaign.settings
  const at = now()
  const needs: [PlaceId, Exclude<ConsentNeed, 'none'>][] = []
  for (const [index, { id: place, ...where }] of places.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await new Promise(resolve => setImmediate(resolve))
    const law = rules.law({ place: where, purpose, voice: 'automated', at })
    const need = consentNeed(campaign, law)
    if (need !== 'none') needs.push([place, need])
  }
  return { id, purpose, needs }
}
