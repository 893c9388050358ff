import type { Instant } from '../../domain/ids.ts'

/** What happens at given times, the earliest first; at the same time in the order in which it was added. */
export interface EventHeap<T> {
  size(): number
  /** `Infinity`: nothing. */
  next(): Instant
  add(at: Instant, event: T): void
  take(): T | undefined
}

interface Entry<T> {
  readonly at: Instant
  readonly order: number
  readonly event: T
}

const isBefore = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order)

export function createEventHeap<T>(): EventHeap<T> {
  const entries: Entry<T>[] = []
  let added = 0

  return {
    size: () => entries.length,
    next: () => entries[0]?.at ?? Number.POSITIVE_INFINITY,
    add: (at, event) => {
      const entry = { at, order: added++, event }
      let place = entries.length
      entries.push(entry)
      while (place > 0) {
        const parent = (place - 1) >> 1
        const above = entries[parent] as Entry<T>
        if (!isBefore(entry, above)) break
        entries[place] = above
        place = parent
      }
      entries[place] = entry
    },
    take: () => {
      const [first] = entries
      const last = entries.pop()
      if (first === undefined || last === undefined || entries.length === 0) return first?.event
      let place = 0
      for (let child = 1; child < entries.length; child = 2 * place + 1) {
        const other = entries[child + 1]
        if (other !== undefined && isBefore(other, entries[child] as Entry<T>)) child += 1
        const below = entries[child] as Entry<T>
        if (!isBefore(below, last)) break
        entries[place] = below
        place = child
      }
      entries[place] = last
      return first.event
    },
  }
}
