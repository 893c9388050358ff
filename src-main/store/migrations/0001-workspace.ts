import { type Kysely, sql } from 'kysely'
import { agents } from './0001/agents.ts'
import { calls } from './0001/calls.ts'
import { campaigns } from './0001/campaigns.ts'
import { contacts } from './0001/contacts.ts'
import { heatmap } from './0001/heatmap.ts'
import { jobs } from './0001/jobs.ts'
import { law } from './0001/law.ts'
import { leads } from './0001/leads.ts'
import { lines } from './0001/lines.ts'
import { results } from './0001/results.ts'
import { workspace } from './0001/workspace.ts'

/** The first schema. Once shipped it never changes; later ones add to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  ...workspace,
  ...lines,
  ...agents,
  ...campaigns,
  ...contacts,
  ...jobs,
  ...leads,
  ...calls,
  ...heatmap,
  ...results,
  ...law,
]
