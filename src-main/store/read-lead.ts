import type { Kysely } from 'kysely'
import type { CampaignId, ContactId, E164, LeadId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

export interface NamedLead {
  readonly campaign: CampaignId
  readonly contact: ContactId
  readonly name: string
  /** The one of its numbers that is called next. */
  readonly number: E164 | null
}

/** A contact within a campaign that was not deleted. */
export async function readLead(db: Kysely<Tables>, id: LeadId): Promise<NamedLead | null> {
  const row = await db
    .selectFrom('leads')
    .innerJoin('campaigns', 'campaigns.id', 'leads.campaign_id')
    .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
    .leftJoin('further_phones', join =>
      join
        .onRef('further_phones.contact_id', '=', 'contacts.id')
        .onRef('further_phones.position', '=', 'leads.phone_position'),
    )
    .select([
      'leads.campaign_id as campaign',
      'contacts.id as contact',
      'contacts.name',
      'contacts.phone',
      'further_phones.phone as further',
    ])
    .where('leads.id', '=', id)
    .where('campaigns.deleted_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { phone, further, ...lead } = row
  return { ...lead, number: further ?? phone }
}
