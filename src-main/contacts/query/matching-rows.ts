import type { CompiledQuery } from './compile-query.ts'
import { distinct, leadsBeside } from './select-ids.ts'
import { type Sql, sql } from './sql.ts'

/** Beyond so many, going through all contacts as they lie in the file is faster than fetching one by one. */
export const MOST_GATHERED = 150_000

/** `FROM … WHERE …` for all that match, in no order, each once. */
export const matchingRows = (query: CompiledQuery, source: Sql | null): Sql => {
  if (source !== null)
    return sql`FROM (${distinct(source)}) AS found
      CROSS JOIN contacts ON contacts.id = found.contact ${leadsBeside(query)} WHERE ${query.where}`
  return query.campaign === null
    ? sql`FROM contacts NOT INDEXED WHERE ${query.where}`
    : sql`FROM leads CROSS JOIN contacts ON contacts.id = leads.contact_id
        WHERE leads.campaign_id = ${query.campaign} AND ${query.where}`
}
