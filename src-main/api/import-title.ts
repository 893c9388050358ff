import type { Kysely } from 'kysely'
import type { ImportTarget } from '../domain/import-plan.ts'
import type { Tables } from '../store/tables.ts'

/** What an import is called where jobs are listed: `autumn-leads.csv into list Autumn leads`. */
export async function importTitle(
  db: Kysely<Tables>,
  fileName: string,
  target: ImportTarget,
): Promise<string> {
  switch (target.into) {
    case 'all':
      return `${fileName} into all contacts`
    case 'list': {
      const list = await db
        .selectFrom('lists')
        .select('name')
        .where('id', '=', target.list)
        .executeTakeFirst()
      return `${fileName} into list ${list?.name ?? ''}`
    }
    case 'campaign': {
      const campaign = await db
        .selectFrom('campaigns')
        .select('name')
        .where('id', '=', target.campaign)
        .executeTakeFirst()
      return `${fileName} into campaign ${campaign?.name ?? ''}`
    }
  }
}
