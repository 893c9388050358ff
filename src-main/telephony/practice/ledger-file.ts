import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { LedgerEntry } from './carrier.ts'

/** A ledger on disk, one JSON line per change, so that a carrier in another process can be judged after a kill. */
export interface LedgerFile {
  append(entry: LedgerEntry): void
  close(): void
}

/** Lines are written at once and in full: what the carrier did is on file before it does the next thing. */
export const openLedgerFile = (path: string): LedgerFile => {
  const file = openSync(path, 'a', 0o600)
  return {
    append: entry => void writeSync(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  }
}

/** The last state of each entry, in the order of the INVITEs. A line torn by a kill is left out. */
export const readLedgerFile = (path: string): readonly LedgerEntry[] => {
  const entries = new Map<string, LedgerEntry>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = parseLine(line)
    if (entry) entries.set(entry.sipCallId, entry)
  }
  return [...entries.values()]
}

const parseLine = (line: string): LedgerEntry | null => {
  if (line === '') return null
  try {
    return JSON.parse(line) as LedgerEntry
  } catch {
    return null
  }
}
