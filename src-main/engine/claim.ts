import type { EngineParts } from './engine-parts.ts'
import type { CallOrder, CampaignRecord, EngineTransaction, LeadCandidate } from './ports.ts'

export interface Claim {
  readonly campaign: CampaignRecord
  readonly lead: LeadCandidate
  readonly order: CallOrder
}

export type ClaimResult =
  | { readonly is: 'claimed'; readonly claim: Claim }
  /** Everybody who is due is on another call. */
  | { readonly is: 'nobody' }
  /** Many were skipped; there may be more. */
  | { readonly is: 'again' }

// Contacts on the do-not-call list that one decision skips at most: about 10 ms of work.
const MOST_SKIPPED = 50

/** Takes the next contact, a caller ID and a slot, and writes the call as `reserved`: one transaction. */
export async function claim(parts: EngineParts, campaign: CampaignRecord): Promise<ClaimResult> {
  const written = await parts.store.once(tx => choose(parts, tx, campaign), 'not')
  return written?.value ?? { is: 'nobody' }
}

async function choose(
  { clock, dice }: EngineParts,
  tx: EngineTransaction,
  { id }: CampaignRecord,
): Promise<ClaimResult> {
  const now = clock.now()
  const campaign = await tx.campaign(id)
  if (campaign?.state.is !== 'running' || campaign.trunk === null || campaign.agentVersion === null)
    return { is: 'nobody' }
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++) {
    const lead = await tx.leadToCall(id, now)
    if (lead === null) return { is: 'nobody' }
    const suppressed = await tx.suppression(lead.phone, id)
    if (suppressed !== null) {
      await tx.skip(lead.lead, suppressed === 'all' ? 'dnc' : 'opted_out')
      continue
    }
    const number = await tx.nextNumber(id)
    if (number === null) return { is: 'nobody' }
    const sipCallId = newCallId(dice)
    const call = await tx.reserve({
      sipCallId,
      campaign,
      lead,
      trunk: campaign.trunk.id,
      agentVersion: campaign.agentVersion,
      number: number.id,
      callerId: number.e164,
      at: now,
    })
    const order: CallOrder = {
      call,
      sipCallId,
      trunk: campaign.trunk.id,
      to: lead.phone,
      callerId: number.e164,
      ringSeconds: campaign.settings.ringSeconds,
      flow: await tx.flow(campaign.agentVersion),
      variables: variablesOf(lead),
      record: campaign.settings.record,
    }
    return { is: 'claimed', claim: { campaign, lead, order } }
  }
  return { is: 'again' }
}

/** The contact's fields, and its name as `{{name}}` and `{{contact_name}}`; empty ones leave the flow's own samples. */
function variablesOf({ name, fields }: LeadCandidate): Readonly<Record<string, string>> {
  return name === '' ? fields : { ...fields, name, contact_name: name }
}

/** 128 random bits (RFC 3261 section 8.1.1.4: unique over space and time). */
function newCallId(dice: () => number): string {
  const word = () =>
    Math.floor(dice() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return `${word()}${word()}${word()}${word()}`
}
