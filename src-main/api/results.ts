import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { CallId, CampaignId, GoalId, QuestionId } from '../domain/ids.ts'
import type { Definitions } from '../domain/results/find-results.ts'
import { scoreOf } from '../domain/results/goal.ts'
import { keyFor } from '../domain/results/key-for.ts'
import { fitsForm } from '../domain/results/question.ts'
import { toldByFlow } from '../domain/results/told-by-flow.ts'
import { fromStateColumns } from '../store/campaign-state-columns.ts'
import { fromJson } from '../store/json.ts'
import { correctAnswer, correctGoal } from '../store/results/correct.ts'
import { definitionsOf, readDefinitions } from '../store/results/definitions.ts'
import {
  archiveGoal,
  archiveQuestion,
  saveGoal,
  saveQuestion,
  setPrimary,
} from '../store/results/save-definitions.ts'
import type { CampaignRow } from '../store/tables/campaigns.ts'
import { actor } from './actor.ts'
import { audited } from './audited.ts'
import { mustBeAsOpened } from './must-be-as-opened.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.results).$context<Services>()

export const results = os.router({
  of: os.of.handler(async ({ input: { campaign }, context: { db } }) => {
    const [definitions, agent] = await Promise.all([
      readDefinitions(db, campaign),
      db
        .selectFrom('campaigns')
        .innerJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
        .select('flow')
        .where('campaigns.id', '=', campaign)
        .executeTakeFirst(),
    ])
    const flow = agent === undefined ? { goals: [], answers: [], asks: [] } : toldByFlow(fromJson(agent.flow))
    return { ...definitions, flow }
  }),

  saveGoal: os.saveGoal.handler(({ input, context }) =>
    context.change(async tx => {
      const {
        campaign,
        goal: { opened, ...goal },
      } = input
      const { goals } = mayChange(context, campaign)
      const before = goals.find(({ id }) => id === goal.id)
      if (goal.id !== undefined && before === undefined) throw notFound('goal', goal.id)
      if (before) mustBeAsOpened('goal', before, opened, goal)
      const key = freeKey(goals, goal, goal.name)
      const id = saveGoal(context.statements, campaign, { ...goal, id: goal.id, key })
      const about = { action: 'goal.save', subject: `campaign ${campaign}` }
      await audited(tx, about, before ?? {}, { ...goal, id, key }, context.now())
      return { id }
    }),
  ),

  saveQuestion: os.saveQuestion.handler(({ input, context }) =>
    context.change(async tx => {
      const {
        campaign,
        question: { opened, ...question },
      } = input
      const { questions } = mayChange(context, campaign)
      const before = questions.find(({ id }) => id === question.id)
      if (question.id !== undefined && before === undefined) throw notFound('question', question.id)
      if (before) mustBeAsOpened('question', before, opened, question)
      if (question.form.is === 'rating' && question.form.from >= question.form.to)
        throw refused({
          code: 'empty_scale',
          field: 'form.to',
          what: `The scale ends at ${question.form.to}, not after ${question.form.from}.`,
          cure: 'Let it end above where it begins.',
        })
      if (before !== undefined && before.form.is !== question.form.is && hasAnswers(context, before.id))
        throw refused({
          code: 'has_answers',
          field: 'form',
          what: `“${before.text}” has answers of another kind already.`,
          cure: 'Archive it and add a new question; its answers stay.',
        })
      const key = freeKey(questions, question, question.text)
      const id = saveQuestion(context.statements, campaign, { ...question, id: question.id, key })
      const about = { action: 'question.save', subject: `campaign ${campaign}` }
      await audited(tx, about, before ?? {}, { ...question, id, key }, context.now())
      return { id }
    }),
  ),

  setPrimary: os.setPrimary.handler(({ input: { goal }, context }) =>
    context.change(async tx => {
      const { campaign, definitions } = ofGoal(context, goal)
      const found = definitions.goals.find(({ id }) => id === goal)
      if (found?.archivedAt !== null)
        throw refused({
          code: 'archived',
          what: 'An archived goal cannot be the primary one.',
          cure: 'Restore it first.',
        })
      const before = definitions.goals.find(({ isPrimary }) => isPrimary)
      setPrimary(context.statements, campaign, goal)
      const about = { action: 'goal.primary', subject: `campaign ${campaign}` }
      await audited(tx, about, { primary: before?.name }, { primary: found.name }, context.now())
      return {}
    }),
  ),

  archiveGoal: os.archiveGoal.handler(({ input: { goal, archived }, context }) =>
    context.change(async tx => {
      const { campaign } = ofGoal(context, goal)
      archiveGoal(context.statements, campaign, goal, archived ? context.now() : null)
      const about = { action: archived ? 'goal.archive' : 'goal.restore', subject: `campaign ${campaign}` }
      await audited(tx, about, {}, { goal }, context.now())
      return {}
    }),
  ),

  archiveQuestion: os.archiveQuestion.handler(({ input: { question, archived }, context }) =>
    context.change(async tx => {
      const campaign = campaignOf(context, 'questions', question)
      mayChange(context, campaign)
      archiveQuestion(context.statements, question, archived ? context.now() : null)
      const about = {
        action: archived ? 'question.archive' : 'question.restore',
        subject: `campaign ${campaign}`,
      }
      await audited(tx, about, {}, { question }, context.now())
      return {}
    }),
  ),

  correctGoal: os.correctGoal.handler(async ({ input: { call, goal, correction }, context }) => {
    const campaign = await context.change(async tx => {
      const { campaign, definitions } = ofCall(context, call)
      const found = definitions.goals.find(({ id }) => id === goal)
      if (found === undefined) throw notFound('goal', goal)
      const at = context.now()
      correctGoal(
        context.statements,
        call,
        goal,
        correction && { score: scoreOf[correction.outcome], ...given(correction), actor, at },
      )
      await audited(
        tx,
        { action: 'goal.correct', subject: `call ${call}` },
        {},
        { goal: found.name, ...correction },
        at,
      )
      return campaign
    })
    context.engine.changed(campaign)
    return {}
  }),

  correctAnswer: os.correctAnswer.handler(({ input: { call, question, correction }, context }) =>
    context.change(async tx => {
      const { definitions } = ofCall(context, call)
      const found = definitions.questions.find(({ id }) => id === question)
      if (found === undefined) throw notFound('question', question)
      if (correction !== null && !fitsForm(found.form, correction.value))
        throw refused({
          code: 'no_answer',
          field: 'correction.value',
          what: `That is no answer to “${found.text}”.`,
          cure: 'Choose one of its options, or a value within its scale.',
        })
      const at = context.now()
      correctAnswer(context.statements, call, question, correction && { ...correction, actor, at })
      await audited(
        tx,
        { action: 'answer.correct', subject: `call ${call}` },
        {},
        { question: found.text, ...correction },
        at,
      )
      return {}
    }),
  ),
})

