import type { E164, Instant } from '../../../domain/ids.ts'
import type { ImportPlan } from '../../../domain/import-plan.ts'
import type { PhoneType } from '../../../domain/phone-type.ts'
import { blocked } from '../../../store/engine/rule-records.ts'
import type { ReadOnlyFile } from '../../../store/read-only-file.ts'
import type { Statements } from '../../../store/sqlite-file.ts'
import { openFile } from '../read/open-file.ts'
import { numberSet } from '../row/number-set.ts'
import { rowReader } from '../row/row-reader.ts'
import { isHeld } from '../store/held-number.ts'
import { type AgentNeeds, countNeeds, type Need, neededBy } from './agent-needs.ts'
import { type Mark, markedRows } from './marked-rows.ts'

export interface CheckOrder {
  readonly path: string
  readonly plan: ImportPlan
  readonly now: Instant
}

export interface FileCheck {
  readonly checked: number
  /** The whole file was looked at. */
  readonly whole: boolean
  readonly readable: number
  readonly byType: readonly { readonly type: PhoneType; readonly rows: number }[]
  readonly rejected: readonly { readonly reason: string; readonly rows: number }[]
  readonly known: number
  readonly doNotCall: number
  readonly duplicates: number
  /** `null`: no column says anything about consent. */
  readonly withoutConsent: number | null
  readonly notUnderstood: readonly {
    readonly column: number
    readonly rows: number
    readonly example: string
  }[]
  /** `null`: no campaign, or one without an agent. */
  readonly agent: (Pick<AgentNeeds, 'id' | 'name' | 'version'> & { readonly needs: readonly Need[] }) | null
  readonly marked: readonly {
    readonly line: number
    readonly cells: readonly string[]
    readonly marks: readonly Mark[]
  }[]
}

const LONGEST_MS = 2_500

/** What the plan would do with the file, as far as a few seconds reach; nothing is stored. */
export async function checkFile(file: ReadOnlyFile, { path, plan, now }: CheckOrder): Promise<FileCheck> {
  // The reads of a file only look; the type of what also writes has more.
  const sql = file.statements as Statements
  const open = await openFile(path, plan.reading)
  const read = rowReader(plan, open.headings, now)
  const met = numberSet()
  const types = new Map<PhoneType, number>()
  const reasons = new Map<string, number>()
  const doubts = new Map<number, { rows: number; example: string }>()
  const marked = markedRows(open.headings.length)
  const agent = plan.target.into === 'campaign' ? neededBy(file, plan.target.campaign) : null
  const missing = countNeeds(agent)
  const count = { checked: 0, readable: 0, known: 0, doNotCall: 0, duplicates: 0, withoutConsent: 0 }
  const until = performance.now() + LONGEST_MS
  let whole = true
  for await (const { rows } of open.rows()) {
    if (performance.now() > until) {
      whole = false
      break
    }
    for (const fileRow of rows) {
      count.checked += 1
      marked.next()
      const found = read(fileRow)
      if ('rejected' in found) {
        add(reasons, found.rejected.kind)
        marked.reject(fileRow, found.rejected)
        continue
      }
      const { row } = found
      for (const { column, text } of found.doubts) {
        const known = doubts.get(column)
        const cell = fileRow.cells[column] ?? ''
        doubts.set(column, { rows: (known?.rows ?? 0) + 1, example: known?.example ?? cell })
        marked.doubt(fileRow, column, text)
      }
      if (row.phone !== null) {
        count.readable += 1
        if (row.type !== null) add(types, row.type)
        if (!met.add(row.phone)) {
          count.duplicates += 1
          continue
        }
        if (isHeld(sql, row.phone)) count.known += 1
        if (isBarred(sql, row.phone, row.country, now)) count.doNotCall += 1
      }
      if (row.consents.length === 0) count.withoutConsent += 1
      missing.count(row)
    }
  }
  return {
    ...count,
    whole,
    byType: [...types].map(([type, rows]) => ({ type, rows })).sort(byRows),
    rejected: [...reasons].map(([reason, rows]) => ({ reason, rows })).sort(byRows),
    withoutConsent: plan.columns.some(({ as }) => as === 'consent') ? count.withoutConsent : null,
    notUnderstood: [...doubts].map(([column, found]) => ({ column, ...found })),
    agent:
      agent === null
        ? null
        : { id: agent.id, name: agent.name, version: agent.version, needs: missing.all() },
    marked: marked.all(),
  }
}

const byRows = (a: { readonly rows: number }, b: { readonly rows: number }) => b.rows - a.rows
const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1)

const isBarred = (sql: Statements, phone: E164, country: string | null, now: Instant): boolean =>
  sql.first(
    `SELECT 1 FROM suppressions WHERE number = ? AND scope = 'all' AND (expires_at IS NULL OR expires_at > ?)`,
    phone,
    now,
  ) !== undefined || blocked(sql, phone, country) !== null
