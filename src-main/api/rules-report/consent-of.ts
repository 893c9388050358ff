import type { RulesReport } from '../../contract/compliance.ts'
import type { CampaignSettings } from '../../domain/campaign.ts'
import { strictestConsent } from '../../domain/compliance/consent.ts'
import type { PlaceId } from '../../domain/ids.ts'
import type { Placed } from './placed.ts'

export type Consented = ReadonlyMap<PlaceId, { readonly express: number; readonly written: number }>

/** The strictest consent asked for somewhere, how many of those who need one have it, and how many lack it. */
export function consentOf(
  placed: readonly Placed[],
  { consent: own }: Pick<CampaignSettings, 'consent'>,
  consented: Consented,
): RulesReport['consent'] {
  const sum = { need: 'none' as RulesReport['consent']['need'], covered: 0, missing: 0 }
  for (const { id, contacts, law } of placed) {
    const need = own === 'law' ? law.consent.need : strictestConsent(own, law.consent.need)
    if (need === 'none') continue
    const held = consented.get(id)
    const covered = (need === 'express' ? held?.express : held?.written) ?? 0
    sum.need = strictestConsent(sum.need, need)
    sum.covered += covered
    sum.missing += Math.max(0, contacts - covered)
  }
  return sum
}
