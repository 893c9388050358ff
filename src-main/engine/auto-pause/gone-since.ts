import type { CampaignId, Instant } from '../../domain/ids.ts'

/** Since when the causes of pauses are gone, as far as campaigns are set to go on by themselves. */
export type GoneSince = Map<CampaignId, Instant>
