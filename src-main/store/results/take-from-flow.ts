import type { Kysely } from 'kysely'
import type { Flow } from '../../domain/flow.ts'
import type { AgentVersionId, CampaignId } from '../../domain/ids.ts'
import {
  definitionsOfFlow,
  type NewGoal,
  type NewQuestion,
} from '../../domain/results/definitions-of-flow.ts'
import { fromJson, toJson } from '../json.ts'
import type { Flag } from '../tables/row.ts'
import type { Tables } from '../tables.ts'

/**
 * Gives a draft the goals and questions of its agent's flow. Those of the agent before it go where nobody changed them;
 * what was written by hand stays. To be called within a transaction.
 */
export async function takeFromFlow(
  db: Kysely<Tables>,
  campaign: CampaignId,
  agent: { readonly before: AgentVersionId | null; readonly now: AgentVersionId | null },
): Promise<void> {
  if (agent.before !== null) await removeUntouched(db, campaign, await flowOf(db, agent.before))
  if (agent.now === null) return
  const { goals, questions } = definitionsOfFlow(await flowOf(db, agent.now))
  await addGoals(db, campaign, goals)
  await addQuestions(db, campaign, questions)
}

async function flowOf(db: Kysely<Tables>, version: AgentVersionId): Promise<Flow> {
  const { flow } = await db
    .selectFrom('agent_versions')
    .select('flow')
    .where('id', '=', version)
    .executeTakeFirstOrThrow()
  return fromJson(flow)
}

async function removeUntouched(db: Kysely<Tables>, campaign: CampaignId, flow: Flow): Promise<void> {
  const { goals, questions } = definitionsOfFlow(flow)
  for (const { key, name, description, kind, rules } of goals)
    await db
      .deleteFrom('goals')
      .where('campaign_id', '=', campaign)
      .where('key', '=', key)
      .where('name', '=', name)
      .where('description', '=', description)
      .where('kind', '=', kind)
      .where('rules', '=', toJson(rules))
      .execute()
  for (const { key, text, form, rules } of questions)
    await db
      .deleteFrom('questions')
      .where('campaign_id', '=', campaign)
      .where('key', '=', key)
      .where('text', '=', text)
      .where('form', '=', toJson(form))
      .where('rules', '=', toJson(rules))
      .execute()
}

async function addGoals(db: Kysely<Tables>, campaign: CampaignId, goals: readonly NewGoal[]): Promise<void> {
  if (goals.length === 0) return
  const { last, hasPrimary } = await db
    .selectFrom('goals')
    .select(({ fn }) => [
      fn.max<number | null>('position').as('last'),
      fn.max<Flag | null>('is_primary').as('hasPrimary'),
    ])
    .where('campaign_id', '=', campaign)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('goals')
    .values(
      goals.map(({ key, name, description, kind, isPrimary, rules }, at) => ({
        campaign_id: campaign,
        position: (last ?? -1) + 1 + at,
        key,
        name,
        description,
        kind,
        is_primary: isPrimary && !hasPrimary ? (1 as const) : (0 as const),
        rules: toJson(rules),
      })),
    )
    .onConflict(conflict => conflict.columns(['campaign_id', 'key']).doNothing())
    .execute()
}

async function addQuestions(
  db: Kysely<Tables>,
  campaign: CampaignId,
  questions: readonly NewQuestion[],
): Promise<void> {
  if (questions.length === 0) return
  const { last } = await db
    .selectFrom('questions')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .where('campaign_id', '=', campaign)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('questions')
    .values(
      questions.map(({ key, text, form, rules }, at) => ({
        campaign_id: campaign,
        position: (last ?? -1) + 1 + at,
        key,
        text,
        form: toJson(form),
        rules: toJson(rules),
      })),
    )
    .onConflict(conflict => conflict.columns(['campaign_id', 'key']).doNothing())
    .execute()
}
