import { createRouterClient, implement, ORPCError } from '@orpc/server'
import { z } from 'zod'
import { backupSettings } from '../contract/backups.ts'
import { businessHoursForm } from '../contract/business-hours.ts'
import type { ConfiguredThing } from '../contract/configuration.ts'
import { contract } from '../contract/contract.ts'
import { flowShape } from '../contract/flow-shape.ts'
import { trunkForm } from '../contract/lines.ts'
import { noticeSwitches } from '../contract/preferences.ts'
import type { Refusal } from '../contract/values.ts'
import { workspaceCaps } from '../contract/workspace.ts'
import type { Flow } from '../domain/flow.ts'
import { checkFlow } from '../domain/flow-check.ts'
import type { E164 } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import { readAgents } from '../store/read-agents.ts'
import { createAgent } from '../store/save-agent.ts'
import { readSetting } from '../store/workspace-settings.ts'
import { actor } from './actor.ts'
import { backups } from './backups.ts'
import { badInputRefusal, problemsOf } from './bad-input.ts'
import { businessHours } from './business-hours.ts'
import { campaigns } from './campaigns.ts'
import { importWritten } from './configuration.ts'
import { numbers } from './numbers.ts'
import { preferences } from './preferences.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'
import { trunks } from './trunks.ts'
import { workspace } from './workspace.ts'

const os = implement(contract.configuration).$context<Services>()

/** What stands in the file; each thing says others by their name. */
const written = z.strictObject({
  format: z.literal('trunkline-workspace'),
  version: z.literal(1),
  settings: z
    .strictObject({
      caps: workspaceCaps.optional(),
      backups: backupSettings.optional(),
      notices: noticeSwitches.optional(),
    })
    .default({}),
  businessHours: z.array(businessHoursForm).max(1_000).default([]),
  trunks: z
    .array(trunkForm.omit({ password: true }))
    .max(500)
    .default([]),
  numbers: z
    .array(
      z.strictObject({
        number: z.string().max(40),
        name: z.string().max(120),
        trunk: z.string().nullable(),
      }),
    )
    .max(10_000)
    .default([]),
  agents: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(120),
        purpose: z.string().max(500),
        flow: flowShape.transform(flow => flow as Flow),
      }),
    )
    .max(1_000)
    .default([]),
  /** Each as `campaigns.exportConfiguration` writes it. */
  campaigns: z
    .array(z.looseObject({ name: z.string() }))
    .max(1_000)
    .default([]),
})
type Written = z.infer<typeof written>

export const configuration = os.router({
  export: os.export.handler(async ({ context }) => ({
    fileName: 'trunkline-configuration.json',
    text: `${JSON.stringify(await exported(context), null, 2)}\n`,
  })),
  import: os.import.handler(({ input, context }) => imported(context, readWritten(input.text))),
})

/** The parts of the contract that do the work: each is checked and audited as if somebody had typed it. */
const clientOf = (context: Services) =>
  createRouterClient(
    { businessHours, trunks, numbers, campaigns, workspace, backups, preferences },
    { context },
  )

async function exported(context: Services): Promise<Written> {
  const { db } = context
  const client = clientOf(context)
  const [hours, lines, callerIds, agents, all, caps, kept, notices] = await Promise.all([
    client.businessHours.list(),
    client.trunks.list(),
    client.numbers.list(),
    readAgents(db),
    client.campaigns.list(),
    readSetting(db, 'caps'),
    readSetting(db, 'backups'),
    readSetting(db, 'notices'),
  ])
  const campaignTexts = await Promise.all(all.map(({ id }) => client.campaigns.exportConfiguration({ id })))
  return {
    format: 'trunkline-workspace',
    version: 1,
    settings: {
      ...(caps && { caps }),
      ...(kept && { backups: kept }),
      ...(notices && { notices: { quiet: [...notices.quiet], desktop: [...notices.desktop] } }),
    },
    businessHours: hours.map(row => businessHoursForm.parse(row)),
    trunks: lines
      .filter(({ practice }) => !practice)
      .map(row => trunkForm.omit({ password: true }).parse(row)),
    numbers: callerIds.map(({ number, name, trunk }) => ({ number, name, trunk: trunk?.name ?? null })),
    agents: agents.map(({ name, purpose, flow }) => ({ name, purpose, flow })),
    campaigns: campaignTexts.map(({ text }) => JSON.parse(text) as Written['campaigns'][number]),
  }
}

