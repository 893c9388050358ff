import { ORPCError } from '@orpc/server'
import type { ConfiguredThing } from '../../contract/configuration.ts'
import type { Refusal } from '../../contract/values.ts'
import { checkFlow } from '../../domain/flow-check.ts'
import { addAudit } from '../../store/audit.ts'
import { readAgents } from '../../store/read-agents.ts'
import { createAgent } from '../../store/save-agent.ts'
import { actor } from '../actor.ts'
import { importWritten } from '../configuration.ts'
import { refused } from '../refuse.ts'
import type { Services } from '../services.ts'
import { importSettings } from './import-settings.ts'
import { type PartClients, partClients } from './part-clients.ts'
import type { Take } from './take.ts'
import type { WrittenWorkspace } from './written-workspace.ts'

interface Outcome {
  readonly added: ConfiguredThing[]
  readonly known: ConfiguredThing[]
  readonly leftOut: (ConfiguredThing & { why: string })[]
}

/** In the order in which things need each other. */
export async function importWorkspace(context: Services, file: WrittenWorkspace): Promise<Outcome> {
  const client = partClients(context)
  const outcome: Outcome = { added: [], known: [], leftOut: [] }
  const take: Take = async (part, name, isKnown, add) => {
    if (isKnown) return void outcome.known.push({ part, name })
    try {
      await add()
      outcome.added.push({ part, name })
    } catch (error) {
      outcome.leftOut.push({ part, name, why: whyRefused(error) })
    }
  }
  await importSettings(context, client, file, take)
  await importLines(client, file, take)
  await importAgents(context, client, file, take)
  const plans = namesOf(await client.campaigns.list())
  for (const campaign of file.campaigns)
    await take('campaign', campaign.name, plans.has(key(campaign.name)), () =>
      importWritten(context, campaign, undefined),
    )
  return outcome
}

async function importLines(client: PartClients, file: WrittenWorkspace, take: Take): Promise<void> {
  const hours = namesOf(await client.businessHours.list())
  for (const form of file.businessHours)
    await take('business_hours', form.name, hours.has(key(form.name)), () =>
      client.businessHours.create(form),
    )
  const lines = namesOf(await client.trunks.list())
  for (const { rates, ...form } of file.trunks)
    await take('trunk', form.name, lines.has(key(form.name)), async () => {
      const { id } = await client.trunks.create(form)
      if (rates !== null) await client.trunks.setMoney({ id, rates })
    })
  const trunkIds = new Map((await client.trunks.list()).map(({ name, id }) => [key(name), id]))
  const callerIds = new Set((await client.numbers.list()).map(({ number }) => number))
  for (const { number, name, trunk, proof, zone, enabled } of file.numbers)
    await take('number', number, callerIds.has(number), async () => {
      const { id } = await client.numbers.create({
        number,
        name,
        trunk: trunk === null ? null : (trunkIds.get(key(trunk)) ?? null),
        defaultCountry: 'US',
        proof,
      })
      await client.numbers.update({ id, enabled, ...(zone && { zone }) })
    })
}

async function importAgents(
  context: Services,
  client: PartClients,
  file: WrittenWorkspace,
  take: Take,
): Promise<void> {
  const known = namesOf(await readAgents(context.db))
  const idOf = new Map((await client.numbers.list()).map(({ number, id }) => [number, id]))
  for (const agent of file.agents)
    await take('agent', agent.name, known.has(key(agent.name)), async () => {
      const id = await addAgent(context, agent)
      const numbers = agent.numbers.flatMap(number => idOf.get(number) ?? [])
      if (numbers.length > 0) await client.agents.setNumbers({ id, numbers })
    })
}

const key = (name: string): string => name.toLowerCase()
const namesOf = (things: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(things.map(({ name }) => key(name)))

async function addAgent(context: Services, agent: WrittenWorkspace['agents'][number]) {
  const [fault] = checkFlow(agent.flow)
  if (fault !== undefined)
    throw refused({ code: 'bad_flow', what: fault.message, cure: 'Mend the flow where it came from.' })
  return context.change(async tx => {
    const { id } = await createAgent(tx, agent, context.now())
    const entry = { actor, action: 'agent.create', subject: `agent ${id}`, detail: { name: agent.name } }
    await addAudit(tx, entry, context.now())
    return id
  })
}

/** A refusal in its words; a bug goes on. */
function whyRefused(error: unknown): string {
  if (!(error instanceof ORPCError)) throw error
  const { what, cure, problems } = (error.data ?? {}) as Partial<Refusal>
  const points = problems?.map(({ field, text }) => `${field}: ${text}`) ?? []
  return [what ?? error.message, ...points, cure ?? ''].filter(Boolean).join(' ')
}
