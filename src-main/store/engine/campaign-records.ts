import type { Transaction } from 'kysely'
import type { CampaignState } from '../../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { CampaignRecord } from '../../engine/ports.ts'
import { fromStateColumns, toStateColumns } from '../campaign-state-columns.ts'
import { fromJson, fromJsonOrNull } from '../json.ts'
import type { Tables } from '../tables.ts'

const records = (tx: Transaction<Tables>) =>
  tx
    .selectFrom('campaigns')
    .leftJoin('trunks', join =>
      join.on(({ eb, ref, selectFrom }) =>
        eb(
          'trunks.id',
          '=',
          eb.fn.coalesce(
            ref('campaigns.trunk_id'),
            selectFrom('trunks as standard').select('standard.id').where('standard.is_default', '=', 1),
          ),
        ),
      ),
    )
    .selectAll('campaigns')
    .select(({ selectFrom }) => [
      'trunks.id as used_trunk',
      'trunks.name as trunk_name',
      'trunks.settings as trunk_settings',
      selectFrom('campaign_numbers')
        .innerJoin('numbers', 'numbers.id', 'campaign_numbers.number_id')
        .select(({ fn }) => fn.countAll<number>().as('usable'))
        .whereRef('campaign_numbers.campaign_id', '=', 'campaigns.id')
        .where('campaign_numbers.enabled', '=', 1)
        .where('numbers.enabled', '=', 1)
        .as('usable_numbers'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number]

const toRecord = (row: Row): CampaignRecord => {
  const trunkSettings = fromJsonOrNull(row.trunk_settings)
  return {
    id: row.id,
    name: row.name,
    state: fromStateColumns(row),
    settings: fromJson(row.settings),
    schedule: fromJson(row.schedule),
    agentVersion: row.agent_version_id,
    trunk:
      row.used_trunk === null || trunkSettings === null
        ? null
        : { id: row.used_trunk, name: row.trunk_name ?? '', settings: trunkSettings },
    usableNumbers: row.usable_numbers ?? 0,
    run: row.run,
    lastStartAt: row.last_start_at,
  }
}

export async function campaignRecord(
  tx: Transaction<Tables>,
  id: CampaignId,
): Promise<CampaignRecord | null> {
  const row = await records(tx).where('campaigns.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRecord(row)
}

export const workingCampaigns = async (tx: Transaction<Tables>): Promise<readonly CampaignRecord[]> =>
  (
    await records(tx)
      .where('campaigns.state', 'in', ['scheduled', 'running', 'draining'])
      .orderBy('campaigns.id')
      .execute()
  ).map(toRecord)

export async function setState(
  tx: Transaction<Tables>,
  campaign: CampaignId,
  state: CampaignState,
  at: Instant,
): Promise<void> {
  const isOver = state.is === 'completed' || state.is === 'cancelled'
  await tx
    .updateTable('campaigns')
    .set({ ...toStateColumns(state), state_since: at, ended_at: isOver ? at : null })
    .where('id', '=', campaign)
    .execute()
}

export async function beginRun(tx: Transaction<Tables>, campaign: CampaignId, at: Instant): Promise<number> {
  const { run } = await tx
    .updateTable('campaigns')
    .set(({ eb }) => ({ run: eb('run', '+', 1), launched_at: at }))
    .where('id', '=', campaign)
    .returning('run')
    .executeTakeFirstOrThrow()
  return run
}
