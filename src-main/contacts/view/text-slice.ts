/** Names and numbers of some contacts in memory, by name: each kind one after the other, to be searched as one. */
export interface TextSlice {
  readonly ids: Float64Array
  readonly names: Texts
  readonly numbers: Texts
}

export interface Texts {
  readonly bytes: Buffer
  /** Where those of each contact begin, and at last where all end. */
  readonly starts: Uint32Array
}

export interface SearchedContact {
  readonly id: number
  readonly name: string
  readonly numbers: readonly string[]
}

/** What is searched for in each of both; `null`: nothing. */
export interface Needles {
  readonly name: Buffer
  readonly number: Buffer | null
}

/** Never part of UTF-8: what begins with it begins where a text does. */
const MARK = 0xff

/** @param contacts by name and id, as SQLite orders them */
export const textSlice = (contacts: readonly SearchedContact[]): TextSlice => ({
  ids: Float64Array.from(contacts, ({ id }) => id),
  names: textsOf(contacts.map(({ name }) => [name])),
  numbers: textsOf(contacts.map(({ numbers }) => numbers)),
})

function textsOf(contacts: readonly (readonly string[])[]): Texts {
  let size = 0
  for (const texts of contacts) for (const text of texts) size += Buffer.byteLength(text) + 1
  const bytes = Buffer.allocUnsafeSlow(size)
  const starts = new Uint32Array(contacts.length + 1)
  let at = 0
  contacts.forEach((texts, index) => {
    starts[index] = at
    for (const text of texts) {
      bytes[at] = MARK
      at += 1 + bytes.write(text, at + 1)
    }
  })
  starts[contacts.length] = at
  return { bytes, starts }
}

export const within = (text: string): Buffer => Buffer.from(text)
export const atStart = (text: string): Buffer => Buffer.concat([Buffer.from([MARK]), Buffer.from(text)])

/** Places in a slice of those whom a needle is found in, each once, from its beginning or from its end. */
export function* placesIn(
  { ids, names, numbers }: TextSlice,
  { name, number }: Needles,
  fromEnd: boolean,
): Generator<number> {
  const none = fromEnd ? -1 : ids.length
  const find = fromEnd ? lastBefore : firstFrom
  let byName = find(names, name, fromEnd ? ids.length : 0)
  let byNumber = number === null ? none : find(numbers, number, fromEnd ? ids.length : 0)
  for (;;) {
    const place = fromEnd ? Math.max(byName, byNumber) : Math.min(byName, byNumber)
    if (place === none) return
    yield place
    const next = fromEnd ? place : place + 1
    if (byName === place) byName = find(names, name, next)
    if (byNumber === place && number !== null) byNumber = find(numbers, number, next)
  }
}

/** Number of contacts: there is none. */
function firstFrom({ bytes, starts }: Texts, needle: Buffer, place: number): number {
  const at = bytes.indexOf(needle, starts[place] as number)
  return at < 0 ? starts.length - 1 : placeOf(starts, at, place)
}

/** -1: there is none. */
function lastBefore({ bytes, starts }: Texts, needle: Buffer, place: number): number {
  const end = starts[place] as number
  const at = end === 0 ? -1 : bytes.lastIndexOf(needle, end - 1)
  return at < 0 ? -1 : placeOf(starts, at, 0)
}

/** By halving; `from` is known not to be too far. Who has no text there begins where the next one does. */
function placeOf(starts: Uint32Array, at: number, from: number): number {
  let low = from
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle
  }
  return low
}

/** Which of two stands first by name and id: below 0, or above. */
export function compareNames(a: TextSlice, placeA: number, b: TextSlice, placeB: number): number {
  const byName = a.names.bytes.compare(
    b.names.bytes,
    b.names.starts[placeB],
    b.names.starts[placeB + 1],
    a.names.starts[placeA],
    a.names.starts[placeA + 1],
  )
  return byName || (a.ids[placeA] as number) - (b.ids[placeB] as number)
}
