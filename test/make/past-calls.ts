import type { CallResult } from '../../src-main/domain/call-result.ts'
import type { CampaignId, Instant, NumberId } from '../../src-main/domain/ids.ts'
import { countAnswer, countStart } from '../../src-main/store/engine/number-records.ts'
import type { Store } from '../../src-main/store/open-store.ts'

export interface PastCall {
  readonly number: NumberId
  readonly at: Instant
  readonly result?: CallResult
  /** Answered calls only. */
  readonly talkMs?: number
  /** From INVITE to answer. */
  readonly answeredAfterMs?: number
  readonly sipCode?: number
  readonly optedOut?: boolean
  /** Which contact of the campaign, from 0. */
  readonly contact?: number
}

const pickedUp: readonly CallResult[] = ['answered', 'voicemail', 'no_conversation', 'abandoned', 'fax']

/** Calls of a campaign that are over, counted for their numbers like real ones. */
export async function addPastCalls(
  store: Store,
  campaign: CampaignId,
  calls: readonly PastCall[],
): Promise<void> {
  const written = await store.write(async () => {
    const sql = store.statements
    const leads = sql.rows<{ id: number; contact_id: number; place_id: number; phone: string }>(
      `SELECT leads.id, contact_id, leads.place_id, phone FROM leads JOIN contacts ON contacts.id = contact_id
       WHERE campaign_id = ? ORDER BY leads.id`,
      campaign,
    )
    const { agent, trunk } = sql.first<{ agent: number; trunk: number }>(
      `SELECT agent_version_id AS agent, trunk_id AS trunk
       FROM campaigns JOIN used_trunks ON campaign_id = campaigns.id WHERE campaigns.id = ?`,
      campaign,
    ) as { agent: number; trunk: number }
    for (const [index, call] of calls.entries()) {
      const { number, at, result = 'answered', talkMs = 30_000, answeredAfterMs = 8_000 } = call
      const lead = leads[(call.contact ?? index) % leads.length]
      if (lead === undefined) throw new Error('the campaign has no contacts')
      const answeredAt = pickedUp.includes(result) ? at + answeredAfterMs : null
      sql.run(
        `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
           agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, answered_at, ended_at,
           talk_ms, result, sip_code, opted_out, counts_as_attempt, lead_before)
         VALUES (?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, '', 'ended', ?, ?, ?, ?, ?, ?, ?, ?, 1, '{}')`,
        `past-${campaign}-${number}-${at}-${index}`,
        campaign,
        lead.id,
        lead.contact_id,
        trunk,
        number,
        agent,
        lead.phone,
        lead.place_id,
        at,
        at,
        answeredAt,
        (answeredAt ?? at + 20_000) + talkMs,
        answeredAt === null ? null : talkMs,
        result,
        call.sipCode ?? (answeredAt === null ? 480 : 200),
        call.optedOut ? 1 : 0,
      )
      countStart(sql, number, at)
      if (answeredAt !== null) countAnswer(sql, number, at)
    }
  })
  if (!written.committed) throw new Error(written.failure.message)
}
