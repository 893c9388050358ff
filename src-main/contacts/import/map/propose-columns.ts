import type { ColumnUse } from '../../../domain/import-plan.ts'
import { readPhone } from '../../../numbering/phone.ts'
import { guessUse } from './guess-use.ts'

export interface ProposedColumn {
  readonly use: ColumnUse
  readonly because: 'guessed' | 'nothing'
}

/**
 * A use for each column by its heading; where none is called like a number, by what stands in the first rows. The first
 * column of numbers is the one that is called; no two columns become the same field.
 */
export function proposeColumns(
  headings: readonly string[],
  firstRows: readonly (readonly string[])[],
  country: string,
): readonly ProposedColumn[] {
  const uses = headings.map(guessUse)
  if (!uses.some(use => use.as === 'phone_number')) {
    const column = columnOfNumbers(headings.length, firstRows, country)
    if (column >= 0) uses[column] = { as: 'phone_number' }
  }
  const taken = new Set<string>()
  let hasNumber = false
  return uses.map(use => {
    if (use.as === 'field') {
      const key = freeKey(use.key, taken)
      taken.add(key)
      return { use: { as: 'field', key }, because: 'nothing' }
    }
    if (use.as === 'leave_out') return { use, because: 'nothing' }
    const further = use.as === 'phone_number' && hasNumber
    hasNumber ||= use.as === 'phone_number'
    return { use: further ? { as: 'further_phone' } : use, because: 'guessed' }
  })
}

function columnOfNumbers(columns: number, rows: readonly (readonly string[])[], country: string): number {
  const shares = Array.from({ length: columns }, (_, column) => {
    const filled = rows.map(cells => cells[column] ?? '').filter(cell => cell !== '')
    const readable = filled.filter(cell => 'number' in readPhone(cell, country)).length
    return filled.length === 0 ? 0 : readable / filled.length
  })
  const best = Math.max(0, ...shares)
  return best >= 0.5 ? shares.indexOf(best) : -1
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key
  for (let at = 2; ; at += 1) if (!taken.has(`${key}_${at}`)) return `${key}_${at}`
}
