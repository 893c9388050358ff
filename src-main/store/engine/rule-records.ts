import type { PastAttempt } from '../../domain/attempt-caps.ts'
import type { CallResult } from '../../domain/call-result.ts'
import type { ConsentRecord } from '../../domain/compliance/consent.ts'
import { hourOf } from '../../domain/figures.ts'
import type { CampaignId, ContactId, E164, Instant } from '../../domain/ids.ts'
import type { Decision, DoNotCall } from '../../engine/ports/decision.ts'
import type { Statements } from '../sqlite-file.ts'

/** Scope `all` wins over `campaign`; entries that have expired hold nobody. */
export const suppression = (
  sql: Statements,
  number: E164,
  campaign: CampaignId,
  now: Instant,
): 'all' | 'campaign' | null =>
  sql.first<{ scope: 'all' | 'campaign' }>(
    `SELECT scope FROM suppressions
     WHERE number = ? AND (scope = 'all' OR campaign_id = ?) AND (expires_at IS NULL OR expires_at > ?)
     ORDER BY scope LIMIT 1`,
    number,
    campaign,
    now,
  )?.scope ?? null

export function suppress(sql: Statements, { scope, ...entry }: DoNotCall, at: Instant): void {
  sql.run(
    `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (number, scope, ifnull(campaign_id, 0)) DO UPDATE SET expires_at = NULL`,
    entry.number,
    scope,
    scope === 'campaign' ? entry.campaign : null,
    entry.reason,
    entry.source,
    at,
  )
}

export const blocked = (sql: Statements, number: E164, country: string | null): string | null =>
  sql.first<{ reason: string }>(
    `SELECT reason FROM blocked_prefixes WHERE substr(?, 1, length(prefix)) = prefix
     UNION ALL SELECT reason FROM blocked_countries WHERE country = ? LIMIT 1`,
    number,
    country,
  )?.reason ?? null

export const consents = (sql: Statements, contact: ContactId): readonly ConsentRecord[] =>
  sql.rows<ConsentRecord>(
    `SELECT kind, purpose, given_at AS givenAt, expires_at AS expiresAt, withdrawn_at AS withdrawnAt
     FROM consents WHERE contact_id = ?`,
    contact,
  )

interface AttemptRow extends Omit<PastAttempt, 'refused'> {
  readonly refused: 0 | 1
}

const attempts = `SELECT id, sending_at AS at, to_number AS number, contact_id AS contact, result,
  opted_out = 1 OR sip_code IN (607, 608) AS refused FROM calls`

/** By number and by contact, each from its own index; a call that is both is told once. */
export const pastAttempts = (
  sql: Statements,
  number: E164,
  contact: ContactId,
  since: Instant,
): readonly PastAttempt[] =>
  sql
    .rows<AttemptRow>(
      `${attempts} INDEXED BY calls_to_number WHERE to_number = ? AND sending_at >= ? AND counts_as_attempt IS NOT 0
       UNION
       ${attempts} INDEXED BY calls_of_contact WHERE contact_id = ? AND sending_at >= ? AND counts_as_attempt IS NOT 0
       ORDER BY at DESC`,
      number,
      since,
      contact,
      since,
    )
    .map(row => ({ ...row, refused: row.refused === 1 }))

/** Those sent within the sliding hour, and those that are about to be. */
export const startsSince = (sql: Statements, campaign: CampaignId, since: Instant): readonly Instant[] =>
  sql
    .rows<{ at: Instant }>(
      `SELECT sending_at AS at FROM calls INDEXED BY calls_by_start WHERE sending_at > ? AND campaign_id = ?
       UNION ALL
       SELECT reserved_at FROM calls INDEXED BY calls_live WHERE state <> 'ended' AND sending_at IS NULL
         AND campaign_id = ?
       ORDER BY at`,
      since,
      campaign,
      campaign,
    )
    .map(({ at }) => at)

export function resultsSince(
  sql: Statements,
  campaign: CampaignId,
  since: Instant,
): Readonly<Partial<Record<CallResult, number>>> {
  const rows = sql.rows<{ result: CallResult; calls: number }>(
    'SELECT result, sum(calls) AS calls FROM campaign_hours WHERE campaign_id = ? AND hour >= ? GROUP BY result',
    campaign,
    hourOf(since),
  )
  return Object.fromEntries(rows.map(({ result, calls }) => [result, calls]))
}

export function addDecision(sql: Statements, decision: Decision): void {
  sql.run(
    `INSERT INTO decisions (at, campaign_id, contact_id, call_id, number, moment, outcome, why, local_time, rule_set_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    decision.at,
    decision.campaign,
    decision.contact,
    decision.call,
    decision.number,
    decision.moment,
    decision.outcome,
    decision.why,
    decision.localTime,
    ruleSet(sql, decision.rules),
  )
}

const ruleSet = (sql: Statements, rules: string): number =>
  sql.first<{ id: number }>('SELECT id FROM rule_sets WHERE rules = ?', rules)?.id ??
  sql.run('INSERT INTO rule_sets (rules) VALUES (?)', rules).id
