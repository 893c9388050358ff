import type { Instant } from '../../domain/ids.ts'

/** Leads of one place and turn, the oldest first: by the time from which they may be called, then by their index. */
export interface LeadHeap {
  size(): number
  /** -1: empty. */
  head(): number
  push(lead: number): void
  pop(): void
}

/** `readyAt` is read at each comparison; a lead's own may only change while it is in no heap. */
export function createLeadHeap(readyAt: ArrayLike<Instant>): LeadHeap {
  let leads = new Int32Array(16)
  let size = 0

  const isBefore = (a: number, b: number): boolean => {
    const difference = (readyAt[a] as number) - (readyAt[b] as number)
    return difference < 0 || (difference === 0 && a < b)
  }
  return {
    size: () => size,
    head: () => (size === 0 ? -1 : (leads[0] as number)),
    push: lead => {
      if (size === leads.length) {
        const larger = new Int32Array(size * 2)
        larger.set(leads)
        leads = larger
      }
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >> 1
        const above = leads[parent] as number
        if (!isBefore(lead, above)) break
        leads[at] = above
        at = parent
      }
      leads[at] = lead
    },
    pop: () => {
      if (size === 0) return
      size -= 1
      const last = leads[size] as number
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        const other = child + 1
        if (other < size && isBefore(leads[other] as number, leads[child] as number)) child = other
        const below = leads[child] as number
        if (!isBefore(below, last)) break
        leads[at] = below
        at = child
      }
      leads[at] = last
    },
  }
}
