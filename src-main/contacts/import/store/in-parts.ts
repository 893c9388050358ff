import type { Statements } from '../../../store/sqlite-file.ts'
import type { JobWork } from '../../job-work.ts'
import type { StagedRow, Staging } from '../stage/staging.ts'
import { type Checkpoint, keepCheckpoint, type Stored } from './checkpoint.ts'

// Calls write between two transactions: each ends after this, however few rows it has stored.
const BUSY_MS = 7
const ROWS_AT_ONCE = 1_000

/** What one row adds to the counts. */
export type Step = (row: StagedRow) => { readonly [K in keyof Stored]?: number }

/**
 * Row by row in short transactions, each with the checkpoint that follows from it.
 * @param prepare at the beginning of each transaction
 */
export async function inParts(
  work: JobWork,
  staging: Staging,
  from: Checkpoint,
  prepare: (sql: Statements) => Step,
  told: (rows: number) => void,
): Promise<Checkpoint> {
  let checkpoint = from
  for (;;) {
    const rows = staging.after(checkpoint.seq, ROWS_AT_ONCE)
    if (rows.length === 0) return checkpoint
    for (let at = 0; at < rows.length; ) {
      work.mustGoOn()
      const begin = at
      const before = checkpoint
      ;[checkpoint, at] = await work.write(sql => {
        const step = prepare(sql)
        const counts = { ...before.counts }
        const until = performance.now() + BUSY_MS
        let next = begin
        do {
          add(counts, step(rows[next] as StagedRow))
          next += 1
        } while (next < rows.length && performance.now() < until)
        const after = { ...before, seq: rows[next - 1]?.seq ?? before.seq, counts }
        keepCheckpoint(sql, work.job, after)
        return [after, next] as const
      })
      told(checkpoint.seq)
    }
  }
}

function add(counts: Record<keyof Stored, number>, change: ReturnType<Step>): void {
  for (const name of Object.keys(change) as (keyof Stored)[]) counts[name] += change[name] ?? 0
}
