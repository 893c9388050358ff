import type { ContactId } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../../store/read-only-file.ts'
import type { CompiledQuery } from './compile-query.ts'
import { leadsBeside, type Range } from './select-ids.ts'
import { sql } from './sql.ts'

/** Candidates that are looked at: about 30 ms of work. */
const MOST_LOOKED = 12_000
const FIRST_LOOK = 200

/**
 * Contacts of a page out of those that may match, in their order; `null`: too few of them do.
 * @param candidates in the order of the page, each once; asked for no more than it takes
 */
export function candidateIds(
  file: ReadOnlyFile,
  query: CompiledQuery,
  candidates: Iterator<number>,
  { offset, limit }: Range,
): readonly ContactId[] | null {
  const found: ContactId[] = []
  let step = Math.max(FIRST_LOOK, offset + limit)
  for (let looked = 0; looked < MOST_LOOKED; ) {
    const next = taken(candidates, step)
    found.push(...matchingOf(file, query, next))
    if (found.length >= offset + limit || next.length < step) return found.slice(offset, offset + limit)
    looked += next.length
    step *= 2
  }
  return null
}

function taken(candidates: Iterator<number>, most: number): readonly number[] {
  const ids: number[] = []
  while (ids.length < most) {
    const next = candidates.next()
    if (next.done === true) break
    ids.push(next.value)
  }
  return ids
}

function matchingOf(file: ReadOnlyFile, query: CompiledQuery, ids: readonly number[]): readonly ContactId[] {
  const { text, values } = sql`SELECT contacts.id FROM json_each(${JSON.stringify(ids)}) AS candidate
    CROSS JOIN contacts ON contacts.id = candidate.value ${leadsBeside(query)}
    WHERE ${query.where} ORDER BY candidate.key`
  return file.column(text, values)
}