function readWritten(text: string): Written {
  const read = written.safeParse(parsed(text))
  if (read.success) return read.data
  throw refused({ ...badInputRefusal(problemsOf(read.error.issues)), code: 'bad_configuration' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused({
      code: 'bad_configuration',
      what: `This is not the configuration of a workspace: ${error instanceof Error ? error.message : error}.`,
      cure: 'Choose a file that was exported here, or mend it at that place.',
    })
  }
}

interface Outcome {
  readonly added: ConfiguredThing[]
  readonly known: ConfiguredThing[]
  readonly leftOut: (ConfiguredThing & { why: string })[]
}

/** In the order in which things need each other. */
async function imported(context: Services, file: Written): Promise<Outcome> {
  const client = clientOf(context)
  const outcome: Outcome = { added: [], known: [], leftOut: [] }
  const take = async (
    part: ConfiguredThing['part'],
    name: string,
    isKnown: boolean,
    add: () => Promise<unknown>,
  ) => {
    if (isKnown) return void outcome.known.push({ part, name })
    try {
      await add()
      outcome.added.push({ part, name })
    } catch (error) {
      outcome.leftOut.push({ part, name, why: whyRefused(error) })
    }
  }
  const { caps, backups: kept, notices } = file.settings
  if (caps) await take('settings', 'caps', false, () => client.workspace.setCaps(caps))
  if (kept) await take('settings', 'backups', false, () => client.backups.setSettings(kept))
  if (notices) await take('settings', 'notices', false, () => client.preferences.setNotices(notices))

  const hours = namesOf(await client.businessHours.list())
  for (const form of file.businessHours)
    await take('business_hours', form.name, hours.has(key(form.name)), () =>
      client.businessHours.create(form),
    )
  const lines = namesOf(await client.trunks.list())
  for (const form of file.trunks)
    await take('trunk', form.name, lines.has(key(form.name)), () => client.trunks.create(form))
  const trunkIds = new Map((await client.trunks.list()).map(({ name, id }) => [key(name), id]))
  const callerIds = new Set((await client.numbers.list()).map(({ number }) => number))
  for (const { number, name, trunk } of file.numbers)
    await take('number', number, callerIds.has(number as E164), () =>
      client.numbers.create({
        number,
        name,
        trunk: trunk === null ? null : (trunkIds.get(key(trunk)) ?? null),
        defaultCountry: 'US',
      }),
    )
  const agents = namesOf(await readAgents(context.db))
  for (const agent of file.agents)
    await take('agent', agent.name, agents.has(key(agent.name)), () => addAgent(context, agent))
  const plans = namesOf(await client.campaigns.list())
  for (const campaign of file.campaigns)
    await take('campaign', campaign.name, plans.has(key(campaign.name)), () =>
      importWritten(context, campaign, undefined),
    )
  return outcome
}

const key = (name: string): string => name.toLowerCase()
const namesOf = (things: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(things.map(({ name }) => key(name)))

async function addAgent(context: Services, agent: Written['agents'][number]): Promise<void> {
  const [fault] = checkFlow(agent.flow)
  if (fault !== undefined)
    throw refused({ code: 'bad_flow', what: fault.message, cure: 'Mend the flow where it came from.' })
  await context.change(async tx => {
    const { id } = await createAgent(tx, agent, context.now())
    const entry = { actor, action: 'agent.create', subject: `agent ${id}`, detail: { name: agent.name } }
    await addAudit(tx, entry, context.now())
  })
}

/** A refusal in its words; a bug goes on. */
function whyRefused(error: unknown): string {
  if (!(error instanceof ORPCError)) throw error
  const { what, cure, problems } = (error.data ?? {}) as Partial<Refusal>
  const points = problems?.map(({ field, text }) => `${field}: ${text}`) ?? []
  return [what ?? error.message, ...points, cure ?? ''].filter(Boolean).join(' ')
}
