import type { ConsentNeed, Purpose } from '../../domain/compliance/law.ts'
import type { ConsentKind } from '../../domain/consent-record.ts'
import type { ContactSelection } from '../../domain/contact-filter.ts'
import type { CampaignId, Instant, PlaceId } from '../../domain/ids.ts'
import { blockedPlacesSql } from '../../store/do-not-call-sql.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { isNeverDialled } from '../query/flag-condition.ts'
import { heldConsent } from '../query/held-consent.ts'
import { selectionSql } from '../query/selected-ids.ts'
import { among, joined, type Sql, sql } from '../query/sql.ts'

export interface CallableQuery {
  readonly selection: ContactSelection
  /** What holds beyond the rules of the workspace; `null`: nothing else is asked. */
  readonly campaign: AskingCampaign | null
  /** Whether to tell those who can be called by their consent too. */
  readonly byConsent?: boolean
  readonly now: Instant
}

export interface AskingCampaign {
  readonly id: CampaignId
  readonly purpose: Purpose
  /** Where law or campaign ask for consent, by `engine/consent-need`; places that are not named need none. */
  readonly needs: readonly (readonly [PlaceId, Exclude<ConsentNeed, 'none'>])[]
}

export interface CallableCount {
  readonly contacts: number
  /** Not in the campaign yet. */
  readonly fresh: number
  readonly callable: number
  /** Why the others are not, most contacts first; each of them stands in one. */
  readonly reasons: readonly { readonly reason: string; readonly contacts: number }[]
  /** Of those who can be called: the strongest consent that counts now, whatever it is for; empty where not asked. */
  readonly consents: readonly { readonly consent: ConsentKind | null; readonly contacts: number }[]
}

const words = {
  in_campaign: 'Already in the campaign',
  no_number: 'Without a number',
  never_dialled: 'A kind of number that is never called',
  do_not_call: 'On the do-not-call list',
  prefix: 'The number begins with a blocked prefix',
  country: 'In a blocked country',
  opted_out: 'Refused this matter',
  no_express: 'No express consent on file',
  no_express_written: 'No express written consent on file',
} as const
type Reason = keyof typeof words

interface Row {
  readonly reason: Reason | null
  readonly consent: ConsentKind | null
  readonly number: number
}

/** How many of a selection a campaign could call at all, whatever the hour, and why not the others. */
export function countCallable(file: ReadOnlyFile, query: CallableQuery): CallableCount {
  const held = query.byConsent ? heldConsent(query.now) : sql`NULL`
  const { text, values } = sql`WITH asked AS MATERIALIZED (
      SELECT contacts.id, CASE ${joined(reasonsOf(query), ' ')} END AS reason
      FROM (${selectionSql(file, query.selection, query.now)}) AS chosen CROSS JOIN contacts ON contacts.id = chosen.id)
    SELECT reason, CASE WHEN reason IS NULL THEN ${held} END AS consent, count(*) AS number
    FROM asked AS contacts GROUP BY 1, 2 ORDER BY number DESC`
  const rows = file.statements.rows<Row>(text, ...values)
  const numberOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + row.number, 0)
  const contacts = numberOf(rows)
  const callable = rows.filter(({ reason }) => reason === null)
  return {
    contacts,
    fresh: contacts - numberOf(rows.filter(({ reason }) => reason === 'in_campaign')),
    callable: numberOf(callable),
    reasons: rows.flatMap(({ reason, number }) =>
      reason === null ? [] : [{ reason: words[reason], contacts: number }],
    ),
    consents: query.byConsent ? callable.map(({ consent, number }) => ({ consent, contacts: number })) : [],
  }
}

function reasonsOf({ campaign, now }: CallableQuery): readonly Sql[] {
  const when = (applies: Sql, reason: Reason) => sql`WHEN ${applies} THEN ${reason}`
  const own =
    campaign === null
      ? []
      : [
          when(
            sql`EXISTS (SELECT 1 FROM leads WHERE campaign_id = ${campaign.id} AND contact_id = contacts.id)`,
            'in_campaign',
          ),
        ]
  return [
    ...own,
    when(sql`contacts.phone IS NULL`, 'no_number'),
    when(isNeverDialled, 'never_dialled'),
    when(isSuppressed(sql`scope = 'all'`, now), 'do_not_call'),
    when(sql`EXISTS (SELECT 1 FROM blocked_prefixes WHERE contacts.phone LIKE prefix || '%')`, 'prefix'),
    when(sql`contacts.place_id IN (${{ text: blockedPlacesSql, values: [] }})`, 'country'),
    ...(campaign === null
      ? []
      : [
          when(isSuppressed(sql`campaign_id = ${campaign.id}`, now), 'opted_out'),
          when(lacksConsent(campaign, 'express', now), 'no_express'),
          when(lacksConsent(campaign, 'express_written', now), 'no_express_written'),
        ]),
  ]
}

const isSuppressed = (which: Sql, now: Instant): Sql => sql`EXISTS (SELECT 1 FROM suppressions
  WHERE number = contacts.phone AND ${which} AND (expires_at IS NULL OR expires_at > ${now}))`

/** The rule of `domain/compliance/consent`, which this is tested against. */
function lacksConsent(
  { purpose, needs }: AskingCampaign,
  need: Exclude<ConsentNeed, 'none'>,
  now: Instant,
): Sql {
  const places = needs.flatMap(([place, needed]) => (needed === need ? [place] : []))
  const kinds = need === 'express' ? ['express', 'express_written'] : ['express_written']
  return sql`contacts.place_id IN ${among(places)} AND NOT EXISTS (SELECT 1 FROM consents
    WHERE contact_id = contacts.id AND kind IN ${among(kinds)} AND (purpose IS NULL OR purpose = ${purpose})
      AND given_at <= ${now} AND (expires_at IS NULL OR expires_at > ${now})
      AND NOT EXISTS (SELECT 1 FROM consents ended WHERE ended.contact_id = contacts.id
        AND (ended.purpose IS NULL OR ended.purpose = ${purpose})
        AND ended.withdrawn_at <= ${now} AND ended.withdrawn_at >= consents.given_at))`
}
