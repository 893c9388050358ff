import type { GoalOutcome } from '../flow.ts'
import type { GoalId, QuestionId } from '../ids.ts'
import type { ConversationEvent } from '../transcript.ts'
import { type Evidence, evidenceOf } from './condition.ts'
import { betterOutcome, type Goal, scoreOf } from './goal.ts'
import { type AnswerRule, type AnswerValue, type Question, readAnswer } from './question.ts'

/**
 * Where a result comes from, in the order in which it counts: a supervisor's correction before all, then what a step of
 * the flow said, then rules over the transcript, then a language model.
 */
export const resultSources = ['supervisor', 'flow', 'rule', 'model'] as const
export type ResultSource = (typeof resultSources)[number]

interface Found {
  readonly source: ResultSource
  /** `null` for a correction without a reason. */
  readonly evidence: Evidence | null
}

export interface GoalResult extends Found {
  readonly goal: GoalId
  readonly outcome: GoalOutcome
  /** 0–100. */
  readonly score: number
}

export interface AnswerResult extends Found {
  readonly question: QuestionId
  readonly value: AnswerValue
}

export interface Results {
  readonly goals: readonly GoalResult[]
  readonly answers: readonly AnswerResult[]
}

/** What a campaign asks of its conversations, in its order. */
export interface Definitions {
  readonly goals: readonly Goal[]
  readonly questions: readonly Question[]
}

/** What flow steps and rules find in one conversation; at most one result of each source for each goal and question. */
export function findResults(events: readonly ConversationEvent[], definitions: Definitions): Results {
  const goals = definitions.goals.filter(goal => goal.archivedAt === null)
  const questions = definitions.questions.filter(
    ({ archivedAt, isActive }) => archivedAt === null && isActive,
  )
  return {
    goals: goals.flatMap(goal => [...goalOfFlow(goal, events), ...goalOfRules(goal, events)]),
    answers: questions.flatMap(question => [
      ...answerOfFlow(question, events),
      ...answerOfRules(question, events),
    ]),
  }
}

/** Of several steps that speak of the same goal the best counts. */
function goalOfFlow({ id, key }: Goal, events: readonly ConversationEvent[]): readonly GoalResult[] {
  let best: { readonly outcome: GoalOutcome; readonly atMs: number } | null = null
  for (const event of events)
    if (event.is === 'goal' && event.name === key && (best === null || isBetter(event.outcome, best.outcome)))
      best = event
  if (best === null) return []
  const { outcome, atMs } = best
  return [{ goal: id, source: 'flow', outcome, score: scoreOf[outcome], evidence: { atMs, words: key } }]
}

const isBetter = (a: GoalOutcome, b: GoalOutcome) => a !== b && betterOutcome(a, b) === a

function goalOfRules({ id, rules }: Goal, events: readonly ConversationEvent[]): readonly GoalResult[] {
  for (const { when, outcome } of rules) {
    const evidence = evidenceOf(when, events)
    if (evidence !== null) return [{ goal: id, source: 'rule', outcome, score: scoreOf[outcome], evidence }]
  }
  return []
}

/** The last word counts: who is asked again corrects himself. */
function answerOfFlow({ id, key, form }: Question, events: readonly ConversationEvent[]) {
  const found: AnswerResult[] = []
  for (const event of events) {
    if (event.is !== 'analysis' || event.question !== key) continue
    const value = readAnswer(form, event.value)
    if (value !== null)
      found.push({ question: id, source: 'flow', value, evidence: { atMs: event.atMs, words: event.value } })
  }
  return found.slice(-1)
}

function answerOfRules(
  { id, form, rules }: Question,
  events: readonly ConversationEvent[],
): readonly AnswerResult[] {
  for (const rule of rules) {
    const said = saidBy(rule, events)
    const value = said === null ? null : readAnswer(form, said.value)
    if (said !== null && value !== null)
      return [{ question: id, source: 'rule', value, evidence: said.evidence }]
  }
  return []
}

function saidBy(
  rule: AnswerRule,
  events: readonly ConversationEvent[],
): { readonly value: string; readonly evidence: Evidence } | null {
  if ('when' in rule) {
    const evidence = evidenceOf(rule.when, events)
    return evidence && { value: rule.value, evidence }
  }
  const event = events.findLast(event => event.is === 'answer' && event.store === rule.take)
  if (event?.is !== 'answer') return null
  const value = Object.hasOwn(rule.as, event.value) ? (rule.as[event.value] as string) : event.value
  return { value, evidence: { atMs: event.atMs, words: event.label } }
}

/** What counts for the primary goal; `null`: nothing is known, or there is no such goal. */
export function primaryOutcome({ goals }: Definitions, results: Results): GoalOutcome | null {
  const primary = goals.find(({ isPrimary }) => isPrimary)
  return counting(results.goals.filter(({ goal }) => goal === primary?.id))?.outcome ?? null
}

/** The one that counts, of several for the same goal or question. */
export const counting = <R extends { readonly source: ResultSource }>(results: readonly R[]): R | null =>
  resultSources.map(source => results.find(result => result.source === source)).find(found => found) ?? null