/** A part that was left out is not there at all. */
const given = <T extends { readonly score?: number | undefined }>({ score, ...rest }: T) =>
  score === undefined ? rest : { ...rest, score }

/** Its definitions, where its state lets them be changed. */
function mayChange({ statements }: Services, campaign: CampaignId): Definitions {
  const row = statements.first<
    Pick<CampaignRow, 'state' | 'drains_towards' | 'pause_reason' | 'pause_detail'>
  >(
    `SELECT state, drains_towards, pause_reason, pause_detail FROM campaigns WHERE id = ? AND deleted_at IS NULL`,
    campaign,
  )
  if (row === undefined) throw notFound('campaign', campaign)
  const state = fromStateColumns(row)
  if (!editableIn(state).includes('results'))
    throw refused({ code: 'locked', what: lockedBecause(state), cure: 'Pause it first, or duplicate it.' })
  return definitionsOf(statements, campaign)
}

function ofGoal(context: Services, goal: GoalId) {
  const campaign = campaignOf(context, 'goals', goal)
  return { campaign, definitions: mayChange(context, campaign) }
}

function campaignOf(
  { statements }: Services,
  table: 'goals' | 'questions',
  id: GoalId | QuestionId,
): CampaignId {
  const row = statements.first<{ campaign: CampaignId }>(
    `SELECT campaign_id AS campaign FROM ${table} WHERE id = ?`,
    id,
  )
  if (row === undefined) throw notFound(table === 'goals' ? 'goal' : 'question', id)
  return row.campaign
}

function ofCall({ statements }: Services, call: CallId) {
  const row = statements.first<{ campaign: CampaignId; state: string }>(
    'SELECT campaign_id AS campaign, state FROM calls WHERE id = ?',
    call,
  )
  if (row === undefined) throw notFound('call', call)
  if (row.state !== 'ended')
    throw refused({
      code: 'call_goes_on',
      what: 'This call goes on.',
      cure: 'Its results can be corrected once it is over.',
    })
  return { campaign: row.campaign, definitions: definitionsOf(statements, row.campaign) }
}

const hasAnswers = ({ statements }: Services, question: QuestionId): boolean =>
  statements.first('SELECT 1 FROM answers WHERE question_id = ? LIMIT 1', question) !== undefined

/** The key that was given, or the one it has, or one made of its name. */
function freeKey(
  all: readonly { readonly id: number; readonly key: string }[],
  { id, key }: { readonly id?: number | undefined; readonly key?: string | undefined },
  name: string,
): string {
  const others = new Set(all.filter(other => other.id !== id).map(other => other.key))
  const kept = key ?? all.find(other => other.id === id)?.key
  if (kept === undefined) return keyFor(name, others)
  if (!others.has(kept)) return kept
  throw refused({
    code: 'key_taken',
    field: 'key',
    what: `Steps of the flow mean another one by “${kept}” already.`,
    cure: 'Choose another name for steps to use.',
  })
}
