import type { SqlValue } from '../../store/sqlite-file.ts'

/** A piece of SQL with its values: nothing that a person wrote ever becomes part of the text. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** Pieces in a piece become part of it, values are bound. */
export function sql(parts: TemplateStringsArray, ...inserted: readonly (Sql | SqlValue)[]): Sql {
  let text = parts[0] ?? ''
  const values: SqlValue[] = []
  inserted.forEach((each, index) => {
    const isPiece = typeof each === 'object' && each !== null
    text += isPiece ? each.text : '?'
    if (isPiece) values.push(...each.values)
    else values.push(each)
    text += parts[index + 1] ?? ''
  })
  return { text, values }
}

export const joined = (parts: readonly Sql[], between: string): Sql => ({
  text: parts.map(({ text }) => text).join(between),
  values: parts.flatMap(({ values }) => values),
})

/** True where each of them is; without any: always. */
export const allOf = (parts: readonly Sql[]): Sql => grouped(parts, ' AND ', sql`1`)
/** True where one of them is; without any: never. */
export const anyOf = (parts: readonly Sql[]): Sql => grouped(parts, ' OR ', sql`0`)
export const not = (part: Sql): Sql => sql`NOT (${part})`

const grouped = (parts: readonly Sql[], between: string, none: Sql): Sql =>
  parts.length === 0 ? none : parts.length === 1 ? (parts[0] ?? none) : sql`(${joined(parts, between)})`

// Few are bound one by one, so that an index is probed for each; many, or none, as one list.
const FEW = 20

/** What stands after `IN`. */
export const among = (values: readonly SqlValue[]): Sql =>
  values.length > 0 && values.length <= FEW
    ? sql`(${joined(
        values.map(value => sql`${value}`),
        ', ',
      )})`
    : sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
