import type { Transaction } from 'kysely'
import type { CampaignChange } from '../contract/campaign-edit.ts'
import { campaignDefaults } from '../domain/campaign.ts'
import { lockedBecause } from '../domain/editable.ts'
import type { AgentId, AgentVersionId, CampaignId } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import { campaignNamed } from '../store/campaign-name.ts'
import type { CampaignChange as StoredChange } from '../store/campaign-parts.ts'
import { createCampaign } from '../store/create-campaign.ts'
import { numbersOfAgent } from '../store/read-agents.ts'
import { type SaveRefusal, saveCampaign } from '../store/save-campaign.ts'
import type { Tables } from '../store/tables.ts'
import { actor } from './actor.ts'
import { checkChange } from './check-change.ts'
import { defaultSchedule } from './definitions.ts'
import { nameTaken, notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

type Tx = Transaction<Tables>

/** A draft with the defaults and what is given. To be called within a transaction. */
export async function createDraft(
  tx: Tx,
  { now, zone }: Pick<Services, 'now' | 'zone'>,
  { name, ...change }: CampaignChange & { readonly name: string },
): Promise<{ id: CampaignId; revision: number }> {
  if ((await campaignNamed(tx, name)) !== undefined) throw nameTaken('campaign', name)
  const nothingYet = { notes: '', agentVersion: null, trunks: [], numbers: [] }
  const id = await createCampaign(
    tx,
    { name, ...nothingYet, settings: campaignDefaults, schedule: defaultSchedule(zone) },
    now(),
  )
  const created = { actor, action: 'campaign.create', subject: `campaign ${id}`, detail: { name } }
  await addAudit(tx, created, now())
  return { id, revision: await saveChange(tx, now(), id, 1, await withAgentNumbers(tx, change)) }
}

/** Where no numbers are given, the agent's own ones are shown. */
async function withAgentNumbers(tx: Tx, change: CampaignChange): Promise<CampaignChange> {
  const { agent = null, numbers } = change
  if (numbers !== undefined || agent === null) return change
  const own = await numbersOfAgent(tx, agent)
  return { ...change, numbers: own.map(id => ({ id, weight: 1, enabled: true })) }
}

/** @returns the new revision. To be called within a transaction. */
export async function saveChange(
  tx: Tx,
  now: number,
  id: CampaignId,
  revision: number,
  change: CampaignChange,
  atLaunch = false,
): Promise<number> {
  await checkChange(tx, id, change)
  const saved = await saveCampaign(tx, id, await storedChange(tx, change), { revision, actor, atLaunch }, now)
  if ('refused' in saved) throw saveRefused(saved, id, change.name ?? '')
  return saved.revision
}

async function storedChange(tx: Tx, { agent, ...change }: CampaignChange): Promise<StoredChange> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (agent === undefined) return given
  return { ...given, agentVersion: agent === null ? null : await newestVersion(tx, agent) }
}

async function newestVersion(tx: Tx, id: AgentId): Promise<AgentVersionId> {
  const agent = await tx
    .selectFrom('agents')
    .select(['name', 'active', 'published_version_id as version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (agent === undefined) throw notFound('agent', id)
  if (agent.version !== null && agent.active === 1) return agent.version
  throw refused({
    code: 'agent_not_ready',
    field: 'agent',
    what:
      agent.version === null
        ? `The agent “${agent.name}” has no published version.`
        : `The agent “${agent.name}” is switched off.`,
    cure: 'Publish or switch it on first, or choose another.',
  })
}

function saveRefused(refusal: SaveRefusal, id: CampaignId, name: string) {
  switch (refusal.refused) {
    case 'not_found':
      return notFound('campaign', id)
    case 'name_taken':
      return nameTaken('campaign', name)
    case 'locked':
      return refused({
        code: 'locked',
        ...(refusal.parts[0] === undefined ? {} : { field: refusal.parts[0] }),
        what: `${refusal.parts.join(', ')} cannot be changed now.`,
        cure: lockedBecause({ is: refusal.state }),
        problems: refusal.parts.map(field => ({ field, text: 'cannot be changed now' })),
      })
    case 'changed_meanwhile':
      return refused({
        code: 'changed_meanwhile',
        what: 'Somebody else saved this campaign in the meantime. Nothing of yours was saved yet.',
        cure: 'Look at what they changed, choose, and save again.',
        revision: refusal.revision,
        changed: refusal.changed.map(({ part, theirs, yours }) => ({
          field: part,
          theirs: json(theirs),
          ...(yours === undefined ? {} : { yours: json(yours) }),
        })),
      })
  }
}

type Json = NonNullable<Parameters<typeof refused>[0]['changed']>[number]['theirs']
/** Stored as JSON before, so it is. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
