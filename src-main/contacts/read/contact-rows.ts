import type { CallResult } from '../../domain/call-result.ts'
import type { ConsentKind } from '../../domain/consent-record.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import type {
  CallId,
  CampaignId,
  ContactId,
  E164,
  Instant,
  LeadId,
  PlaceId,
  TagId,
} from '../../domain/ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { PhoneType } from '../../domain/phone-type.ts'
import { goalOutcomes, scoreOf } from '../../domain/results/goal.ts'
import { fromJson, type Json } from '../../store/json.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { bySource } from '../../store/results/correct.ts'
import { hasOptedOut, isOnDoNotCall } from '../query/flag-condition.ts'
import { heldConsent } from '../query/held-consent.ts'
import { type Sql, sql } from '../query/sql.ts'

/** One row of a table of contacts. */
export interface ListedContact {
  readonly id: ContactId
  readonly name: string
  readonly phone: E164 | null
  readonly country: string | null
  readonly phoneType: PhoneType | null
  readonly tags: readonly { readonly id: TagId; readonly name: string }[]
  readonly language: string | null
  readonly zones: readonly string[]
  /** Those that were asked for. */
  readonly fields: Readonly<Record<string, string>>
  readonly calls: number
  readonly conversations: number
  readonly talkMs: number
  readonly lastCalledAt: Instant | null
  readonly lastResult: CallResult | null
  readonly goalAchieved: boolean
  readonly texted: boolean
  readonly openedLink: boolean
  readonly optedOut: boolean
  readonly doNotCall: boolean
  /** The strongest that counts now. */
  readonly consent: ConsentKind | null
  readonly addedAt: Instant
  readonly lead: ListedLead | null
}

export interface ListedLead {
  readonly id: LeadId
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly priority: -1 | 0 | 1 | 2
  readonly attempts: number
  readonly conversations: number
  readonly talkMs: number
  readonly goal: GoalOutcome | null
  /** 0–100, of the conversation whose outcome counts. */
  readonly goalScore: number | null
  readonly lastResult: CallResult | null
  readonly lastCalledAt: Instant | null
  readonly place: PlaceId
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  readonly lastCall: CallId | null
}

export interface RowsQuery {
  /** In the order in which they come back; those that are gone are left out. */
  readonly ids: readonly ContactId[]
  /** Whose leads stand beside them. */
  readonly campaign: CampaignId | null
  /** Custom fields that are shown. */
  readonly fields: readonly string[]
  readonly now: Instant
}

type Read = Pick<ReadOnlyFile, 'statements'>
type Flags = 'goalAchieved' | 'texted' | 'openedLink' | 'optedOut' | 'doNotCall'
interface Row extends Omit<ListedContact, 'tags' | 'zones' | 'fields' | 'lead' | Flags> {
  readonly zones: Json<readonly string[]>
  readonly fields: Json<Readonly<Record<string, string>>>
  readonly goalAchieved: 0 | 1
  readonly texted: 0 | 1
  readonly openedLink: 0 | 1
  readonly optedOut: 0 | 1
  readonly doNotCall: 0 | 1
}

export function contactRows(file: Read, query: RowsQuery): readonly ListedContact[] {
  const rows = run<Row>(file, rowsSql(query))
  const tags = Map.groupBy(tagsOf(file, query.ids), ({ contact }) => contact)
  const leads = query.campaign === null ? null : leadsOf(file, query.ids, query.campaign)
  return rows.map(row => ({
    ...row,
    zones: fromJson(row.zones),
    fields: picked(fromJson(row.fields), query.fields),
    tags: (tags.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    goalAchieved: row.goalAchieved === 1,
    texted: row.texted === 1,
    openedLink: row.openedLink === 1,
    optedOut: row.optedOut === 1,
    doNotCall: row.doNotCall === 1,
    lead: leads?.get(row.id) ?? null,
  }))
}

const rowsSql = ({ ids, now }: RowsQuery): Sql => sql`
  SELECT contacts.id, contacts.name, contacts.phone, contacts.country, phone_type AS phoneType, language,
    places.zones, contacts.fields, calls, conversations, talk_ms AS talkMs, last_called_at AS lastCalledAt,
    last_result AS lastResult, goal_achieved AS goalAchieved, texted, opened_link AS openedLink,
    ${hasOptedOut(now)} AS optedOut, ${isOnDoNotCall(now)} AS doNotCall,
    ${heldConsent(now)} AS consent, contacts.created_at AS addedAt
  FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN contacts ON contacts.id = wanted.value
  JOIN places ON places.id = contacts.place_id`

const tagsOf = (file: Read, ids: readonly ContactId[]) =>
  run<{ contact: ContactId; id: TagId; name: string }>(
    file,
    sql`SELECT contact_id AS contact, tags.id, tags.name
      FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN contact_tags ON contact_id = wanted.value
      JOIN tags ON tags.id = tag_id ORDER BY tags.name COLLATE NOCASE`,
  )

function leadsOf(
  file: Read,
  ids: readonly ContactId[],
  campaign: CampaignId,
): ReadonlyMap<ContactId, ListedLead> {
  const rows = run<ListedLead & { contact: ContactId }>(
    file,
    sql`SELECT leads.id, contact_id AS contact, status, skip_reason AS skipReason, priority, attempts, conversations,
        talk_ms AS talkMs, goal, ${goalScore} AS goalScore, last_result AS lastResult, last_called_at AS lastCalledAt, place_id AS place,
        ready_at AS readyAt, hold,
        (SELECT max(calls.id) FROM calls WHERE calls.lead_id = leads.id) AS lastCall
      FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = wanted.value`,
  )
  return new Map(rows.map(({ contact, ...lead }) => [contact, lead]))
}

const piece = (text: string): Sql => ({ text, values: [] })
const scores = goalOutcomes.map(outcome => `WHEN '${outcome}' THEN ${scoreOf[outcome]}`).join(' ')

/** Of several conversations with the best outcome the highest; of one that was taken in without results its outcome's. */
const goalScore = piece(`CASE WHEN leads.goal IS NOT NULL THEN ifnull(
  (SELECT max((SELECT score FROM goal_results WHERE call_id = calls.id AND goal_id = goals.id
      ORDER BY ${bySource} LIMIT 1))
    FROM calls JOIN campaigns ON campaigns.id = calls.campaign_id
    JOIN goals ON goals.campaign_id = campaigns.id AND is_primary = 1
    WHERE calls.lead_id = leads.id AND calls.goal = leads.goal AND calls.run >= campaigns.history_from),
  CASE leads.goal ${scores} END) END`)

const picked = (
  fields: Readonly<Record<string, string>>,
  wanted: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    wanted.flatMap(key => {
      const value = Object.hasOwn(fields, key) ? fields[key] : undefined
      return value === undefined ? [] : [[key, value]]
    }),
  )

const run = <R>(file: Read, { text, values }: Sql): R[] => file.statements.rows<R>(text, ...values)
