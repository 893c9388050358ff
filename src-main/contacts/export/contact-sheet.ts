import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { leadStatuses } from '../../domain/lead.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { SqlValue } from '../../store/sqlite-file.ts'
import { isOnDoNotCall } from '../query/flag-condition.ts'
import { heldConsent } from '../query/held-consent.ts'
import { type Sql, sql } from '../query/sql.ts'
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
  readonly doNotCall: number
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
    const { text, values } = rowsSql(campaign, now, part)
    for (const raw of file.each(text, [...values])) {
      const row = read(raw, campaign !== null)
      yield columns.map(column => column.cell(row))
      rows += 1
    }
    onRows(rows)
  }
}

const rowsSql = (campaign: CampaignId | null, now: Instant, ids: readonly number[]): Sql => sql`
  SELECT contacts.name, contacts.phone, contacts.phone_as_imported,
    (SELECT group_concat(phone, ', ') FROM further_phones WHERE contact_id = contacts.id),
    contacts.country, contacts.phone_type, contacts.zone, places.zones, contacts.language, contacts.fields,
    (SELECT group_concat(tags.name, ', ') FROM contact_tags JOIN tags ON tags.id = tag_id
      WHERE contact_id = contacts.id),
    (SELECT group_concat(lists.name, ', ') FROM list_contacts JOIN lists ON lists.id = list_id
      WHERE contact_id = contacts.id),
    ${heldConsent(now)}, ${isOnDoNotCall(now)},
    contacts.texted, contacts.opened_link, contacts.calls, contacts.conversations, contacts.talk_ms,
    contacts.last_called_at, contacts.last_result, contacts.goal_achieved, contacts.created_at
    ${campaign === null ? none : leadValues}
  FROM json_each(${JSON.stringify(ids)}) AS picked
  JOIN contacts ON contacts.id = picked.value
  JOIN places ON places.id = contacts.place_id
  ${campaign === null ? none : sql`JOIN leads ON leads.contact_id = contacts.id AND leads.campaign_id = ${campaign}`}
  ORDER BY picked.key`

const none = sql``
const leadValues = sql`, leads.status, leads.skip_reason, leads.priority, leads.attempts, leads.conversations,
  leads.talk_ms, leads.last_result, leads.last_called_at, leads.ready_at, leads.goal`

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
    doNotCall: raw[13] as number,
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
  column('doNotCall', 'do_not_call', row => row.doNotCall === 1),
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
