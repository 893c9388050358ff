import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { Search } from '../query/search.ts'
import { writtenNumber } from '../query/written-number.ts'
import {
  atStart,
  compareNames,
  type Needles,
  placesIn,
  type TextSlice,
  textSlice,
  within,
} from './text-slice.ts'

/**
 * Names and numbers of all contacts in memory, about 50 MB for a million: an index for parts of words would cost each
 * imported row more than this costs once. Holds everything that can be found, perhaps more: whoever asks looks at the
 * contacts themselves too.
 */
interface SearchText {
  readonly slices: TextSlice[]
  /** Who was changed, and the slice that has them as they are. */
  readonly latest: Map<number, TextSlice>
  /** Contacts up to this id, and changes up to that one, are in it. */
  contact: number
  change: number
  /** The latest work that took contacts away: their ids may be used again. */
  removal: string
}

/** Contacts that are read in one go, about 40 ms. */
const STEP = 25_000
/** With so many small slices more than it takes, or so many that were changed, all are read anew. */
const MOST_SLICES = 200
const MOST_CHANGED = 200_000

const texts = new WeakMap<ReadOnlyFile, SearchText>()

const empty = (): SearchText => ({
  slices: [],
  latest: new Map(),
  contact: 0,
  change: 0,
  removal: '',
})

/** Takes in the next contacts. @returns whether all are in it now */
export function growSearchText(file: ReadOnlyFile, _: null): boolean {
  const { first } = file.statements
  const ends = first<{ contact: number; change: number; removal: string }>(endsSql) ?? {
    contact: 0,
    change: 0,
    removal: '',
  }
  let text = texts.get(file)
  if (text === undefined || text.removal !== ends.removal || isWorn(text)) {
    text = { ...empty(), change: ends.change, removal: ends.removal }
    texts.set(file, text)
  }
  const changed = text.change === ends.change ? [] : changedSince(file, text.change, text.contact)
  if (changed === null) {
    texts.delete(file)
    return false
  }
  const slice = add(text, changed)
  for (const { id } of changed) text.latest.set(id, slice)
  text.change = ends.change
  if (text.contact < ends.contact) {
    const fresh = rowsOf(file, 'SELECT id FROM contacts WHERE id > ? ORDER BY id LIMIT ?', text.contact, STEP)
    add(text, fresh)
    text.contact = fresh.length === 0 ? ends.contact : fresh.reduce((last, { id }) => Math.max(last, id), 0)
  }
  return text.contact >= ends.contact
}

const isWorn = ({ slices, latest, contact }: SearchText): boolean =>
  slices.length > MOST_SLICES + contact / STEP || latest.size > MOST_CHANGED

const endsSql = `SELECT ifnull((SELECT max(id) FROM contacts), 0) AS contact,
  ifnull((SELECT max(id) FROM contact_changes), 0) AS change,
  (SELECT json_array(max(id), max(ended_at)) FROM jobs WHERE kind = 'undo' OR state IN ('cancelled', 'failed')) AS removal`

type WordSearch = Extract<Search, { is: 'words' }>

/**
 * Contacts of which a text can be found in a name or a number, in no order; `null`: more than `most`, or not all
 * contacts are in memory yet.
 */
export function searchIds(file: ReadOnlyFile, search: WordSearch, most: number): readonly number[] | null {
  if (!growSearchText(file, null)) return null
  const { slices, latest } = texts.get(file) ?? empty()
  const needles = needlesOf(search)
  const found: number[] = []
  for (const slice of slices)
    for (const place of placesIn(slice, needles, false)) {
      const id = slice.ids[place] as number
      if ((latest.get(id) ?? slice) !== slice) continue
      found.push(id)
      if (found.length > most) return null
    }
  return found
}

/** The same in the order of their names, found while they are asked for; `null`: not all are in memory yet. */
export function searchByName(
  file: ReadOnlyFile,
  search: WordSearch,
  descending: boolean,
): Generator<number> | null {
  return growSearchText(file, null) ? merged(texts.get(file) ?? empty(), needlesOf(search), descending) : null
}

function* merged({ slices, latest }: SearchText, needles: Needles, descending: boolean): Generator<number> {
  const direction = descending ? -1 : 1
  const cursors = slices.flatMap(slice => {
    const places = placesIn(slice, needles, descending)
    const { value: place } = places.next()
    return typeof place === 'number' ? [{ slice, places, place }] : []
  })
  const compare = (a: (typeof cursors)[number], b: (typeof cursors)[number]) =>
    direction * compareNames(a.slice, a.place, b.slice, b.place)
  cursors.sort(compare)
  for (let first = cursors.shift(); first !== undefined; first = cursors.shift()) {
    const id = first.slice.ids[first.place] as number
    if ((latest.get(id) ?? first.slice) === first.slice) yield id
    const { value: place } = first.places.next()
    if (typeof place !== 'number') continue
    const moved = { ...first, place }
    const at = cursors.findIndex(each => compare(moved, each) < 0)
    cursors.splice(at < 0 ? cursors.length : at, 0, moved)
  }
}

function needlesOf({ key, number }: WordSearch): Needles {
  const written = number === null ? null : writtenNumber(number)
  const digits = written && (written.international ? atStart(written.digits) : within(written.digits))
  return { name: within(key), number: digits }
}

interface Row {
  readonly id: number
  readonly name: string
  readonly phone: string | null
  readonly further: string | null
}

/** By name. */
const rowsOf = (file: ReadOnlyFile, ids: string, ...values: readonly (string | number)[]): readonly Row[] =>
  file.statements.rows<Row>(
    `SELECT contacts.id, name_key AS name, phone,
       (SELECT group_concat(phone, ' ') FROM further_phones WHERE contact_id = contacts.id) AS further
     FROM contacts WHERE contacts.id IN (${ids}) ORDER BY name_key, contacts.id`,
    ...values,
  )

/** `null`: so many that all are read anew. Those that are still to come need no look. */
function changedSince(file: ReadOnlyFile, change: number, upTo: number): readonly Row[] | null {
  const ids = file.column<number>(
    'SELECT DISTINCT contact_id FROM contact_changes WHERE id > ? AND contact_id <= ? LIMIT ?',
    [change, upTo, STEP + 1],
  )
  return ids.length > STEP ? null : rowsOf(file, 'SELECT value FROM json_each(?)', JSON.stringify(ids))
}

function add(text: SearchText, rows: readonly Row[]): TextSlice {
  const slice = textSlice(
    rows.map(({ id, name, phone, further }) => ({
      id,
      name,
      numbers: [phone, ...(further?.split(' ') ?? [])].flatMap(number => number?.slice(1) ?? []),
    })),
  )
  if (rows.length > 0) text.slices.push(slice)
  return slice
}
