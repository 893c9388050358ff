import type { CampaignSettings } from './campaign.ts'
import type { Law, RuleRef } from './compliance/law.ts'

export interface RingTime {
  readonly seconds: number
  /** The rule that asks for longer than the campaign's setting; `null`: the setting holds. */
  readonly raisedBy: RuleRef | null
}

/** How long a phone rings before the call is given up: as set, but never shorter than the law asks. */
export const ringTime = (
  { ringSeconds }: Pick<CampaignSettings, 'ringSeconds'>,
  { minRing }: Pick<Law, 'minRing'>,
): RingTime =>
  minRing !== null && minRing.seconds > ringSeconds
    ? { seconds: minRing.seconds, raisedBy: minRing.rule }
    : { seconds: ringSeconds, raisedBy: null }
