import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { CampaignChange } from '../contract/campaign-edit.ts'
import { campaignName, campaignNotes } from '../contract/campaign-edit.ts'
import { goal, question } from '../contract/results.ts'
import { campaignSettings, schedule } from '../contract/settings.ts'
import type { CampaignId } from '../domain/ids.ts'
import type { Question } from '../domain/results/question.ts'
import { definitionsOf, readDefinitions } from '../store/results/definitions.ts'
import { saveGoal, saveQuestion, setPrimary } from '../store/results/save-definitions.ts'
import type { Tables } from '../store/tables.ts'
import { badInputRefusal, type Problem, problemsOf } from './bad-input.ts'
import { campaignDetail } from './campaign-detail.ts'
import { createDraft } from './edit-campaign.ts'
import { refused } from './refuse.ts'
import type { Services } from './services.ts'

const eachKeyOnce = (all: readonly { readonly key: string }[]): boolean =>
  new Set(all.map(({ key }) => key)).size === all.length

const hasScale = ({ form }: Pick<Question, 'form'>): boolean => form.is !== 'rating' || form.from < form.to
const emptyScale = { path: ['form', 'to'], error: 'a scale ends above where it begins' }

/** A campaign to read, keep and import elsewhere: what it uses stands there by name. */
const configuration = z.strictObject({
  format: z.literal('trunkline-campaign'),
  version: z.literal(1),
  name: campaignName,
  notes: campaignNotes.default(''),
  agent: z.string().nullable().default(null),
  /** Failover group, preferred first. */
  trunks: z.array(z.string()).max(8).default([]),
  businessHours: z.string().nullable().default(null),
  numbers: z
    .array(z.strictObject({ number: z.string(), weight: z.int().min(1).max(100), enabled: z.boolean() }))
    .max(1_000)
    .default([]),
  /** What is left out takes the default. */
  schedule: schedule.partial().strict().default({}),
  settings: campaignSettings.partial().strict().default({}),
  /** In their order; left out, those of the agent’s flow. Archived ones stay behind. */
  goals: z
    .array(goal.omit({ id: true, archivedAt: true }).strict())
    .max(200)
    .refine(eachKeyOnce, 'each key once')
    .default([]),
  questions: z
    .array(question.omit({ id: true, archivedAt: true }).strict().refine(hasScale, emptyScale))
    .max(200)
    .refine(eachKeyOnce, 'each key once')
    .default([]),
})
type Configuration = z.infer<typeof configuration>

export async function exportConfiguration(
  context: Services,
  id: CampaignId,
): Promise<{ fileName: string; text: string }> {
  const { campaign, notes, agent, businessHours, numbers, settings, schedule } = await campaignDetail(
    context,
    id,
  )
  const written: Configuration = {
    format: 'trunkline-campaign',
    version: 1,
    name: campaign.name,
    notes,
    agent: agent?.name ?? null,
    trunks: campaign.trunks.map(({ name }) => name),
    businessHours: businessHours?.name ?? null,
    numbers: numbers.map(({ number, weight, enabled }) => ({ number, weight, enabled })),
    schedule,
    settings,
    ...(await openDefinitions(context, id)),
  }
  const plain = campaign.name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return { fileName: `${plain || 'campaign'}.json`, text: `${JSON.stringify(written, null, 2)}\n` }
}

async function openDefinitions(
  { db }: Services,
  id: CampaignId,
): Promise<Pick<Configuration, 'goals' | 'questions'>> {
  const { goals, questions } = await readDefinitions(db, id)
  const isOpen = ({ archivedAt }: { readonly archivedAt: unknown }) => archivedAt === null
  return {
    goals: goals.filter(isOpen).map(({ id: _, archivedAt: _at, ...written }) => written),
    questions: questions.filter(isOpen).map(({ id: _, archivedAt: _at, ...written }) => written),
  }
}

interface Imported {
  readonly id: CampaignId
  readonly leftOut: Problem[]
}

/** A draft as the text says. Names that this workspace does not know are left out and told. */
export const importConfiguration = (
  context: Services,
  text: string,
  name: string | undefined,
): Promise<Imported> => importWritten(context, parsed(text), name)

export async function importWritten(
  context: Services,
  written: unknown,
  name: string | undefined,
): Promise<Imported> {
  const read = configuration.safeParse(written)
  if (!read.success)
    throw refused({ ...badInputRefusal(problemsOf(read.error.issues)), code: 'bad_configuration' })
  return context.change(async tx => {
    const { change, leftOut } = await resolved(tx, read.data)
    const { id } = await createDraft(tx, context, { ...change, name: name ?? read.data.name })
    takeDefinitions(context, id, read.data)
    return { id, leftOut }
  })
}

/** Over those that the draft has from its agent's flow, which it knows by their key. Within a transaction. */
function takeDefinitions(
  { statements: sql }: Pick<Services, 'statements'>,
  id: CampaignId,
  written: Pick<Configuration, 'goals' | 'questions'>,
): void {
  const before = definitionsOf(sql, id)
  for (const { isPrimary, ...one } of written.goals) {
    const known = before.goals.find(({ key }) => key === one.key)
    const goal = saveGoal(sql, id, { ...one, id: known?.id })
    if (isPrimary) setPrimary(sql, id, goal)
  }
  for (const one of written.questions)
    saveQuestion(sql, id, { ...one, id: before.questions.find(({ key }) => key === one.key)?.id })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused({
      code: 'bad_configuration',
      what: `This is not a campaign’s configuration: ${error instanceof Error ? error.message : error}.`,
      cure: 'Choose a file that was exported here, or mend it at that place.',
    })
  }
}

async function resolved(
  tx: Transaction<Tables>,
  { notes, agent, trunks, businessHours, numbers, schedule, settings }: Configuration,
): Promise<{ change: CampaignChange; leftOut: Problem[] }> {
  const leftOut: Problem[] = []
  const byName = async <T extends 'agents' | 'trunks' | 'business_hours'>(
    table: T,
    field: string,
    name: string | null,
  ) => {
    if (name === null) return null
    const named = tx
      .selectFrom(table as 'agents')
      .select('id')
      .where('name', '=', name)
    const row = await (table === 'agents' ? named.where('deleted_at', 'is', null) : named).executeTakeFirst()
    if (row === undefined) leftOut.push({ field, text: `There is no “${name}” in this workspace.` })
    return row === undefined ? null : (row.id as unknown as Tables[T]['id']['__select__'])
  }
  const known = await tx
    .selectFrom('numbers')
    .select(['id', 'e164'])
    .where('e164', 'in', ['', ...numbers.map(({ number }) => number)])
    .execute()
  const ids = new Map(known.map(({ id, e164 }) => [e164, id]))
  const group = async () => {
    const ids = []
    for (const [at, name] of trunks.entries()) ids.push(await byName('trunks', `trunks.${at}`, name))
    return ids.filter(id => id !== null)
  }
  const change = {
    notes,
    agent: await byName('agents', 'agent', agent),
    trunks: await group(),
    businessHours: await byName('business_hours', 'businessHours', businessHours),
    numbers: numbers.flatMap(({ number, weight, enabled }, at) => {
      const id = ids.get(number)
      if (id === undefined)
        leftOut.push({ field: `numbers.${at}`, text: `${number} is no caller ID of this workspace.` })
      return id === undefined ? [] : [{ id, weight, enabled }]
    }),
    schedule,
    settings,
  }
  return { change, leftOut }
}
