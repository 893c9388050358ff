import type { CallId, CampaignId, ContactId, E164, Instant } from '../../domain/ids.ts'

/** An entry of the do-not-call list: for the workspace, or for one campaign. */
export interface DoNotCall {
  readonly number: E164
  readonly scope: 'all' | 'campaign'
  readonly campaign: CampaignId
  readonly reason: string
  readonly source: 'agent' | 'network'
}

/** Entry of the decision log: which rules were asked about a contact, and what they said. */
export interface Decision {
  readonly at: Instant
  readonly campaign: CampaignId
  readonly contact: ContactId
  readonly call: CallId | null
  readonly number: E164 | null
  readonly moment: 'turn' | 'sending'
  readonly outcome: 'call' | 'wait' | 'skip'
  /** What held it, in words; empty when it was called. */
  readonly why: string
  /** Wall clock of the called party with zone. */
  readonly localTime: string
  /** JSON list of the ids of all legal rules that were asked, sorted. */
  readonly rules: string
}
