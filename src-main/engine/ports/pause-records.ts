import type { CampaignId, Instant } from '../../domain/ids.ts'

/** What the rules for pausing and resuming read and write, within one decision. */
export interface PauseRecords {
  /** Paused ones that are set to go on by themselves after a pause for their reason. */
  mayResume(): Promise<readonly CampaignId[]>
  /** Somebody of those who were drawn for the test was not called yet. */
  testGoesOn(campaign: CampaignId): Promise<boolean>
  endTest(campaign: CampaignId): Promise<void>
  /** Since when no number can be shown; `null`: one can. */
  setNumbersOut(campaign: CampaignId, since: Instant | null): Promise<void>
}
