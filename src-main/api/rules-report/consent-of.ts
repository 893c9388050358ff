import type { RulesReport } from '../../contract/compliance.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import { consentAsked, strictestConsent } from '../../domain/compliance/consent.ts'
import type { PlaceId } from '../../domain/ids.ts'
import type { ConsentedHere } from '../../store/read-campaign-places.ts'
import type { Placed } from './placed.ts'

export type Consented = ReadonlyMap<PlaceId, ConsentedHere>

/** The strictest consent asked for somewhere, how many of those who need one have it, and how many lack it. */
export async function consentOf(
  placed: readonly Placed[],
  { consent: own }: Pick<CampaignSettings, 'consent'>,
  readConsented: () => Promise<Consented>,
): Promise<RulesReport['consent']> {
  const asking = placed.flatMap(({ id, contacts, law }) => {
    const need = consentAsked(own, law.consent.need)
    return need === 'none' ? [] : [{ id, contacts, need }]
  })
  const sum = { need: 'none' as RulesReport['consent']['need'], covered: 0, missing: 0 }
  if (asking.length === 0) return sum
  const consented = await readConsented()
  for (const { id, contacts, need } of asking) {
    const held = consented.get(id)
    const covered = (need === 'express' ? held?.express : held?.written) ?? 0
    sum.need = strictestConsent(sum.need, need)
    sum.covered += covered
    sum.missing += Math.max(0, contacts - covered)
  }
  return sum
}
