import type { CallFilter } from '../../domain/call-filter.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { GoalOutcome } from '../../domain/flow.ts'
import type { CallId, CampaignId, ContactId, E164, Instant } from '../../domain/ids.ts'
import type { Micros } from '../../domain/money.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import { allOf, type Sql, sql } from '../query/sql.ts'
import { callCondition } from './call-condition.ts'
import { callSource } from './call-source.ts'
import { type People, peopleCondition } from './people.ts'

/** A filter, and whom its search finds; `many` is never wrong. */
export interface CallQuery {
  readonly filter: CallFilter
  readonly people: People
}

export interface CallPage extends CallQuery {
  readonly offset: number
  readonly limit: number
}

/** One row of the list. */
export interface ListedCall {
  readonly id: CallId
  readonly campaignId: CampaignId
  readonly campaignName: string
  readonly contactId: ContactId
  readonly contactName: string
  readonly number: E164
  readonly country: string | null
  readonly callerId: E164
  readonly attempt: number
  readonly startedAt: Instant
  readonly result: CallResult | null
  readonly goal: GoalOutcome | null
  readonly optedOut: 0 | 1
  readonly ringMs: number | null
  readonly talkMs: number | null
  readonly sipCode: number | null
  readonly costMicros: Micros
  readonly currency: string | null
  readonly recording: string | null
}

/** Among so many newest calls a page is looked for while somebody waits for it in the quick thread. */
const NEWEST = 20_000

/** Calls that fit, newest first. */
export const listCalls = (file: ReadOnlyFile, page: CallPage): readonly ListedCall[] =>
  rowsOf(file, idsOf(file, page, sql`1`))

/** The same, found among the newest calls alone; `null`: they do not fill the page. */
export function listNewestCalls(file: ReadOnlyFile, page: CallPage): readonly ListedCall[] | null {
  const ids = idsOf(file, page, sql`calls.id > (SELECT max(id) FROM calls) - ${NEWEST}`)
  return ids.length < page.limit ? null : rowsOf(file, ids)
}

/** Everything that a filter asks of calls, with the index to walk. */
export function callsThat(
  file: ReadOnlyFile,
  { filter, people }: CallQuery,
): { readonly from: Sql; readonly where: Sql } {
  const source = callSource(file, filter, people)
  return {
    from: { text: source === null ? 'calls NOT INDEXED' : `calls INDEXED BY ${source}`, values: [] },
    where: allOf([...peopleCondition(file, filter, people), callCondition(file, filter)]),
  }
}

function idsOf(file: ReadOnlyFile, { offset, limit, ...query }: CallPage, within: Sql): readonly CallId[] {
  const { from, where } = callsThat(file, query)
  const { text, values } = sql`SELECT calls.id FROM ${from} WHERE ${allOf([where, within])}
    ORDER BY calls.id DESC LIMIT ${limit} OFFSET ${offset}`
  return file.column<CallId>(text, values)
}

const rowsOf = ({ statements }: ReadOnlyFile, ids: readonly CallId[]): readonly ListedCall[] =>
  statements.rows<ListedCall>(
    `SELECT calls.id, calls.campaign_id AS campaignId, campaigns.name AS campaignName,
       calls.contact_id AS contactId, contacts.name AS contactName, calls.to_number AS number, contacts.country,
       calls.caller_id AS callerId, calls.attempt, calls.reserved_at AS startedAt, calls.result, calls.goal,
       calls.opted_out AS optedOut, calls.ring_ms AS ringMs, calls.talk_ms AS talkMs, calls.sip_code AS sipCode,
       calls.cost_micros AS costMicros, calls.currency, calls.recording
     FROM json_each(?) AS asked
     CROSS JOIN calls ON calls.id = asked.value
     CROSS JOIN contacts ON contacts.id = calls.contact_id
     CROSS JOIN campaigns ON campaigns.id = calls.campaign_id
     ORDER BY calls.id DESC`,
    JSON.stringify(ids),
  )
