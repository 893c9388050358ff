import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { leadStatuses } from '../../domain/lead.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { SqlValue } from '../../store/sqlite-file.ts'
import { type Cell, chosen, type Sheet, type SheetColumn } from './sheet.ts'
import { type Stamp, secondsOf } from './stamp.ts'

export interface ContactSheetOrder {
  /** In the order of the rows. */
  readonly ids: Iterable<readonly number[]>
  /** Their places in this campaign stand beside them. */
  readonly campaign: CampaignId | null
  /** Keys of columns; `null`: all, every custom field among them. */
  readonly columns: readonly string[] | null
  readonly now: Instant
  readonly stamp: Stamp
  /** Called after each part, with the rows so far. */
  readonly onRows: (rows: number) => void
}

interface Row {
  readonly name: string
  readonly phone: string | null
  readonly imported: string
  readonly further: string | null
  readonly country: string | null
  readonly type: string | null
  readonly zone: string | null
  readonly zones: string
  readonly language: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly tags: string | null
  readonly lists: string | null
  readonly consent: string | null
  readonly suppressed: string | null
  readonly texted: number
  readonly opened: number
  readonly calls: number
  readonly conversations: number
  readonly talkMs: number
  readonly lastCalledAt: number | null
  readonly lastResult: string | null
  readonly goalAchieved: number
  readonly addedAt: number
  readonly lead: readonly SqlValue[] | null
}

/** Contacts with all that is known of them, part by part. */
export function contactSheet(file: ReadOnlyFile, order: ContactSheetOrder): Sheet {
  const all = [...contactColumns(order.stamp), ...(order.campaign === null ? [] : leadColumns(order.stamp))]
  const wanted = order.columns
  const custom =
    wanted === null ? customFields(file) : wanted.filter(isField).map(key => key.slice(FIELD.length))
  const columns = chosen([...all, ...custom.map(fieldColumn)], wanted)
  return { columns, rows: rowsOf(file, order, columns) }
}

function* rowsOf(
  file: ReadOnlyFile,
  { ids, campaign, now, onRows }: ContactSheetOrder,
  columns: readonly SheetColumn<Row>[],
): Generator<readonly Cell[]> {
  let rows = 0
  for (const part of ids) {
    for (const raw of file.each(sqlFor(campaign), [now, now, JSON.stringify(part)])) {
      const row = read(raw, campaign !== null)
      yield columns.map(column => column.cell(row))
      rows += 1
    }
    onRows(rows)
  }
}

const sqlFor = (campaign: CampaignId | null): string => `
  SELECT c.name, c.phone, c.phone_as_imported,
    (SELECT group_concat(phone, ', ') FROM further_phones WHERE contact_id = c.id),
    c.country, c.phone_type, c.zone, p.zones, c.language, c.fields,
    (SELECT group_concat(t.name, ', ') FROM contact_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.contact_id = c.id),
    (SELECT group_concat(l.name, ', ') FROM list_contacts lc JOIN lists l ON l.id = lc.list_id WHERE lc.contact_id = c.id),
    (SELECT group_concat(DISTINCT kind) FROM consents
      WHERE contact_id = c.id AND withdrawn_at IS NULL AND (expires_at IS NULL OR expires_at > ?)),
    (SELECT max(scope || ' ' || reason) FROM suppressions
      WHERE number = c.phone AND scope = 'all' AND (expires_at IS NULL OR expires_at > ?)),
    c.texted, c.opened_link, c.calls, c.conversations, c.talk_ms, c.last_called_at, c.last_result, c.goal_achieved,
    c.created_at
    ${campaign === null ? '' : ', d.status, d.skip_reason, d.priority, d.attempts, d.conversations, d.talk_ms, d.last_result, d.last_called_at, d.ready_at, d.goal'}
  FROM json_each(?) AS picked
  JOIN contacts c ON c.id = picked.value
  JOIN places p ON p.id = c.place_id
  ${campaign === null ? '' : `JOIN leads d ON d.contact_id = c.id AND d.campaign_id = ${Number(campaign)}`}
  ORDER BY picked.key`

