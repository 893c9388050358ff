import type { AgentVersionId, CampaignId, Instant, ListId, NumberId } from '../../domain/ids.ts'
import type { SqlValue } from '../sqlite-file.ts'
import type { CallSumKind } from '../tables/calls.ts'

/** Which ended calls of a campaign are looked at; a call belongs to the UTC hour in which it left. */
export interface CallScope {
  readonly campaign: CampaignId
  /** Hours that begin from then on; `null`: from the first call on. */
  readonly from: Instant | null
  /** Hours that begin before then; `null`: to the last call. */
  readonly until: Instant | null
  /** Empty: all. */
  readonly numbers: readonly NumberId[]
  readonly versions: readonly AgentVersionId[]
  /** Calls to contacts that are in it now. */
  readonly list: ListId | null
}

export interface SqlPiece {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** All calls of the campaign. */
export const isWhole = ({ from, until, numbers, versions, list }: CallScope): boolean =>
  from === null && until === null && numbers.length === 0 && versions.length === 0 && list === null

/** Whether the sums that are kept tell all about these calls; else they are counted one by one. */
export const hasSums = ({ numbers, list }: CallScope): boolean => numbers.length === 0 && list === null

/** The sums of these calls by one of the kinds. For a `FROM`. */
export function sumsOf(scope: CallScope, kind: CallSumKind): SqlPiece {
  const { sql, values } = narrowed(scope, 'hour')
  return {
    sql: `call_sums WHERE campaign_id = ? AND kind = ?${sql}`,
    values: [scope.campaign, kind, ...values],
  }
}

/** From `FROM` on: the calls themselves, contact by contact, read from an index that holds all that is counted. */
export function callsOf(scope: CallScope): SqlPiece {
  const { campaign, list } = scope
  const { sql, values } = narrowed(scope, hourOfCall)
  const inList =
    list === null
      ? ''
      : ` AND lead_id IN (SELECT leads.id FROM list_contacts JOIN leads ON leads.campaign_id = ?
          AND leads.contact_id = list_contacts.contact_id WHERE list_id = ?)`
  return {
    sql: `FROM calls INDEXED BY calls_counted
      WHERE state = 'ended' AND sending_at IS NOT NULL AND campaign_id = ?${inList}${sql}`,
    values: [campaign, ...(list === null ? [] : [campaign, list]), ...values],
  }
}

export const hourOfCall = '(sending_at - sending_at % 3600000)'

function narrowed({ from, until, numbers, versions }: CallScope, hour: string): SqlPiece {
  const pieces: readonly SqlPiece[] = [
    ...(from === null ? [] : [{ sql: `${hour} >= ?`, values: [from] }]),
    ...(until === null ? [] : [{ sql: `${hour} < ?`, values: [until] }]),
    ...oneOf('number_id', numbers),
    ...oneOf('agent_version_id', versions),
  ]
  return {
    sql: pieces.map(piece => ` AND ${piece.sql}`).join(''),
    values: pieces.flatMap(piece => piece.values),
  }
}

const oneOf = (column: string, values: readonly number[]): readonly SqlPiece[] =>
  values.length === 0 ? [] : [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }]
