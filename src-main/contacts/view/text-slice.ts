/** Texts of some contacts one after the other in memory, to be searched as one. */
export interface TextSlice {
  readonly ids: Float64Array
  readonly text: Buffer
  /** Where the text of each contact begins. */
  readonly starts: Uint32Array
}

/** Never part of UTF-8: what begins with it begins where a text does. */
const MARK = 0xff

/** A contact may have several texts. */
export function textSlice(
  contacts: readonly { readonly id: number; readonly texts: readonly string[] }[],
): TextSlice {
  let bytes = 0
  for (const { texts } of contacts) for (const text of texts) bytes += Buffer.byteLength(text) + 1
  const text = Buffer.allocUnsafeSlow(bytes)
  const ids = new Float64Array(contacts.length)
  const starts = new Uint32Array(contacts.length)
  let at = 0
  contacts.forEach(({ id, texts }, index) => {
    ids[index] = id
    starts[index] = at
    for (const each of texts) {
      text[at] = MARK
      at += 1 + text.write(each, at + 1)
    }
  })
  return { ids, text, starts }
}

export const within = (text: string): Buffer => Buffer.from(text)
export const atStart = (text: string): Buffer => Buffer.concat([Buffer.from([MARK]), Buffer.from(text)])

/** Adds the ids of contacts whose text holds the needle. @returns false once there are more than `most` */
export function findIn(
  { ids, text, starts }: TextSlice,
  needle: Buffer,
  found: Set<number>,
  most: number,
): boolean {
  let contact = 0
  for (let at = text.indexOf(needle); at >= 0; ) {
    contact = lastAtOrBefore(starts, at, contact)
    found.add(ids[contact] as number)
    if (found.size > most) return false
    const next = starts[contact + 1]
    if (next === undefined) return true
    at = text.indexOf(needle, next)
  }
  return true
}

/** By halving; `from` is known not to be too far. */
function lastAtOrBefore(starts: Uint32Array, at: number, from: number): number {
  let low = from
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= at) low = middle
    else high = middle
  }
  return low
}
