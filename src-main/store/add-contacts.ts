import type { Kysely } from 'kysely'
import type { CampaignId, ContactId, E164, Instant, PlaceId } from '../domain/ids.ts'
import { nameKey } from '../domain/name-key.ts'
import type { PhoneType } from '../domain/phone-type.ts'
import { type Place, placeKey } from '../domain/place.ts'
import { toJson } from './json.ts'
import { placeIds } from './save-places.ts'
import type { Tables } from './tables.ts'

export interface NewContact {
  readonly phone: E164
  readonly phoneAsImported: string
  readonly place: Place
  /** `null`: its country's plan knows no such line. */
  readonly phoneType?: PhoneType | null
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

export interface AddedContacts {
  /** Now in the campaign; those on the do-not-call list among them, as skipped. */
  readonly added: number
  readonly doNotCall: number
  /** Were in the campaign before. */
  readonly alreadyIn: number
}

/** Rows per statement: well under SQLite's limit of variables. */
const batch = 500

/**
 * Puts people into a campaign. A number that is known already is the same contact: its name and fields are updated,
 * an empty name or field leaves what was there. To be called within a transaction, so that all or nothing is added.
 */
export async function addContacts(
  db: Kysely<Tables>,
  campaign: CampaignId,
  contacts: readonly NewContact[],
  now: Instant,
): Promise<AddedContacts> {
  let added = 0
  let doNotCall = 0
  for (let at = 0; at < contacts.length; at += batch) {
    const part = contacts.slice(at, at + batch)
    const ids = await upsert(db, part, now)
    const blocked = await suppressed(db, campaign, part, now)
    const leads = part.flatMap(({ phone }) => {
      const known = ids.get(phone)
      return known === undefined ? [] : [{ ...known, reason: blocked.get(phone) ?? null }]
    })
    const inserted = await db
      .insertInto('leads')
      .values(
        leads.map(({ contact, place, reason }) => ({
          campaign_id: campaign,
          contact_id: contact,
          place_id: place,
          status: reason === null ? ('pending' as const) : ('skipped' as const),
          skip_reason: reason,
        })),
      )
      .onConflict(conflict => conflict.columns(['campaign_id', 'contact_id']).doNothing())
      .returning('skip_reason')
      .execute()
    added += inserted.length
    doNotCall += inserted.filter(lead => lead.skip_reason !== null).length
    // The store answers without leaving this turn of the event loop: a long list would keep calls and windows waiting.
    if (part.length === batch) await new Promise(resolve => setImmediate(resolve))
  }
  return { added, doNotCall, alreadyIn: contacts.length - added }
}

async function upsert(
  db: Kysely<Tables>,
  contacts: readonly NewContact[],
  now: Instant,
): Promise<ReadonlyMap<E164, { readonly contact: ContactId; readonly place: PlaceId }>> {
  const places = await placeIds(
    db,
    contacts.map(({ place }) => place),
  )
  const rows = await db
    .insertInto('contacts')
    .values(
      contacts.map(contact => ({
        phone: contact.phone,
        phone_as_imported: contact.phoneAsImported,
        country: contact.place.country,
        phone_type: contact.phoneType ?? null,
        place_id: must(places.get(placeKey(contact.place))),
        name: contact.name,
        name_key: nameKey(contact.name),
        fields: toJson(contact.fields),
        created_at: now,
        changed_at: now,
      })),
    )
    .onConflict(conflict =>
      conflict.column('phone').doUpdateSet(({ fn, ref, val }) => ({
        name: fn.coalesce(fn<string | null>('nullif', [ref('excluded.name'), val('')]), ref('contacts.name')),
        name_key: fn.coalesce(
          fn<string | null>('nullif', [ref('excluded.name_key'), val('')]),
          ref('contacts.name_key'),
        ),
        fields: fn('json_patch', [ref('contacts.fields'), ref('excluded.fields')]),
        changed_at: ref('excluded.changed_at'),
      })),
    )
    .returning(['id', 'phone', 'place_id'])
    .execute()
  return new Map(
    rows.flatMap(({ id, phone, place_id }) =>
      phone === null ? [] : [[phone, { contact: id, place: place_id }] as const],
    ),
  )
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a place was not saved')
  return value
}

async function suppressed(
  db: Kysely<Tables>,
  campaign: CampaignId,
  contacts: readonly NewContact[],
  now: Instant,
): Promise<ReadonlyMap<E164, 'dnc' | 'opted_out'>> {
  const rows = await db
    .selectFrom('suppressions')
    .select(['number', 'scope'])
    .where(
      'number',
      'in',
      contacts.map(contact => contact.phone),
    )
    .where(({ eb, or }) => or([eb('scope', '=', 'all'), eb('campaign_id', '=', campaign)]))
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('scope', 'desc')
    .execute()
  // `all` comes last and wins.
  return new Map(rows.map(({ number, scope }) => [number, scope === 'all' ? 'dnc' : 'opted_out']))
}
