import { type Kysely, sql, type Transaction } from 'kysely'
import type { CampaignSettings } from '../../domain/campaign.ts'
import type { CampaignId, PlaceId } from '../../domain/ids.ts'
import type { LaunchChoices } from '../../domain/launch.ts'
import type {
  LaunchCounts,
  LaunchRecords,
  PlaceShare,
  WhoIsMeant,
} from '../../engine/ports/launch-records.ts'
import { fromJson, fromJsonOrNull, type Json, toJson } from '../json.ts'
import type { Tables } from '../tables.ts'
import { keptBy, launchTotals } from './launch-counts.ts'
import { calledFrom, isMeant } from './launch-sql.ts'
import { historyLines, prepareLeads } from './prepare-leads.ts'
import { shownOnItsTrunks } from './shown-on.ts'

/** What a launch counts, over any connection. */
export const launchCounts = (db: Kysely<Tables>): LaunchCounts => ({
  totals: (campaign, launch) => launchTotals(db, campaign, launch),
  keptBy: (campaign, launch, by, now) => keptBy(db, campaign, launch, by, now),
  places: (campaign, launch) => places(db, campaign, launch),
  consented: async (campaign, launch, { purpose, kinds, now }) => {
    const { rows } = await sql<{ place: PlaceId; contacts: number }>`
      SELECT leads.place_id AS place, count(DISTINCT leads.id) AS contacts
      FROM consents CROSS JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = consents.contact_id
      WHERE consents.kind IN (${sql.join(kinds)}) AND (consents.purpose IS NULL OR consents.purpose = ${purpose})
        AND consents.given_at <= ${now} AND (consents.withdrawn_at IS NULL OR consents.withdrawn_at > ${now})
        AND (consents.expires_at IS NULL OR consents.expires_at > ${now}) AND ${isMeant(launch)}
      GROUP BY leads.place_id`.execute(db)
    return new Map(rows.map(({ place, contacts }) => [place, contacts]))
  },
})

/** The reads and writes of a launch over one transaction. */
export const launchRecords = (tx: Transaction<Tables>): LaunchRecords => ({
  ...launchCounts(tx),
  agent: async campaign => {
    const row = await tx
      .selectFrom('campaigns')
      .innerJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
      .innerJoin('agents', 'agents.id', 'agent_versions.agent_id')
      .select(['agents.active', 'agent_versions.flow'])
      .where('campaigns.id', '=', campaign)
      .executeTakeFirst()
    return row === undefined ? null : { active: row.active === 1, flow: fromJson(row.flow) }
  },
  numbers: async campaign => {
    const { rows } = await sql<{ all: number; usable: number | null }>`
      SELECT count(*) AS "all",
        sum(campaign_numbers.enabled = 1 AND numbers.enabled = 1 AND numbers.excluded_at IS NULL
          AND ${sql.raw(shownOnItsTrunks)}) AS usable
      FROM campaigns JOIN campaign_numbers ON campaign_numbers.campaign_id = campaigns.id
        JOIN numbers ON numbers.id = campaign_numbers.number_id
      WHERE campaigns.id = ${campaign}`.execute(tx)
    return { all: rows[0]?.all ?? 0, usable: rows[0]?.usable ?? 0 }
  },

  begin: async (campaign, intent) => {
    await tx
      .updateTable('campaigns')
      .set({ launching: toJson(intent) })
      .where('id', '=', campaign)
      .execute()
  },
  begun: async () => {
    const rows = await tx
      .selectFrom('campaigns')
      .select(['id', 'launching'])
      .where('launching', 'is not', null)
      .execute()
    return rows.flatMap(({ id, launching }) =>
      launching === null ? [] : [{ campaign: id, intent: fromJson(launching) }],
    )
  },
  history: (campaign, after) => historyLines(tx, campaign, after),
  optOutLines: async campaign => {
    const rows = await tx.selectFrom('suppressions').selectAll().where('campaign_id', '=', campaign).execute()
    return rows.map(optOut => JSON.stringify({ optOut }))
  },
  prepare: (campaign, launch, after, draws, now) => prepareLeads(tx, campaign, launch, after, draws, now),
  liftOptOuts: async (campaign, now) => {
    const { numUpdatedRows } = await tx
      .updateTable('suppressions')
      .set({ expires_at: now })
      .where('scope', '=', 'campaign')
      .where('campaign_id', '=', campaign)
      .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },
  removeOptOuts: async campaign => {
    const { numDeletedRows } = await tx
      .deleteFrom('suppressions')
      .where('scope', '=', 'campaign')
      .where('campaign_id', '=', campaign)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
  draw: async (campaign, contacts) => {
    for (let from = 0; from < contacts.length; from += BATCH)
      await tx
        .updateTable('leads')
        .set({ sampled: 1 })
        .where('campaign_id', '=', campaign)
        .where('contact_id', 'in', contacts.slice(from, from + BATCH))
        .execute()
  },
  choices: async campaign => {
    const row = await tx
      .selectFrom('campaigns')
      .select('launch')
      .where('id', '=', campaign)
      .executeTakeFirst()
    return fromJsonOrNull(row?.launch ?? null)
  },
  abandon: async campaign => {
    await tx.updateTable('campaigns').set({ launching: null }).where('id', '=', campaign).execute()
  },
  keepChoices: async (campaign, choices) => {
    await tx.updateTable('campaigns').set(chosen(choices)).where('id', '=', campaign).execute()
  },
  beginRun: async (campaign, choices, now) => {
    await tx
      .updateTable('campaigns')
      .set(({ eb }) => ({
        run: eb('run', '+', 1),
        launched_at: now,
        ended_at: null,
        numbers_out_since: null,
        ...chosen(choices),
      }))
      .where('id', '=', campaign)
      .execute()
  },
})

// Values per statement: well under SQLite's limit of variables.
const BATCH = 500

const chosen = (choices: LaunchChoices) => ({
  launch: toJson(choices),
  launching: null,
  test_contacts: choices.testContacts,
  ...(choices.resetHistory ? { history_from: sql<number>`run + 1` } : {}),
  settings: sql<
    Json<CampaignSettings>
  >`json_set(settings, '$.keepLive', json(${choices.keepLive ? 'true' : 'false'}))`,
})

/** Those who wait are counted already; of the others the index alone is read. */
async function places(
  db: Kysely<Tables>,
  campaign: CampaignId,
  launch: WhoIsMeant,
): Promise<readonly PlaceShare[]> {
  const others = calledFrom(launch).filter(status => status !== 'pending' && status !== 'retry')
  const { rows } = await sql<PlaceShare>`
    SELECT place_id AS place, sum(leads) AS leads FROM (
      SELECT place_id, leads FROM lead_queue WHERE campaign_id = ${campaign} AND leads > 0
      UNION ALL
      SELECT place_id, count(*) AS leads FROM leads
      WHERE campaign_id = ${campaign} AND status IN (${sql.join(others)}) GROUP BY status, place_id)
    GROUP BY place_id ORDER BY sum(leads) DESC`.execute(db)
  return rows
}
