import type { Kysely } from 'kysely'
import type { CampaignId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

/** The campaign that has this name, whatever its case; deleted ones have given theirs back. */
export const campaignNamed = (
  db: Kysely<Tables>,
  name: string,
): Promise<{ readonly id: CampaignId } | undefined> =>
  db
    .selectFrom('campaigns')
    .select('id')
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

const LONGEST = 120

/** `Spring`, then `Spring (copy)`, `Spring (copy 2)` … */
export async function freeCopyName(db: Kysely<Tables>, name: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? ' (copy)' : ` (copy ${copy})`
    const candidate = `${name.slice(0, LONGEST - suffix.length)}${suffix}`
    if ((await campaignNamed(db, candidate)) === undefined) return candidate
  }
}
