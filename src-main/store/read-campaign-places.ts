import { type Kysely, sql } from 'kysely'
import type { Purpose } from '../domain/compliance/law.ts'
import type { CampaignId, ContactId, Instant, PlaceId } from '../domain/ids.ts'
import type { SkipReason } from '../domain/lead.ts'
import type { Place } from '../domain/place.ts'
import { fromJson } from './json.ts'
import type { Tables } from './tables.ts'

export interface WaitingPlace {
  readonly id: PlaceId
  readonly place: Place
  /** Contacts of the campaign that wait to be called there. */
  readonly contacts: number
}

/** Where contacts of a campaign wait, most first; read from the counts that are kept. */
export async function readWaitingPlaces(
  db: Kysely<Tables>,
  campaign: CampaignId,
): Promise<readonly WaitingPlace[]> {
  const rows = await db
    .selectFrom('lead_queue')
    .innerJoin('places', 'places.id', 'lead_queue.place_id')
    .select(({ fn }) => [
      'places.id',
      'places.country',
      'places.region',
      'places.line',
      'places.zones',
      fn.sum<number>('lead_queue.leads').as('contacts'),
    ])
    .where('campaign_id', '=', campaign)
    .groupBy('places.id')
    .having(({ fn }) => fn.sum('lead_queue.leads'), '>', 0)
    .orderBy('contacts', 'desc')
    .execute()
  return rows.map(({ id, contacts, country, region, line, zones }) => ({
    id,
    contacts,
    place: { country, region, line, zones: fromJson(zones) },
  }))
}

/** Contacts that will not be called, by reason. */
export async function readSkipped(
  db: Kysely<Tables>,
  campaign: CampaignId,
): Promise<ReadonlyMap<SkipReason, number>> {
  const rows = await db
    .selectFrom('leads')
    .select(({ fn }) => ['skip_reason', fn.countAll<number>().as('leads')])
    .where('campaign_id', '=', campaign)
    // Written out, since a partial index does not see what a parameter holds.
    .where('status', '=', sql.lit('skipped'))
    .groupBy('skip_reason')
    .execute()
  return new Map(rows.map(row => [row.skip_reason ?? 'manual', row.leads]))
}

export interface ConsentedHere {
  readonly express: number
  /** Express written ones, counted among the express too. */
  readonly written: number
}

/** Waiting contacts with a consent that holds, by place. In parts: the store answers without leaving its turn. */
export async function readConsented(
  db: Kysely<Tables>,
  campaign: CampaignId,
  purpose: Purpose,
  now: Instant,
): Promise<ReadonlyMap<PlaceId, ConsentedHere>> {
  const found = new Map<PlaceId, ConsentedHere>()
  let after: ContactId | null = 0 as ContactId
  while (after !== null) {
    const last: ContactId | null = await lastOfPart(db, after)
    if (last !== null)
      for (const { place, express, written } of await partOf(db, campaign, purpose, now, { after, last })) {
        const before = found.get(place) ?? { express: 0, written: 0 }
        found.set(place, { express: before.express + express, written: before.written + written })
      }
    after = last
    await new Promise(resolve => setImmediate(resolve))
  }
  return found
}

const PART = 10_000

async function lastOfPart(db: Kysely<Tables>, after: ContactId): Promise<ContactId | null> {
  const { rows } = await sql<{ last: ContactId | null }>`
    SELECT max(contact_id) AS last FROM (
      SELECT contact_id FROM consents WHERE contact_id > ${after} ORDER BY contact_id LIMIT ${PART})`.execute(
    db,
  )
  return rows[0]?.last ?? null
}

async function partOf(
  db: Kysely<Tables>,
  campaign: CampaignId,
  purpose: Purpose,
  now: Instant,
  { after, last }: { readonly after: ContactId; readonly last: ContactId },
): Promise<readonly { place: PlaceId; express: number; written: number }[]> {
  const { rows } = await sql<{ place: PlaceId; express: number; written: number }>`
    SELECT place, count(*) AS express, sum(written) AS written FROM (
      SELECT leads.place_id AS place, max(consents.kind = 'express_written') AS written
      FROM consents CROSS JOIN leads ON leads.contact_id = consents.contact_id AND leads.campaign_id = ${campaign}
      WHERE consents.contact_id > ${after} AND consents.contact_id <= ${last}
        AND consents.kind IN ('express', 'express_written')
        AND (consents.purpose IS NULL OR consents.purpose = ${purpose})
        AND consents.given_at <= ${now} AND (consents.withdrawn_at IS NULL OR consents.withdrawn_at > ${now})
        AND (consents.expires_at IS NULL OR consents.expires_at > ${now})
        AND leads.status IN ('pending', 'retry')
      GROUP BY leads.id)
    GROUP BY place`.execute(db)
  return rows
}
