import type { ContactId, LeadId } from '../../domain/ids.ts'
import type { LeadStatus, SkipReason } from '../../domain/lead.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { progressOf } from './further-lead.ts'

interface Pair {
  readonly into: LeadId
  readonly intoStatus: LeadStatus
  readonly intoReason: SkipReason | null
  readonly from: LeadId
  readonly fromStatus: LeadStatus
  readonly fromReason: SkipReason | null
}

/** Where both stand in one campaign the one further along stays, with the calls of both. */
export function mergeLeads(sql: Statements, into: ContactId, from: ContactId): void {
  const pairs = sql.rows<Pair>(
    `SELECT a.id AS "into", a.status AS intoStatus, a.skip_reason AS intoReason,
       b.id AS "from", b.status AS fromStatus, b.skip_reason AS fromReason
     FROM leads AS a JOIN leads AS b ON b.campaign_id = a.campaign_id AND b.contact_id = ?
     WHERE a.contact_id = ?`,
    from,
    into,
  )
  for (const pair of pairs) {
    const isFromFurther =
      progressOf(pair.fromStatus, pair.fromReason) > progressOf(pair.intoStatus, pair.intoReason)
    const [stays, goes] = isFromFurther ? [pair.from, pair.into] : [pair.into, pair.from]
    sql.run('UPDATE calls SET lead_id = ? WHERE lead_id = ?', stays, goes)
    sql.run(bothTogether, goes, stays)
    sql.run('DELETE FROM leads WHERE id = ?', goes)
  }
  sql.run('UPDATE leads SET contact_id = ? WHERE contact_id = ?', into, from)
}

/** Best, longest, latest and most of both; tries of this run as those of whoever was tried oftener. */
const bothTogether = `UPDATE leads SET
    priority = min(leads.priority, goes.priority),
    attempts = max(leads.attempts, goes.attempts),
    contacted = max(leads.contacted, goes.contacted),
    conversations = leads.conversations + goes.conversations,
    talk_ms = leads.talk_ms + goes.talk_ms,
    transferred_ms = nullif(max(ifnull(leads.transferred_ms, -1), ifnull(goes.transferred_ms, -1)), -1),
    last_result = CASE WHEN ifnull(goes.last_called_at, 0) > ifnull(leads.last_called_at, 0)
      THEN goes.last_result ELSE leads.last_result END,
    last_called_at = nullif(max(ifnull(leads.last_called_at, 0), ifnull(goes.last_called_at, 0)), 0),
    goal = CASE WHEN 'achieved' IN (leads.goal, goes.goal) THEN 'achieved'
      WHEN 'partially_achieved' IN (leads.goal, goes.goal) THEN 'partially_achieved'
      ELSE ifnull(leads.goal, goes.goal) END
  FROM (SELECT * FROM leads WHERE id = ?) AS goes WHERE leads.id = ?`
