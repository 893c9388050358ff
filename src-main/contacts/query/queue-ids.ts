import type { CampaignId, ContactId, PlaceId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Queue } from './contact-order.ts'

interface Cell {
  readonly place: PlaceId
  readonly priority: number
}

interface Turn {
  readonly lead: number
  readonly readyAt: number
}

/** The first contacts of a queue, or the last ones, by the time from which they may be called: merged place by place. */
export function queueIds(
  file: ReadOnlyFile,
  campaign: CampaignId,
  { status, priority }: Queue,
  count: number,
  fromEnd: boolean,
): readonly ContactId[] {
  const cells = file.statements
    .rows<Cell>(
      `SELECT DISTINCT place_id AS place, priority FROM lead_queue
       WHERE campaign_id = ? AND status = ? AND leads > 0`,
      campaign,
      status,
    )
    .filter(cell => priority === null || cell.priority === priority)
  const direction = fromEnd ? -1 : 1
  const turns = cells
    .flatMap(({ place, priority: of }) =>
      file.statements.rows<Turn>(inCell[fromEnd ? 'last' : 'first'], campaign, status, place, of, count),
    )
    .sort((a, b) => direction * (a.readyAt - b.readyAt || a.lead - b.lead))
  return contactsOf(file, turns.slice(0, count))
}

const inCell = { first: cellSql(''), last: cellSql('DESC') }

function cellSql(direction: '' | 'DESC'): string {
  return `SELECT id AS lead, ready_at AS readyAt FROM leads INDEXED BY leads_in_order
    WHERE campaign_id = ? AND status = ? AND place_id = ? AND priority = ?
    ORDER BY ready_at ${direction}, id ${direction} LIMIT ?`
}

const contactsOf = (file: ReadOnlyFile, turns: readonly Turn[]): readonly ContactId[] =>
  file.column<ContactId>(
    'SELECT contact_id FROM json_each(?) AS turn CROSS JOIN leads ON leads.id = turn.value',
    [JSON.stringify(turns.map(({ lead }) => lead))],
  )
