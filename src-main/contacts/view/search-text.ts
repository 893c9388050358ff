import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Search } from '../query/search.ts'
import { writtenNumber } from '../query/written-number.ts'
import { atStart, findIn, type TextSlice, textSlice, within } from './text-slice.ts'

/**
 * Names and numbers of all contacts in memory, about 50 MB for a million: an index for parts of words would cost each
 * imported row more than this costs once. Holds everything that can be found, perhaps more: whoever asks looks at the
 * contacts themselves too.
 */
interface SearchText {
  names: TextSlice[]
  numbers: TextSlice[]
  /** Contacts up to this id, and changes up to that one, are in it. */
  contact: number
  change: number
  /** The latest work that took contacts away: their ids may be used again. */
  removal: string
}

/** Contacts that are read in one go, about 40 ms. */
const STEP = 50_000
/** Beyond so many small slices they are read anew as large ones. */
const MOST_SLICES = 200

const texts = new WeakMap<ReadOnlyFile, SearchText>()

const empty = (): SearchText => ({ names: [], numbers: [], contact: 0, change: 0, removal: '' })

/** Takes in the next contacts. @returns whether all are in it now */
export function growSearchText(file: ReadOnlyFile, _: null): boolean {
  const { first } = file.statements
  const ends = first<{ contact: number; change: number; removal: string }>(endsSql) ?? {
    contact: 0,
    change: 0,
    removal: '',
  }
  let text = texts.get(file)
  if (text === undefined || text.removal !== ends.removal || text.names.length > MOST_SLICES) {
    text = { ...empty(), change: ends.change, removal: ends.removal }
    texts.set(file, text)
  }
  const changed = text.change === ends.change ? [] : changedSince(file, text.change, text.contact)
  if (changed === null) {
    texts.delete(file)
    return false
  }
  add(text, changed)
  text.change = ends.change
  if (text.contact < ends.contact) {
    const fresh = rowsOf(file, 'contacts.id > ? ORDER BY contacts.id LIMIT ?', text.contact, STEP)
    add(text, fresh)
    text.contact = fresh.at(-1)?.id ?? ends.contact
  }
  return text.contact >= ends.contact
}

const endsSql = `SELECT ifnull((SELECT max(id) FROM contacts), 0) AS contact,
  ifnull((SELECT max(id) FROM contact_changes), 0) AS change,
  (SELECT json_array(max(id), max(ended_at)) FROM jobs WHERE kind = 'undo' OR state IN ('cancelled', 'failed')) AS removal`

/**
 * Contacts of which a text can be found in a name or a number; `null`: more than `most`, or not all contacts are in
 * memory yet.
 */
export function searchIds(
  file: ReadOnlyFile,
  search: Extract<Search, { is: 'words' }>,
  most: number,
): readonly number[] | null {
  if (!growSearchText(file, null)) return null
  const { names, numbers } = texts.get(file) ?? empty()
  const found = new Set<number>()
  const name = within(search.key)
  if (!names.every(slice => findIn(slice, name, found, most))) return null
  const number = search.number === null ? null : writtenNumber(search.number)
  if (number === null) return [...found]
  const digits = number.international ? atStart(number.digits) : within(number.digits)
  return numbers.every(slice => findIn(slice, digits, found, most)) ? [...found] : null
}

interface Row {
  readonly id: number
  readonly name: string
  readonly phone: string | null
  readonly further: string | null
}

const rowsOf = (file: ReadOnlyFile, where: string, ...values: readonly (string | number)[]): readonly Row[] =>
  file.statements.rows<Row>(
    `SELECT contacts.id, name_key AS name, phone,
       (SELECT group_concat(phone, ' ') FROM further_phones WHERE contact_id = contacts.id) AS further
     FROM contacts WHERE ${where}`,
    ...values,
  )

/** `null`: so many that all are read anew. Those that are still to come need no look. */
function changedSince(file: ReadOnlyFile, change: number, upTo: number): readonly Row[] | null {
  const ids = file.statements.rows<{ id: number }>(
    'SELECT DISTINCT contact_id AS id FROM contact_changes WHERE id > ? AND contact_id <= ? LIMIT ?',
    change,
    upTo,
    STEP + 1,
  )
  if (ids.length > STEP) return null
  return rowsOf(
    file,
    'contacts.id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids.map(({ id }) => id)),
  )
}

function add(text: SearchText, rows: readonly Row[]): void {
  if (rows.length === 0) return
  text.names.push(textSlice(rows.map(({ id, name }) => ({ id, texts: [name] }))))
  const numbered = rows.filter(({ phone }) => phone !== null)
  text.numbers.push(
    textSlice(
      numbered.map(({ id, phone, further }) => ({
        id,
        texts: [phone, ...(further?.split(' ') ?? [])].map(each => (each ?? '').slice(1)),
      })),
    ),
  )
}