function read(raw: readonly SqlValue[], withLead: boolean): Row {
  return {
    name: raw[0] as string,
    phone: raw[1] as string | null,
    imported: raw[2] as string,
    further: raw[3] as string | null,
    country: raw[4] as string | null,
    type: raw[5] as string | null,
    zone: raw[6] as string | null,
    zones: raw[7] as string,
    language: raw[8] as string | null,
    fields: JSON.parse(raw[9] as string),
    tags: raw[10] as string | null,
    lists: raw[11] as string | null,
    consent: raw[12] as string | null,
    suppressed: raw[13] as string | null,
    texted: raw[14] as number,
    opened: raw[15] as number,
    calls: raw[16] as number,
    conversations: raw[17] as number,
    talkMs: raw[18] as number,
    lastCalledAt: raw[19] as number | null,
    lastResult: raw[20] as string | null,
    goalAchieved: raw[21] as number,
    addedAt: raw[22] as number,
    lead: withLead ? raw.slice(23) : null,
  }
}

const column = (key: string, heading: string, cell: (row: Row) => Cell): SheetColumn<Row> => ({
  key,
  heading,
  cell,
})

const contactColumns = (stamp: Stamp): readonly SheetColumn<Row>[] => [
  column('name', 'contact_name', row => row.name),
  column('phone', 'phone_number', row => row.phone),
  column('phoneAsImported', 'phone_as_imported', row => row.imported),
  column('furtherPhones', 'further_phones', row => row.further),
  column('country', 'country', row => row.country),
  column('phoneType', 'phone_type', row => row.type),
  column('zones', 'time_zone', row => row.zone ?? (JSON.parse(row.zones) as string[]).join(', ')),
  column('language', 'language', row => row.language),
  column('tags', 'tags', row => row.tags),
  column('lists', 'lists', row => row.lists),
  column('consent', 'consent', row => row.consent),
  column('doNotCall', 'do_not_call', row => row.suppressed !== null),
  column('texted', 'was_texted', row => row.texted === 1),
  column('openedLink', 'opened_link', row => row.opened === 1),
  column('calls', 'calls', row => row.calls),
  column('conversations', 'conversations', row => row.conversations),
  column('talkMs', 'talk_seconds', row => secondsOf(row.talkMs)),
  column('lastCalled', 'last_called', row => stamp(row.lastCalledAt)),
  column('lastResult', 'last_result', row => row.lastResult),
  column('goalAchieved', 'goal_achieved', row => row.goalAchieved === 1),
  column('added', 'added', row => stamp(row.addedAt)),
]

const priorities = ['call_first', 'high', 'normal', 'low'] as const

const leadColumns = (stamp: Stamp): readonly SheetColumn<Row>[] => {
  const of =
    <T extends SqlValue>(at: number) =>
    (row: Row) =>
      (row.lead?.[at] ?? null) as T | null
  const status = of<(typeof leadStatuses)[number]>(0)
  return [
    column('status', 'status', status),
    column('skipReason', 'skip_reason', of<string>(1)),
    column('priority', 'priority', row => priorities[(of<number>(2)(row) ?? 1) + 1] ?? null),
    column('attempts', 'attempts', of<number>(3)),
    column('campaignConversations', 'campaign_conversations', of<number>(4)),
    column('campaignTalkMs', 'campaign_talk_seconds', row => secondsOf(of<number>(5)(row) ?? 0)),
    column('campaignResult', 'campaign_result', of<string>(6)),
    column('campaignLastCalled', 'campaign_last_called', row => stamp(of<number>(7)(row))),
    column('nextAttempt', 'next_attempt', row =>
      status(row) === 'retry' ? stamp(of<number>(8)(row)) : null,
    ),
    column('goal', 'goal', of<string>(9)),
  ]
}

const FIELD = 'field:'
const isField = (key: string) => key.startsWith(FIELD)
const fieldColumn = (name: string) => column(`${FIELD}${name}`, name, row => row.fields[name] ?? null)

const customFields = (file: ReadOnlyFile): readonly string[] =>
  file.statements
    .rows<{ key: string }>('SELECT DISTINCT f.key FROM contacts c, json_each(c.fields) f ORDER BY f.key')
    .map(({ key }) => key)
