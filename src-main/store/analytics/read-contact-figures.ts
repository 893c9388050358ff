import type { Steps } from '../../domain/analytics/steps.ts'
import { conversionRate } from '../../domain/figures.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import { type CallScope, callsOf, hourOfCall, isWhole } from './call-scope.ts'
import type { ScopeInZone } from './read-call-figures.ts'
import { stepsOf } from './steps-of.ts'

/** How many contacts came how far. */
export interface Funnel {
  readonly total: number
  readonly contacted: number
  /** A person answered at least once: conversed, or abandoned. */
  readonly person: number
  readonly conversed: number
  /** The goal at least in part. */
  readonly partly: number
  readonly achieved: number
  readonly conversionRate: number | null
}

export interface ContactFigures {
  readonly funnel: Funnel
  readonly trend: readonly {
    /** First day of the step, as in the figures of the calls. */
    readonly date: string
    /** Contacts with a conversation in it, and with the goal achieved in it. */
    readonly conversed: number
    readonly achieved: number
    readonly conversionRate: number | null
  }[]
}

type Statements = ReadOnlyFile['statements']

/** What came of the contacts: by the counts that are kept, or by their calls where not all are looked at. */
export function readContactFigures(
  { statements }: ReadOnlyFile,
  { scope, zone }: ScopeInZone,
): ContactFigures {
  const steps = stepsOf(statements, scope, zone)
  return {
    funnel: isWhole(scope) ? funnelOfAll(statements, scope) : funnelOf(statements, scope),
    trend: steps === null ? [] : trendOf(statements, scope, steps),
  }
}

function funnelOfAll(sql: Statements, { campaign }: CallScope): Funnel {
  const rows = sql.rows<{ contacted: number; conversed: number; achieved: number; leads: number }>(
    'SELECT contacted, conversed, achieved, leads FROM lead_counts WHERE campaign_id = ?',
    campaign,
  )
  const partly = sql.first<{ leads: number }>(
    `SELECT count(*) AS leads FROM leads WHERE campaign_id = ? AND goal = 'partially_achieved'`,
    campaign,
  )
  const abandoned = sql.first<{ leads: number }>(
    `SELECT count(DISTINCT lead_id) AS leads FROM calls INDEXED BY calls_abandoned
     JOIN leads ON leads.id = lead_id AND conversations = 0
     WHERE calls.campaign_id = ? AND result = 'abandoned'
       AND run >= (SELECT history_from FROM campaigns WHERE id = calls.campaign_id)`,
    campaign,
  )
  const leadsWith = (test: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(test).reduce((sum, row) => sum + row.leads, 0)
  const achieved = leadsWith(row => row.achieved === 1)
  const conversed = leadsWith(row => row.conversed === 1)
  return {
    total: leadsWith(() => true),
    contacted: leadsWith(row => row.contacted === 1),
    person: conversed + (abandoned?.leads ?? 0),
    conversed,
    partly: achieved + (partly?.leads ?? 0),
    achieved,
    conversionRate: conversionOf(rows),
  }
}

interface Reached {
  readonly conversed: number
  readonly achieved: number
  readonly leads: number
}

const conversionOf = (rows: readonly Reached[]) =>
  conversionRate(
    rows.map(({ conversed, achieved, leads }) => ({
      conversed: conversed === 1,
      achieved: achieved === 1,
      leads,
    })),
  )

function funnelOf(sql: Statements, scope: CallScope): Funnel {
  const { sql: from, values } = callsOf(scope)
  const rows = sql.rows<Reached & { partly: number; person: number }>(
    `SELECT person, conversed, partly, achieved, count(*) AS leads FROM (
       SELECT max(result IN ('answered', 'abandoned')) AS person, max(result = 'answered') AS conversed, max(goal IN ('achieved', 'partially_achieved')) IS 1 AS partly,
         max(goal IS 'achieved') AS achieved ${from} GROUP BY lead_id)
     GROUP BY person, conversed, partly, achieved`,
    ...values,
  )
  const leadsWith = (test: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(test).reduce((sum, row) => sum + row.leads, 0)
  return {
    total: contactsOf(sql, scope),
    contacted: leadsWith(() => true),
    person: leadsWith(row => row.person === 1),
    conversed: leadsWith(row => row.conversed === 1),
    partly: leadsWith(row => row.partly === 1),
    achieved: leadsWith(row => row.achieved === 1),
    conversionRate: conversionOf(rows),
  }
}

/** Contacts of the campaign, or those of the list among them. */
function contactsOf(sql: Statements, { campaign, list }: CallScope): number {
  const row =
    list === null
      ? sql.first<{ leads: number }>(
          'SELECT ifnull(sum(leads), 0) AS leads FROM lead_counts WHERE campaign_id = ?',
          campaign,
        )
      : sql.first<{ leads: number }>(
          `SELECT count(*) AS leads FROM list_contacts JOIN leads ON leads.campaign_id = ?
             AND leads.contact_id = list_contacts.contact_id WHERE list_id = ?`,
          campaign,
          list,
        )
  return row?.leads ?? 0
}

/** Contacts with a conversation or a goal in each step, once however often they were called in it. */
function trendOf(sql: Statements, scope: CallScope, steps: Steps): ContactFigures['trend'] {
  const { sql: from, values } = callsOf(scope)
  const rows = sql.rows<Reached & { step: number }>(
    `SELECT step, conversed, achieved, count(*) AS leads FROM (
       SELECT ${stepOfCall(steps)} AS step, max(result = 'answered') AS conversed, max(goal IS 'achieved') AS achieved
       ${from} AND (result = 'answered' OR goal = 'achieved') GROUP BY lead_id, step)
     GROUP BY step, conversed, achieved ORDER BY step`,
    ...values,
  )
  const byStep = Map.groupBy(rows, ({ step }) => step)
  return [...byStep].map(([step, reached]) => {
    const leadsWith = (test: (row: Reached) => boolean) =>
      reached.filter(test).reduce((sum, row) => sum + row.leads, 0)
    return {
      date: steps.dateOf(step),
      conversed: leadsWith(row => row.conversed === 1),
      achieved: leadsWith(row => row.achieved === 1),
      conversionRate: conversionOf(reached),
    }
  })
}

/** The number of the step in which a call left, as the database works it out; the same as `Steps.of` of its hour. */
function stepOfCall({ days, shiftMs, evenTimes }: Steps): string {
  const last = evenTimes.at(-1)?.offsetMs ?? 0
  const cases = evenTimes
    .slice(0, -1)
    .map(({ until, offsetMs }) => `WHEN ${hourOfCall} < ${until} THEN ${offsetMs}`)
  const offset = cases.length === 0 ? String(last) : `CASE ${cases.join(' ')} ELSE ${last} END`
  return `(${hourOfCall} + ${offset} + ${shiftMs}) / ${days * 86_400_000}`
}
