import type { Transaction } from 'kysely'
import type { Flow } from '../domain/flow.ts'
import { checkFlow, type FlowFault } from '../domain/flow-check.ts'
import { flowChanges } from '../domain/flow-edit/flow-changes.ts'
import type { AgentId, Instant } from '../domain/ids.ts'
import { agentNamed } from '../store/agent-name.ts'
import { addAudit } from '../store/audit.ts'
import { toJson } from '../store/json.ts'
import { hasChanges, readStoredAgents, readVersions, type StoredAgent } from '../store/read-agent.ts'
import { addVersion } from '../store/save-agent.ts'
import type { Tables } from '../store/tables.ts'
import { actor } from './actor.ts'
import { audited } from './audited.ts'
import { nameTaken, notFound, refused } from './refuse.ts'

type Tx = Transaction<Tables>

export async function mustHave(
  db: Parameters<typeof readStoredAgents>[0],
  id: AgentId,
): Promise<StoredAgent> {
  const [agent] = await readStoredAgents(db, id)
  if (agent === undefined) throw notFound('agent', id)
  return agent
}

export interface AgentChange {
  readonly name?: string | undefined
  readonly purpose?: string | undefined
  readonly active?: boolean | undefined
}

/** @returns the new revision. To be called within a transaction. */
export async function changeAgent(
  tx: Tx,
  { id, revision, change }: { id: AgentId; revision: number; change: AgentChange },
  now: Instant,
): Promise<number> {
  const { name, purpose, active, revision: stored } = await mustHave(tx, id)
  const before = { name, purpose, active }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after = { ...before, ...(given as Partial<typeof before>) }
  if (stored !== revision)
    throw changedMeanwhile(stored, [
      ...(['name', 'purpose', 'active'] as const)
        .filter(field => before[field] !== after[field])
        .map(field => ({ field, theirs: before[field], yours: after[field] })),
    ])
  const namesake = await agentNamed(tx, after.name)
  if (namesake !== undefined && namesake.id !== id) throw nameTaken('agent', after.name)
  await tx
    .updateTable('agents')
    .set({ name: after.name, notes: after.purpose, active: after.active ? 1 : 0, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await audited(tx, { action: 'agent.edit', subject: `agent ${id}` }, before, after, now)
  return revision + 1
}

/** @returns the new revision. To be called within a transaction. */
export async function saveDraft(
  tx: Tx,
  { id, revision, flow }: { id: AgentId; revision: number; flow: Flow },
  now: Instant,
): Promise<number> {
  const { draft } = await mustHave(tx, id)
  if (draft.revision !== revision) throw changedMeanwhile(draft.revision, differences(flow, draft.flow))
  await tx
    .updateTable('agents')
    .set({ draft: toJson(flow), draft_revision: revision + 1, changed_at: now })
    .where('id', '=', id)
    .execute()
  return revision + 1
}

/** @returns the new version's number. To be called within a transaction. */
export async function publishDraft(
  tx: Tx,
  { id, revision }: { id: AgentId; revision: number },
  fields: readonly string[],
  now: Instant,
): Promise<number> {
  const agent = await mustHave(tx, id)
  const { draft, published } = agent
  if (draft.revision !== revision)
    throw changedMeanwhile(draft.revision, differences(published?.flow ?? draft.flow, draft.flow))
  const faults = checkFlow(draft.flow, fields)
  if (faults.length > 0) throw withFaults(faults)
  if (!hasChanges(agent))
    throw refused({
      code: 'nothing_changed',
      what: `Version ${published?.version} says the same already.`,
      cure: 'Change the draft first.',
    })
  const { version } = await addVersion(tx, id, draft.flow, now)
  const changed = published && flowChanges(published.flow, draft.flow)
  const detail = {
    version,
    added: changed?.added.length ?? Object.keys(draft.flow.steps).length,
    changed: changed?.changed.length ?? 0,
    removed: changed?.removed.length ?? 0,
  }
  await addAudit(tx, { actor, action: 'agent.publish', subject: `agent ${id}`, detail }, now)
  return version
}

/** To be called within a transaction. */
export async function removeAgent(tx: Tx, id: AgentId, now: Instant): Promise<void> {
  const { name } = await mustHave(tx, id)
  const users = (await readVersions(tx, id)).flatMap(({ campaigns }) => campaigns)
  const [first] = users
  if (first !== undefined)
    throw refused({
      code: 'agent_in_use',
      what:
        users.length === 1
          ? `“${name}” is the agent of the campaign “${first.name}”.`
          : `“${name}” is the agent of ${users.length} campaigns, “${first.name}” among them.`,
      cure: 'Give them another agent first, or switch this one off.',
    })
  await tx.updateTable('agents').set({ active: 0, deleted_at: now }).where('id', '=', id).execute()
  await tx.deleteFrom('agent_numbers').where('agent_id', '=', id).execute()
  await addAudit(tx, { actor, action: 'agent.delete', subject: `agent ${id}`, detail: { name } }, now)
}

const withFaults = (faults: readonly FlowFault[]) =>
  refused({
    code: 'flow_faults',
    what: `The flow has ${faults.length === 1 ? '1 error' : `${faults.length} errors`}. Nothing was published.`,
    cure: 'Each stands at its step. Mend them, then publish.',
    problems: faults.map(({ step, message }) => ({ field: step ?? '', text: message })),
  })

type Changed = NonNullable<Parameters<typeof refused>[0]['changed']>

const changedMeanwhile = (revision: number, changed: Changed) =>
  refused({
    code: 'changed_meanwhile',
    what: 'Somebody else saved this agent in the meantime. Nothing of yours was saved yet.',
    cure: 'Look at what differs, and take theirs or keep yours.',
    revision,
    changed,
  })

/** Step by step where what is stored now differs from what was sent. */
function differences(sent: Flow, stored: Flow): Changed {
  const { added, changed, removed, settings } = flowChanges(sent, stored)
  const json = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as Changed[number]['theirs']
  return [
    ...[...added, ...changed, ...removed].map(id => ({
      field: `steps.${id}`,
      theirs: json(stored.steps[id]),
      yours: json(sent.steps[id]),
    })),
    ...settings.map(part => ({ field: part, theirs: json(stored[part]), yours: json(sent[part]) })),
  ]
}
