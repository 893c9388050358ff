import type { Instant } from '../../domain/ids.ts'
import { createLeadHeap, type LeadHeap } from './lead-heap.ts'

/**
 * Whose turn it is, over all places: by priority, due retries before fresh contacts, then the oldest. The heads of the
 * places stand in one tournament per priority and kind, so a choice costs the logarithm of the places.
 */
export interface TurnOrder {
  /** How many wait at this place. */
  waitingAt(place: number): number
  /** The one there that may be tried first, hours aside; -1: nobody waits. */
  firstAt(place: number): number
  add(lead: number): void
  /** The lead whose turn it is among the open places; -1: nobody is due. */
  due(now: Instant): number
  /** Takes out the lead that `due` has just named. */
  takeDue(lead: number): void
  /** When the next one at an open place becomes due by its own time; `Infinity`: none waits there. */
  nextDue(): Instant
  setOpen(place: number, open: boolean): void
}

export interface WaitingLeads {
  readonly place: ArrayLike<number>
  /** -1 call first, 0 high, 1 normal, 2 low. */
  readonly priority: ArrayLike<number>
  /** 1: a retry; 0: never called in this run. */
  readonly isRetry: ArrayLike<number>
  readonly readyAt: ArrayLike<Instant>
}

const TURNS = 8

export function createTurnOrder(leads: WaitingLeads, places: number): TurnOrder {
  const { place, priority, isRetry, readyAt } = leads
  const heaps: LeadHeap[] = Array.from({ length: places * TURNS }, () => createLeadHeap(readyAt))
  const isOpen = new Uint8Array(places)
  const waitingAt = new Int32Array(places)

  const isBefore = (a: number, b: number): boolean => {
    const difference = (readyAt[a] as number) - (readyAt[b] as number)
    return difference < 0 || (difference === 0 && a < b)
  }
  const better = (a: number, b: number): number => (b < 0 || (a >= 0 && isBefore(a, b)) ? a : b)

  // One tournament per turn in one array: leaves from `leaves` on, the winner of a pair at half their index.
  let leaves = 1
  while (leaves < places) leaves *= 2
  const winners = Array.from({ length: TURNS }, () => new Int32Array(2 * leaves).fill(-1))

  const heapOf = (at: number, turn: number) => heaps[at * TURNS + turn] as LeadHeap
  const replay = (at: number, turn: number): void => {
    const tree = winners[turn] as Int32Array
    let node = leaves + at
    tree[node] = isOpen[at] === 1 ? heapOf(at, turn).head() : -1
    while (node > 1) {
      node >>= 1
      tree[node] = better(tree[2 * node] as number, tree[2 * node + 1] as number)
    }
  }
  const turnOf = (lead: number): number =>
    ((priority[lead] as number) + 1) * 2 + (isRetry[lead] === 1 ? 0 : 1)
  const winner = (turn: number): number => (winners[turn] as Int32Array)[1] as number

  return {
    waitingAt: at => waitingAt[at] as number,
    firstAt: at => {
      let first = -1
      for (let turn = 0; turn < TURNS; turn++) first = better(first, heapOf(at, turn).head())
      return first
    },
    add: lead => {
      const at = place[lead] as number
      const turn = turnOf(lead)
      const heap = heapOf(at, turn)
      const before = heap.head()
      heap.push(lead)
      waitingAt[at] = (waitingAt[at] as number) + 1
      if (isOpen[at] === 1 && heap.head() !== before) replay(at, turn)
    },
    due: now => {
      for (let turn = 0; turn < TURNS; turn++) {
        const lead = winner(turn)
        if (lead >= 0 && (readyAt[lead] as number) <= now) return lead
      }
      return -1
    },
    takeDue: lead => {
      const at = place[lead] as number
      const turn = turnOf(lead)
      heapOf(at, turn).pop()
      waitingAt[at] = (waitingAt[at] as number) - 1
      replay(at, turn)
    },
    nextDue: () => {
      let first = Number.POSITIVE_INFINITY
      for (let turn = 0; turn < TURNS; turn++) {
        const lead = winner(turn)
        if (lead >= 0) first = Math.min(first, readyAt[lead] as number)
      }
      return first
    },
    setOpen: (at, open) => {
      if ((isOpen[at] === 1) === open) return
      isOpen[at] = open ? 1 : 0
      for (let turn = 0; turn < TURNS; turn++) replay(at, turn)
    },
  }
}
