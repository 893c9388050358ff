import { implement } from '@orpc/server'
import type { AgentDetail, AgentRow } from '../contract/agents.ts'
import { contract } from '../contract/contract.ts'
import { flowVariables } from '../domain/fill-text.ts'
import { contactFields } from '../domain/flow-check.ts'
import { emptyFlow } from '../domain/flow-edit/empty-flow.ts'
import { tryFlow } from '../domain/flow-try.ts'
import type { AgentId } from '../domain/ids.ts'
import { agentNamed, freeAgentName } from '../store/agent-name.ts'
import { addAudit } from '../store/audit.ts'
import {
  hasChanges,
  readAgentNumbers,
  readStoredAgents,
  readVersionFlow,
  readVersions,
} from '../store/read-agent.ts'
import { numbersOfAgent, type PublishedAgent, readAgents } from '../store/read-agents.ts'
import { createDraftAgent, setAgentNumbers } from '../store/save-agent.ts'
import { actor } from './actor.ts'
import { flowFile, flowOfFile } from './agent-files.ts'
import { audited } from './audited.ts'
import { checkNumbers } from './check-numbers.ts'
import { changeAgent, mustHave, publishDraft, removeAgent, saveDraft } from './edit-agent.ts'
import { moveCampaigns } from './move-campaigns.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { nameTaken, notFound } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.agents).$context<Services>()

export const agents = os.router({
  list: os.list.handler(async ({ context }) => (await readAgents(context.db)).map(rowOf)),

  all: os.all.handler(async ({ context: { db } }) => {
    const [stored, numbers, versions] = [
      await readStoredAgents(db),
      await readAgentNumbers(db),
      Map.groupBy(await readVersions(db), ({ agent }) => agent),
    ]
    return stored.map(({ draft, published, revision: _, ...agent }) => ({
      ...agent,
      numbers: [...(numbers.get(agent.id) ?? [])],
      published: published && { version: published.version, at: published.publishedAt },
      hasChanges: hasChanges({ draft, published }),
      campaigns: (versions.get(agent.id) ?? []).reduce((sum, { campaigns }) => sum + campaigns.length, 0),
    }))
  }),

  get: os.get.handler(({ input, context }) => detailOf(context, input.id)),

  fields: os.fields.handler(async ({ context }) => [...(await knownFields(context))]),

  create: os.create.handler(async ({ input: { name, from, language }, context }) => {
    const flow = from === 'empty' ? emptyFlow : await context.readyMadeFlow(from, language)
    return context.change(async tx => {
      if ((await agentNamed(tx, name)) !== undefined) throw nameTaken('agent', name)
      const id = await createDraftAgent(tx, { name, purpose: '', flow }, context.now())
      const created = { actor, action: 'agent.create', subject: `agent ${id}`, detail: { name, from } }
      await addAudit(tx, created, context.now())
      return { id }
    })
  }),

  duplicate: os.duplicate.handler(({ input: { id }, context }) =>
    context.change(async tx => {
      const { name: original, purpose, draft } = await mustHave(tx, id)
      const name = await freeAgentName(tx, original)
      const copy = await createDraftAgent(tx, { name, purpose, flow: draft.flow }, context.now())
      const entry = { actor, action: 'agent.duplicate', subject: `agent ${id}`, detail: { copy, name } }
      await addAudit(tx, entry, context.now())
      return { id: copy, name }
    }),
  ),

  update: os.update.handler(async ({ input, context }) => ({
    revision: await context.change(tx => changeAgent(tx, input, context.now())),
  })),

  remove: os.remove.handler(async ({ input: { id }, context }) => {
    await context.change(tx => removeAgent(tx, id, context.now()))
    return {}
  }),

  setNumbers: os.setNumbers.handler(async ({ input: { id, numbers, opened }, context }) => {
    await context.change(async tx => {
      await mustHave(tx, id)
      await checkNumbers(tx, numbers)
      const before = await numbersOfAgent(tx, id)
      mustBeAsOpened('agentNumbers', { numbers: before }, opened, { numbers })
      await setAgentNumbers(tx, id, numbers)
      const entry = { action: 'agent.numbers', subject: `agent ${id}` }
      await audited(tx, entry, { numbers: before }, { numbers }, context.now())
    })
    return {}
  }),

  saveDraft: os.saveDraft.handler(async ({ input, context }) => {
    const savedAt = context.now()
    return { revision: await context.change(tx => saveDraft(tx, input, savedAt)), savedAt }
  }),

  publish: os.publish.handler(async ({ input, context }) => {
    const fields = await knownFields(context)
    const publishedAt = context.now()
    return { version: await context.change(tx => publishDraft(tx, input, fields, publishedAt)), publishedAt }
  }),

  moveCampaigns: os.moveCampaigns.handler(async ({ input: { id, campaigns }, context }) => {
    const now = context.now()
    const moved = await context.change(tx => moveCampaigns(tx, id, campaigns, now))
    for (const campaign of moved.campaigns) context.engine.changed(campaign)
    return { version: moved.version, moved: moved.campaigns.length }
  }),

  version: os.version.handler(async ({ input: { id, version }, context }) => {
    const flow = await readVersionFlow(context.db, id, version)
    if (flow === null) throw notFound(`version ${version} of agent`, id)
    return { flow }
  }),

  exportFlow: os.exportFlow.handler(async ({ input, context }) => {
    const { name, draft } = await mustHave(context.db, input.id)
    return flowFile(name, draft.flow)
  }),

  readFlow: os.readFlow.handler(({ input }) => ({ flow: flowOfFile(input.text) })),

  tryOut: os.tryOut.handler(({ input: { flow, variables, inputs } }) => tryFlow(flow, variables, inputs)),
})

async function detailOf(context: Services, id: AgentId): Promise<AgentDetail> {
  const agent = await mustHave(context.db, id)
  const versions = await readVersions(context.db, id)
  return {
    ...agent,
    numbers: [...(await numbersOfAgent(context.db, id))],
    versions: versions.map(({ version, publishedAt, campaigns }) => ({
      version,
      publishedAt,
      campaigns: [...campaigns],
    })),
  }
}

/** What a text may name: what every contact has, and the fields that contacts of this workspace have. */
const knownFields = async ({ facets }: Services): Promise<readonly string[]> => [
  ...new Set([...contactFields, ...(await facets()).fields]),
]

const rowOf = ({ flow, numbers, versionId: _, ...agent }: PublishedAgent): AgentRow => ({
  ...agent,
  numbers: [...numbers],
  variables: [...flowVariables(flow)],
})
