import type { Kysely } from 'kysely'
import type { CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { Tables } from '../../store/tables.ts'
import { createDemoLines } from './demo-lines.ts'
import { createReadyCampaign, readSampleContacts } from './ready-campaign.ts'

export interface DemoOptions {
  readonly resources: string
  readonly practiceTrunk: TrunkId
  /** IANA zone of the workspace. */
  readonly zone: string
  readonly now: Instant
}

/**
 * Four numbers, three agents, 500 contacts and a campaign that is one click from its launch over the practice trunk. To
 * be called within a transaction.
 */
export async function createDemo(
  db: Kysely<Tables>,
  sql: Statements,
  options: DemoOptions,
): Promise<CampaignId> {
  const contacts = await readSampleContacts(options.resources)
  const lines = await createDemoLines(db, options)
  return createReadyCampaign(db, sql, { ...options, lines, contacts })
}
