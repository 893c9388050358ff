import { consentAsked } from '../domain/compliance/consent.ts'
import type { ConsentNeed, Law } from '../domain/compliance/law.ts'
import { areHoursLifted } from './hours-lifted.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'

/**
 * Kind of consent that must be on file. Practice people have given theirs, and on a trunk of this machine whose hours
 * are lifted nobody real is called.
 */
export const consentNeed = (campaign: CampaignRecord, law: Law): ConsentNeed =>
  isPracticeOnly(campaign) || areHoursLifted(campaign)
    ? 'none'
    : consentAsked(campaign.settings.consent, law.consent.need)

/** Whichever of its trunks carries a call, nobody real is called. */
export const isPracticeOnly = ({ trunks }: Pick<CampaignRecord, 'trunks'>): boolean =>
  trunks.length > 0 && trunks.every(({ isPractice }) => isPractice)
