import type { Kysely } from 'kysely'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { MediaStats } from '../../engine/ports/dialer.ts'
import { fromJson, fromJsonOrNull } from '../../store/json.ts'
import type { Tables } from '../../store/tables.ts'
import type { CallRecord } from './judge.ts'

export interface Records {
  readonly calls: readonly (CallRecord & { readonly media: MediaStats | null })[]
  readonly leads: readonly { readonly number: string; readonly status: LeadStatus }[]
}

/** Of what is told: one campaign, and calls that were reserved since then. */
export interface RecordsOf {
  readonly campaign: CampaignId
  readonly since: Instant
}

/** What the program recorded, in the judge's terms. Left out `of`: everything. */
export async function readRecords(db: Kysely<Tables>, of?: RecordsOf): Promise<Records> {
  const [calls, keys, leads] = await Promise.all([
    db
      .selectFrom('calls')
      .selectAll()
      .$if(of !== undefined, query =>
        query
          .where('campaign_id', '=', of?.campaign as CampaignId)
          .where('reserved_at', '>=', of?.since ?? 0),
      )
      .orderBy('id')
      .execute(),
    db
      .selectFrom('call_events')
      .select(['call_id', 'event'])
      .where('kind', '=', 'key_pressed')
      .orderBy('call_id')
      .orderBy('seq')
      .execute(),
    db
      .selectFrom('leads')
      .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
      .select(['contacts.phone', 'leads.status'])
      .$if(of !== undefined, query => query.where('leads.campaign_id', '=', of?.campaign as CampaignId))
      // Nobody calls those whom somebody took out by hand.
      .where(({ eb }) => eb('leads.skip_reason', 'is', null).or('leads.skip_reason', '<>', 'manual'))
      .execute(),
  ])
  const keysOf = Map.groupBy(keys, row => row.call_id)
  return {
    calls: calls.map(call => ({
      sipCallId: call.sip_call_id,
      number: call.to_number,
      state: call.state,
      result: call.result,
      sentAt: call.sending_at,
      answeredAt: call.answered_at,
      keys: (keysOf.get(call.id) ?? [])
        .map(({ event }) => {
          const pressed = fromJson(event)
          return pressed.is === 'key_pressed' ? pressed.key : ''
        })
        .join(''),
      media: fromJsonOrNull(call.media),
    })),
    leads: leads.map(({ phone, status }) => ({ number: phone ?? '', status })),
  }
}
