import type { E164 } from '../../../domain/ids.ts'
import type { Priority } from '../../../domain/lead.ts'
import type { PhoneType } from '../../../domain/phone-type.ts'
import { type Place, placeKey } from '../../../domain/place.ts'
import { openScratchFile, type ScratchFile } from '../../../store/scratch-file.ts'
import type { ImportRow } from '../row/import-row.ts'

/** Rows of a file that will be contacts, before anything of them is stored. */
export interface Staging {
  add(row: ImportRow): void
  /** Nothing more comes: from here on a crash is survived. */
  complete(): void
  readonly isComplete: boolean
  places(): ReadonlyMap<number, Place>
  /** Those after `seq`, in the order of the file. */
  after(seq: number, most: number): readonly StagedRow[]
  rows(): number
  close(): void
}

export interface StagedRow {
  /** From 1. */
  readonly seq: number
  readonly line: number
  readonly phone: E164 | null
  readonly written: string
  readonly country: string | null
  readonly type: PhoneType | null
  readonly place: number
  readonly name: string
  readonly zone: string | null
  readonly language: string | null
  readonly priority: Priority | null
  /** JSON, as it is stored. */
  readonly fields: string
  /** JSON of what few rows have; `null`: nothing. */
  readonly more: string | null
}

export type More = Pick<ImportRow, 'further' | 'tags' | 'consents' | 'region'>

const schema = [
  'CREATE TABLE places (id INTEGER PRIMARY KEY, place TEXT NOT NULL)',
  `CREATE TABLE rows (seq INTEGER PRIMARY KEY, line INTEGER, phone TEXT, written TEXT, country TEXT, type TEXT,
    place INTEGER, name TEXT, zone TEXT, language TEXT, priority TEXT, fields TEXT, more TEXT)`,
  'CREATE TABLE complete (rows INTEGER NOT NULL)',
]

export const newStaging = (path: string): Staging => staging(openScratchFile(path, schema))
export const openStaging = (path: string): Staging => staging(openScratchFile(path))

// A transaction of the scratch file; nothing waits for its disk.
const ROWS_PER_COMMIT = 5_000

function staging(file: ScratchFile): Staging {
  const { statements: sql } = file
  const placeIds = new Map<string, number>()
  let rows = 0
  const placeOf = (place: Place): number => {
    const key = placeKey(place)
    const known = placeIds.get(key)
    if (known !== undefined) return known
    const { id } = sql.run('INSERT INTO places (place) VALUES (?)', JSON.stringify(place))
    placeIds.set(key, id)
    return id
  }
  return {
    add: row => {
      const place = placeOf(row.place)
      sql.run(
        'INSERT INTO rows VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        row.line,
        row.phone,
        row.written,
        row.country,
        row.type,
        place,
        row.name,
        row.zone,
        row.language,
        row.priority,
        JSON.stringify(row.fields),
        moreOf(row),
      )
      rows += 1
      if (rows % ROWS_PER_COMMIT === 0) file.commit()
    },
    complete: () => {
      sql.run('INSERT INTO complete VALUES (?)', rows)
      file.makeLasting()
    },
    get isComplete() {
      return sql.first('SELECT 1 FROM complete') !== undefined
    },
    places: () =>
      new Map(
        sql
          .rows<{ id: number; place: string }>('SELECT id, place FROM places')
          .map(({ id, place }) => [id, JSON.parse(place) as Place]),
      ),
    after: (seq, most) =>
      sql.rows<StagedRow>('SELECT * FROM rows WHERE seq > ? ORDER BY seq LIMIT ?', seq, most),
    rows: () => sql.first<{ rows: number }>('SELECT rows FROM complete')?.rows ?? 0,
    close: file.close,
  }
}

function moreOf({ further, tags, consents, region }: ImportRow): string | null {
  if (further.length + tags.length + consents.length === 0 && region === null) return null
  return JSON.stringify({ further, tags, consents, region } satisfies More)
}

const nothing: More = { further: [], tags: [], consents: [], region: null }
export const moreIn = ({ more }: StagedRow): More => (more === null ? nothing : (JSON.parse(more) as More))
