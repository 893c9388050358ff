import type { CampaignId, ContactId, PlaceId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'

interface Cell {
  readonly place: PlaceId
  readonly status: 'pending' | 'retry'
  readonly priority: number
}

interface Turn {
  readonly lead: number
  readonly readyAt: number
}

/** Call first, high, normal, low; within each, retries before fresh contacts: as in `engine/turns`. */
const levels = [-1, 0, 1, 2].flatMap(priority =>
  (['retry', 'pending'] as const).map(status => ({ priority, status })),
)

/**
 * The first contacts of a campaign in the order of its turns, out of the index that the engine takes them from.
 * `null`: fewer than so many wait.
 */
export function turnIds(
  file: ReadOnlyFile,
  campaign: CampaignId,
  count: number,
): readonly ContactId[] | null {
  const cells = file.statements.rows<Cell>(
    `SELECT DISTINCT place_id AS place, status, priority FROM lead_queue WHERE campaign_id = ? AND leads > 0`,
    campaign,
  )
  const turns: Turn[] = []
  for (const level of levels) {
    if (turns.length >= count) break
    const missing = count - turns.length
    const there = cells.filter(
      ({ priority, status }) => priority === level.priority && status === level.status,
    )
    turns.push(
      ...there
        .flatMap(cell => firstOf(file, campaign, cell, missing))
        .sort((a, b) => a.readyAt - b.readyAt || a.lead - b.lead)
        .slice(0, missing),
    )
  }
  return turns.length < count ? null : contactsOf(file, turns)
}

const firstOf = (
  file: ReadOnlyFile,
  campaign: CampaignId,
  { status, place, priority }: Cell,
  count: number,
) =>
  file.statements.rows<Turn>(
    `SELECT id AS lead, ready_at AS readyAt FROM leads INDEXED BY leads_in_order
     WHERE campaign_id = ? AND status = ? AND place_id = ? AND priority = ? ORDER BY ready_at, id LIMIT ?`,
    campaign,
    status,
    place,
    priority,
    count,
  )

const contactsOf = (file: ReadOnlyFile, turns: readonly Turn[]): readonly ContactId[] =>
  file.statements
    .rows<{ id: ContactId }>(
      'SELECT contact_id AS id FROM json_each(?) AS turn CROSS JOIN leads ON leads.id = turn.value',
      JSON.stringify(turns.map(({ lead }) => lead)),
    )
    .map(({ id }) => id)
