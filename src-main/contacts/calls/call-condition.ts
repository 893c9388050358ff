import { type CallFilter, type CallGoal, hourIndex } from '../../domain/call-filter.ts'
import type { AgentId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { SqlValue } from '../../store/sqlite-file.ts'
import { allOf, among, anyOf, type Sql, sql } from '../query/sql.ts'

/**
 * A filter as SQL over `calls`: what holds for each of its rows. Columns stand behind a `+`, so that only the index that
 * `call-source` chooses is walked.
 */
export function callCondition(file: ReadOnlyFile, filter: CallFilter): Sql {
  const { campaigns, results, agents, numbers, trunks, goals, optedOut, recorded } = filter
  return allOf([
    ...(campaigns.length > 0 ? [oneOf(sql`calls.campaign_id`, campaigns)] : []),
    ...(results.length > 0 ? [oneOf(sql`+calls.result`, results)] : []),
    ...(numbers.length > 0 ? [oneOf(sql`+calls.number_id`, numbers)] : []),
    ...(trunks.length > 0 ? [oneOf(sql`+calls.trunk_id`, trunks)] : []),
    ...(agents.length > 0 ? [oneOf(sql`+calls.agent_version_id`, versionsOf(file, agents))] : []),
    ...(goals.length > 0 ? [goalsCondition(goals)] : []),
    ...(optedOut ? [sql`calls.opted_out = 1`] : []),
    ...(recorded ? [sql`calls.recording IS NOT NULL`] : []),
    ...periodCondition(filter),
    ...talkCondition(filter),
    ...(filter.hour === null ? [] : [hourCondition(filter.hour)]),
    ...(filter.said.trim() === '' ? [] : [saidCondition(filter.said.trim())]),
  ])
}

// An index in the order of ids is walked for one value only.
const oneOf = (column: Sql, values: readonly SqlValue[]): Sql =>
  values.length === 1 ? sql`${column} = ${values[0] ?? null}` : sql`${column} IN ${among(values)}`

const versionsOf = (file: ReadOnlyFile, agents: readonly AgentId[]): readonly number[] => {
  const { text, values } = sql`SELECT id FROM agent_versions WHERE agent_id IN ${among(agents)}`
  return file.column<number>(text, values)
}

function goalsCondition(goals: readonly CallGoal[]): Sql {
  const known = goals.filter(goal => goal !== 'unknown')
  return anyOf([
    ...(known.length > 0 ? [oneOf(sql`calls.goal`, known)] : []),
    ...(goals.includes('unknown') ? [sql`(+calls.goal IS NULL AND +calls.result = ${'answered'})`] : []),
  ])
}

const periodCondition = ({ from, to }: CallFilter): readonly Sql[] => [
  ...(from === null ? [] : [sql`calls.sending_at >= ${from}`]),
  ...(to === null ? [] : [sql`calls.sending_at < ${to}`]),
]

const talkCondition = ({ minTalkSeconds, maxTalkSeconds }: CallFilter): readonly Sql[] => [
  ...(minTalkSeconds === null ? [] : [sql`calls.talk_ms >= ${minTalkSeconds * 1000}`]),
  // Shown are whole seconds that have passed: 12.9 s are twelve.
  ...(maxTalkSeconds === null ? [] : [sql`calls.talk_ms < ${(maxTalkSeconds + 1) * 1000}`]),
]

function hourCondition(hour: NonNullable<CallFilter['hour']>): Sql {
  const zone =
    hour.zone === 'contact'
      ? sql`(SELECT json_extract(zones, '$[0]') FROM places WHERE places.id = calls.place_id)`
      : sql`${hour.zone}`
  return sql`hour_of_week(calls.sending_at, ${zone}) = ${hourIndex(hour)}`
}

/** The whole event is looked at first: most have none of it, and taking it apart takes longer. */
function saidCondition(words: string): Sql {
  const pattern = likePart(words)
  const written = likePart(JSON.stringify(words).slice(1, -1))
  return sql`(calls.answered_at IS NOT NULL AND EXISTS (SELECT 1 FROM call_events
    WHERE call_events.call_id = calls.id AND kind IN ('agent_said', 'answer') AND event LIKE ${written} ESCAPE '\\'
      AND ifnull(json_extract(event, '$.text'), json_extract(event, '$.label')) LIKE ${pattern} ESCAPE '\\'))`
}

const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
