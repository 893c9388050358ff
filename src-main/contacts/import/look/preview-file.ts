import type { Instant } from '../../../domain/ids.ts'
import type { ColumnUse, FileReading } from '../../../domain/import-plan.ts'
import { fromJson, type Json } from '../../../store/json.ts'
import type { ReadOnlyFile } from '../../../store/read-only-file.ts'
import { proposeColumns } from '../map/propose-columns.ts'
import type { FileRow, OpenFile } from '../read/file-rows.ts'
import { openFile } from '../read/open-file.ts'
import { countryOfRows } from './country-of-rows.ts'
import { defaultCountry } from './default-country.ts'

export interface PreviewOrder {
  readonly path: string
  /** `null`: as detected. */
  readonly reading: FileReading | null
  /** IANA, of the workspace. */
  readonly zone: string
}

export interface FilePreview extends Pick<OpenFile, 'kind' | 'reading' | 'sheets' | 'bytes'> {
  /** `null`: the file is too long to be counted at once. */
  readonly rows: number | null
  readonly columns: readonly PreviewColumn[]
  readonly firstRows: readonly FileRow[]
  /** The usual one, unless most numbers are ones of another. */
  readonly defaultCountry: string
}

export interface PreviewColumn {
  readonly heading: string
  readonly use: ColumnUse
  readonly because: 'guessed' | 'remembered' | 'nothing'
  readonly rememberedAt: Instant | null
}

/** So many rows of a file are shown before its import; what is wrong in them is marked in each. */
export const SHOWN_ROWS = 5
const LONGEST_COUNT_MS = 1_500

/** A file as it would be read, with a use proposed for each column. */
export async function previewFile(file: ReadOnlyFile, order: PreviewOrder): Promise<FilePreview> {
  const open = await openFile(order.path, order.reading)
  const { rows, first } = await countRows(open)
  const remembered = rememberedUses(file, open.headings)
  const cells = first.map(row => row.cells)
  const usual = defaultCountry(file, order.zone)
  const numbers = (
    remembered?.columns ?? proposeColumns(open.headings, cells, usual).map(({ use }) => use)
  ).findIndex(({ as }) => as === 'phone_number')
  const country = countryOfRows(
    cells.map(row => row[numbers] ?? ''),
    usual,
  )
  const proposed = proposeColumns(open.headings, cells, country)
  return {
    kind: open.kind,
    reading: open.reading,
    sheets: open.sheets,
    bytes: open.bytes,
    rows,
    columns: open.headings.map((heading, column) => {
      const use = remembered?.columns[column]
      if (use !== undefined && remembered !== null)
        return { heading, use, because: 'remembered', rememberedAt: remembered.at }
      const { use: guess, because } = proposed[column] ?? { use: { as: 'leave_out' }, because: 'nothing' }
      return { heading, use: guess, because, rememberedAt: null }
    }),
    firstRows: first.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({ line, cells })),
    defaultCountry: country,
  }
}

const FIRST_ROWS = 100

async function countRows(open: OpenFile): Promise<{ rows: number | null; first: readonly FileRow[] }> {
  const until = performance.now() + LONGEST_COUNT_MS
  const first: FileRow[] = []
  let count = 0
  for await (const { rows } of open.rows()) {
    if (first.length < FIRST_ROWS) first.push(...rows.slice(0, FIRST_ROWS - first.length))
    count += rows.length
    if (performance.now() > until) return { rows: null, first }
  }
  return { rows: count, first }
}

/** Headings of a file in the form by which their mapping is remembered. */
export const headingsKey = (headings: readonly string[]): string =>
  JSON.stringify(headings.map(heading => heading.trim().toLowerCase()))

function rememberedUses(
  { statements: sql }: ReadOnlyFile,
  headings: readonly string[],
): { readonly columns: readonly ColumnUse[]; readonly at: Instant } | null {
  const row = sql.first<{ columns: Json<readonly ColumnUse[]>; at: Instant }>(
    'SELECT columns, used_at AS at FROM import_mappings WHERE headings = ?',
    headingsKey(headings),
  )
  return row === undefined ? null : { columns: fromJson(row.columns), at: row.at }
}
