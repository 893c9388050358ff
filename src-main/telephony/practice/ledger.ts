import type { LedgerEntry } from './carrier.ts'

/** The carrier's own book of who was called. Entries are replaced, never changed in place. */
export interface Ledger {
  /** Opens the entry of a new INVITE. */
  open(entry: LedgerEntry): LedgerPen
  /** How many INVITEs came for this number so far. */
  attemptsOf(number: string): number
  entries(): readonly LedgerEntry[]
}

/** Writes on one entry. */
export interface LedgerPen {
  readonly entry: () => LedgerEntry
  note(facts: Partial<LedgerEntry>): void
}

export const createLedger = (onEntry: ((entry: LedgerEntry) => void) | undefined): Ledger => {
  const entries: LedgerEntry[] = []
  const attempts = new Map<string, number>()
  return {
    open: first => {
      const place = entries.push(first) - 1
      let entry = first
      attempts.set(entry.number, (attempts.get(entry.number) ?? 0) + 1)
      onEntry?.(entry)
      return {
        entry: () => entry,
        note: facts => {
          entry = { ...entry, ...facts }
          entries[place] = entry
          onEntry?.(entry)
        },
      }
    },
    attemptsOf: number => attempts.get(number) ?? 0,
    entries: () => [...entries],
  }
}
