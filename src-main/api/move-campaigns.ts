import type { Transaction } from 'kysely'
import type { AgentId, CampaignId, Instant } from '../domain/ids.ts'
import { saveCampaign } from '../store/save-campaign.ts'
import type { Tables } from '../store/tables.ts'
import { actor } from './actor.ts'
import { mustHave } from './edit-agent.ts'
import { refused } from './refuse.ts'

interface Moved {
  readonly version: number
  readonly campaigns: readonly CampaignId[]
}

/** Campaigns of an agent go on with its newest version. To be called within a transaction. */
export async function moveCampaigns(
  tx: Transaction<Tables>,
  agent: AgentId,
  asked: readonly CampaignId[],
  now: Instant,
): Promise<Moved> {
  const { name, published } = await mustHave(tx, agent)
  const newest = await tx
    .selectFrom('agents')
    .select('published_version_id as version')
    .where('id', '=', agent)
    .executeTakeFirst()
  if (published === null || !newest?.version)
    throw refused({
      code: 'agent_not_ready',
      what: `The agent “${name}” has no published version.`,
      cure: 'Publish it first.',
    })
  const campaigns = await tx
    .selectFrom('campaigns')
    .innerJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
    .select(['campaigns.id', 'campaigns.revision'])
    .where('campaigns.id', 'in', asked)
    .where('campaigns.deleted_at', 'is', null)
    .where('campaigns.state', 'not in', ['completed', 'cancelled'])
    .where('agent_versions.agent_id', '=', agent)
    .where('campaigns.agent_version_id', '!=', newest.version)
    .execute()
  for (const { id, revision } of campaigns)
    await saveCampaign(tx, id, { agentVersion: newest.version }, { revision, actor, movesAgentOn: true }, now)
  return { version: published.version, campaigns: campaigns.map(({ id }) => id) }
}
