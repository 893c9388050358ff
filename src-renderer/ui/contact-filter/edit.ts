import {
  type Condition,
  type ContactFilter,
  type FilterField,
  fieldKinds,
  filterLimits,
  type Operator,
  operatorsOf,
} from '../../../src-main/contract/contact-fields.ts'
import { isField } from './fields.ts'

export type FilterPart = Condition | ContactFilter
/** Place of a part within its groups; empty: the filter itself. */
export type Path = readonly number[]

export const everybody: ContactFilter = { match: 'all', of: [] }

export const isGroup = (part: FilterPart): part is ContactFilter => 'match' in part

/** A condition on this field that finds nobody wrongly: its first comparison, without a value. */
export function freshCondition(
  field: FilterField,
  op: Operator = operatorsOf(field)[0] as Operator,
): Condition {
  switch (fieldKinds[field]) {
    case 'text':
      return (field === 'custom' ? { field, key: '', op, value: '' } : { field, op, value: '' }) as Condition
    case 'choice':
      return { field, op, value: [] } as unknown as Condition
    case 'number':
      return { field, op, value: 1 } as Condition
    case 'date':
      return { field, op, value: op === 'within_days' || op === 'not_within_days' ? 30 : 0 } as Condition
    case 'flag':
      return { field, op } as Condition
  }
}

/** Another comparison of the same field; the value stays where both have the same kind. */
export function withOp(condition: Condition, op: Operator): Condition {
  const fresh = freshCondition(condition.field, op)
  const inDays = (one: Operator) => one === 'within_days' || one === 'not_within_days'
  const same = fieldKinds[condition.field] !== 'date' || inDays(op) === inDays(condition.op)
  return same && 'value' in condition ? ({ ...condition, op } as Condition) : fresh
}

/** Something to compare with is there; what is not whole yet is neither asked for nor kept. */
export function isWhole(condition: Condition): boolean {
  if (condition.field === 'custom' && condition.key.trim() === '') return false
  if (!('value' in condition)) return true
  if (Array.isArray(condition.value)) return condition.value.length > 0
  if (typeof condition.value === 'number') return Number.isFinite(condition.value)
  return condition.value !== '' || condition.op === 'empty' || condition.op === 'not_empty'
}

/** What of a filter can be asked for already; `null`: nothing. */
export function whole(filter: ContactFilter): ContactFilter | null {
  const of = filter.of.flatMap((part): FilterPart[] => {
    if (!isGroup(part)) return isWhole(part) ? [part] : []
    const inner = whole(part)
    return inner ? [inner] : []
  })
  return of.length === 0 ? null : { ...filter, of }
}

export const countOf = (part: FilterPart): number =>
  isGroup(part) ? part.of.reduce((sum, inner) => sum + countOf(inner), 0) : 1

export const isFull = (filter: ContactFilter) => countOf(filter) >= filterLimits.conditions

/** Changes the group at `path`. */
function inGroup(
  filter: ContactFilter,
  path: Path,
  change: (group: ContactFilter) => ContactFilter,
): ContactFilter {
  const [place, ...rest] = path
  if (place === undefined) return change(filter)
  return {
    ...filter,
    of: filter.of.map((part, at) => (at === place && isGroup(part) ? inGroup(part, rest, change) : part)),
  }
}

export const withMatch = (filter: ContactFilter, path: Path, match: ContactFilter['match']) =>
  inGroup(filter, path, group => ({ ...group, match }))

export const added = (filter: ContactFilter, path: Path, part: FilterPart) =>
  inGroup(filter, path, group => ({ ...group, of: [...group.of, part] }))

export const replaced = (filter: ContactFilter, path: Path, part: FilterPart) =>
  inGroup(filter, path.slice(0, -1), group => ({ ...group, of: group.of.with(path.at(-1) ?? 0, part) }))

/** A group that is left with nothing goes too. */
export function removed(filter: ContactFilter, path: Path): ContactFilter {
  const at = path.at(-1)
  if (at === undefined) return everybody
  const next = inGroup(filter, path.slice(0, -1), group => ({ ...group, of: group.of.toSpliced(at, 1) }))
  const parent = path.slice(0, -1)
  return parent.length > 0 && partAt(next, parent) === 'empty' ? removed(next, parent) : next
}

function partAt(filter: ContactFilter, path: Path): 'empty' | 'full' {
  let part: FilterPart = filter
  for (const place of path) {
    const inner: FilterPart | undefined = isGroup(part) ? part.of[place] : undefined
    if (!inner) return 'full'
    part = inner
  }
  return isGroup(part) && part.of.length === 0 ? 'empty' : 'full'
}

/** A filter as it stands in an address, where anybody may have typed anything; `undefined` for what is none. */
export function readFilter(raw: unknown, depth: number = filterLimits.depth): ContactFilter | undefined {
  if (!isRecord(raw) || (raw.match !== 'all' && raw.match !== 'any') || !Array.isArray(raw.of))
    return undefined
  const of = raw.of.map(part =>
    isRecord(part) && 'match' in part
      ? depth > 1
        ? readFilter(part, depth - 1)
        : undefined
      : readCondition(part),
  )
  const read = of.filter(part => part !== undefined)
  const filter = { match: raw.match, of: read } as const
  return read.length === of.length && countOf(filter) <= filterLimits.conditions ? filter : undefined
}

function readCondition(raw: unknown): Condition | undefined {
  if (!isRecord(raw) || !isField(raw.field) || !operatorsOf(raw.field).includes(raw.op as Operator))
    return undefined
  const fresh = freshCondition(raw.field, raw.op as Operator)
  if (fresh.field === 'custom' && (typeof raw.key !== 'string' || raw.key === '')) return undefined
  if (!('value' in fresh)) return fresh
  const alike = Array.isArray(fresh.value)
    ? Array.isArray(raw.value) && raw.value.every(one => typeof one === 'string' || Number.isInteger(one))
    : typeof raw.value === typeof fresh.value
  if (!alike) return undefined
  return { ...fresh, ...(fresh.field === 'custom' && { key: raw.key }), value: raw.value } as Condition
}

const isRecord = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null
