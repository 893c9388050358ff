import type { ColumnUse } from '../../../src-main/contract/imports.ts'
import { text } from '../../text/text.ts'

const words = text.imports

/** Uses that are no more than their name, in the order of the choice. */
export const plainUses = [
  'phone_number',
  'further_phone',
  'contact_name',
  'tags',
  'zone',
  'region',
  'language',
  'priority',
] as const satisfies readonly ColumnUse['as'][]

export const consentKinds = ['express', 'express_written', 'existing_relation'] as const

/** One use as the value of a choice: `field appointment_date`, `consent express`. */
export function codeOf(use: ColumnUse): string {
  if (use.as === 'field') return `field ${use.key}`
  return use.as === 'consent' ? `consent ${use.kind}` : use.as
}

export function readUse(code: string): ColumnUse | undefined {
  if (code.startsWith('field ')) return { as: 'field', key: code.slice('field '.length) }
  const consent = consentKinds.find(kind => code === `consent ${kind}`)
  if (consent) return { as: 'consent', kind: consent }
  const plain = [...plainUses, 'leave_out' as const].find(as => as === code)
  return plain && { as: plain }
}

export function nameOfUse(use: ColumnUse): string {
  if (use.as === 'field') return use.key
  return use.as === 'consent' ? words.uses.consents[use.kind] : words.uses[use.as]
}

/** A heading as agents can use it: `{{…}}` takes neither blanks nor braces. */
export const fieldKey = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[{}]/g, '')
    .replace(/[\s./-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100)

/** Which column cannot be as it is, by its place; `all` concerns the table. */
export interface MappingProblems {
  readonly all: string | undefined
  readonly byColumn: ReadonlyMap<number, string>
}

const onlyOnce: ReadonlySet<string> = new Set(['phone_number', 'zone', 'region', 'language', 'priority'])

/** What has to be mended before anything can be checked or imported. */
export function problemsOf(columns: readonly ColumnUse[], intoCampaign: boolean): MappingProblems {
  const byColumn = new Map<number, string>()
  const seen = new Set<string>()
  for (const [column, use] of columns.entries()) {
    const code = codeOf(use)
    if (use.as === 'priority' && !intoCampaign) byColumn.set(column, words.problems.priority)
    else if (seen.has(code) && use.as === 'field') byColumn.set(column, words.problems.fieldTwice(use.key))
    else if (seen.has(code) && onlyOnce.has(use.as))
      byColumn.set(column, words.problems.twice(nameOfUse(use)))
    seen.add(code)
  }
  return { all: seen.has('phone_number') ? undefined : words.problems.noPhone, byColumn }
}

export const canBeChecked = ({ all, byColumn }: MappingProblems) => all === undefined && byColumn.size === 0
