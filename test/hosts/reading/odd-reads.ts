import { existsSync, writeFileSync } from 'node:fs'
import { quick, type ReadTable, slow } from '../../../src-main/contacts/read-work.ts'

interface Many {
  readonly many: number
}

/** Reads that behave and misbehave, for the threads. */
export const oddReads = {
  tags: quick(
    (file, _nothing: null) => file.statements.first<Many>('SELECT count(*) AS many FROM tags')?.many ?? -1,
  ),
  /** Twice in one question, with time in between for others to write. */
  tagsTwice: slow(async (file, pauseMs: number) => {
    const count = () => file.statements.first<Many>('SELECT count(*) AS many FROM tags')?.many ?? -1
    const before = count()
    await new Promise(resolve => setTimeout(resolve, pauseMs))
    return [before, count()]
  }),
  write: quick((file, _nothing: null) =>
    file.statements.rows("INSERT INTO tags (name) VALUES ('stolen') RETURNING id"),
  ),
  standStill: slow((_file, ms: number) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
    return 'stood'
  }),
  /** Dies as long as there is no such file, and makes one; `''`: always. */
  die: quick((_file, unless: string) => {
    if (unless !== '' && existsSync(unless)) return 'lived'
    if (unless !== '') writeFileSync(unless, '')
    process.exit(3)
  }),
  ids: slow((_file, count: number) => {
    const ids = new Int32Array(new SharedArrayBuffer(count * 4))
    ids[count - 1] = 7
    return ids
  }),
} satisfies ReadTable
