import type { CallFilter } from '../../domain/call-filter.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { SqlValue } from '../../store/sqlite-file.ts'
import { callCondition } from '../calls/call-condition.ts'
import { peopleCondition } from '../calls/people.ts'
import { allOf, sql } from '../query/sql.ts'
import { type Cell, chosen, type Sheet, type SheetColumn } from './sheet.ts'
import { type Stamp, secondsOf } from './stamp.ts'

export interface CallSheetOrder {
  /** `null`: of all campaigns. */
  readonly campaign: CampaignId | null
  /** `undefined`: all of them. */
  readonly filter: CallFilter | undefined
  readonly columns: readonly string[] | null
  readonly stamp: Stamp
  readonly onRows: (rows: number) => void
}

type Row = readonly SqlValue[]

const MICROS = 1_000_000
const ROWS_PER_REPORT = 1000

const seconds = (value: SqlValue | undefined): Cell => (typeof value === 'number' ? secondsOf(value) : null)

/** One expression of the query per column, and what becomes of it. */
const columnsOf = (
  stamp: Stamp,
): readonly (readonly [key: string, heading: string, sql: string, cell?: (value: SqlValue) => Cell])[] => [
  ['id', 'call', 'calls.id'],
  ['campaign', 'campaign', 'campaigns.name'],
  ['name', 'contact_name', 'contacts.name'],
  ['number', 'phone_number', 'calls.to_number'],
  ['callerId', 'caller_id', 'calls.caller_id'],
  ['trunk', 'trunk', 'trunks.name'],
  ['agent', 'agent', 'agents.name'],
  ['agentVersion', 'agent_version', 'agent_versions.version'],
  ['run', 'run', 'calls.run'],
  ['attempt', 'attempt', 'calls.attempt'],
  ['startedAt', 'started', 'coalesce(calls.sending_at, calls.reserved_at)', at => stamp(at as number)],
  ['answeredAt', 'answered', 'calls.answered_at', at => stamp(at as number | null)],
  ['endedAt', 'ended', 'calls.ended_at', at => stamp(at as number | null)],
  ['result', 'result', 'calls.result'],
  [
    'countsAsAttempt',
    'counts_as_attempt',
    'calls.counts_as_attempt',
    flag => (flag === null ? null : flag === 1),
  ],
  ['ringMs', 'ring_seconds', 'calls.ring_ms', seconds],
  ['talkMs', 'talk_seconds', 'calls.talk_ms', seconds],
  ['hungUpBy', 'hung_up_by', 'calls.hung_up_by'],
  ['goal', 'goal', 'calls.goal'],
  ['optedOut', 'opted_out', 'calls.opted_out', flag => flag === 1],
  ['sipCode', 'sip_code', 'calls.sip_code'],
  ['sipReason', 'sip_reason', 'calls.sip_reason'],
  ['q850', 'q850_cause', 'calls.q850'],
  ['cost', 'cost', 'calls.cost_micros', micros => (micros as number) / MICROS],
  ['currency', 'currency', 'calls.currency'],
  ['sipCallId', 'sip_call_id', 'calls.sip_call_id'],
]

/** Calls in the order they were made. */
export function callSheet(
  file: ReadOnlyFile,
  { campaign, filter, columns, stamp, onRows }: CallSheetOrder,
): Sheet {
  const all = columnsOf(stamp)
  const described: readonly SheetColumn<Row>[] = all.map(([key, heading, , cell], at) => ({
    key,
    heading,
    cell: row => (cell === undefined ? row[at] : cell(row[at] ?? null)) as Cell,
  }))
  const wanted = chosen(described, columns)
  const select = `SELECT ${all.map(([, , expression]) => expression).join(', ')}
    FROM calls
    JOIN contacts ON contacts.id = calls.contact_id
    JOIN campaigns ON campaigns.id = calls.campaign_id
    JOIN trunks ON trunks.id = calls.trunk_id
    JOIN agent_versions ON agent_versions.id = calls.agent_version_id
    JOIN agents ON agents.id = agent_versions.agent_id
    WHERE`
  const { text, values } = sql`${{ text: select, values: [] }} ${allOf([
    ...(campaign === null ? [] : [sql`calls.campaign_id = ${campaign}`]),
    ...(filter === undefined ? [] : conditionsOf(file, filter)),
  ])} ORDER BY calls.id`
  return {
    columns: wanted,
    rows: rowsOf(file.each(text, values), wanted, onRows),
  }
}

const conditionsOf = (file: ReadOnlyFile, filter: CallFilter) => [
  ...peopleCondition(file, filter, { are: 'many' }),
  callCondition(file, filter),
]

function* rowsOf(
  found: Iterable<Row>,
  columns: readonly SheetColumn<Row>[],
  onRows: (rows: number) => void,
): Generator<readonly Cell[]> {
  let rows = 0
  for (const row of found) {
    yield columns.map(column => column.cell(row))
    if (++rows % ROWS_PER_REPORT === 0) onRows(rows)
  }
  onRows(rows)
}
