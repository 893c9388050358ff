import { oc } from '@orpc/contract'
import { z } from 'zod'
import { resultSources } from '../domain/results/find-results.ts'
import { goalKinds, goalOutcomes } from '../domain/results/goal.ts'
import { dataTypes, LONGEST_ANSWER } from '../domain/results/question.ts'
import { callId, campaignId, errors, goalId, instant, questionId, shownName } from './values.ts'

const procedure = oc.errors(errors)

export const goalOutcome = z.enum(goalOutcomes)
export const resultSource = z.enum(resultSources)

export const condition = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('answered'),
    store: z.string().min(1).max(60),
    /** Empty: any. */
    values: z.array(z.string().max(60)).max(50).readonly(),
  }),
  z.object({ is: z.literal('said'), words: z.string().trim().min(2).max(200) }),
  z.object({ is: z.literal('person_spoke'), seconds: z.int().min(1).max(3_600) }),
  z.object({ is: z.literal('opted_out') }),
])

/** The name by which steps of the agent's flow mean it: whatever was written there. */
const key = z.string().min(1).max(200)

const formWith = (options: z.ZodReadonly<z.ZodArray<z.ZodString>>) =>
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('yes_no') }),
    z.object({ is: z.literal('single_choice'), options }),
    z.object({ is: z.literal('multiple_choice'), options }),
    z.object({ is: z.literal('open') }),
    z.object({ is: z.literal('rating'), from: z.int().min(0).max(10), to: z.int().min(1).max(10) }),
    z.object({ is: z.literal('data_point'), type: z.enum(dataTypes) }),
  ])
/** As it is kept. What a flow asks may have a single key, or none but that for no further calls. */
export const answerForm = formWith(z.array(z.string().max(200)).max(30).readonly())
const writtenForm = formWith(z.array(shownName(80)).min(2).max(30).readonly())

export const goal = z.object({
  id: goalId,
  key,
  /** Of a flow's own where nobody has written it. */
  name: z.string(),
  description: z.string().max(2_000),
  kind: z.enum(goalKinds),
  isPrimary: z.boolean(),
  rules: z
    .array(z.object({ when: condition, outcome: goalOutcome }))
    .max(20)
    .readonly(),
  archivedAt: instant.nullable(),
})

export const question = z.object({
  id: questionId,
  key,
  /** As with goals. */
  text: z.string(),
  form: answerForm,
  isActive: z.boolean(),
  rules: z
    .array(
      z.union([
        z.object({
          take: z.string().min(1).max(60),
          as: z.record(z.string(), z.string().max(200)).readonly(),
        }),
        z.object({ when: condition, value: z.string().trim().min(1).max(200) }),
      ]),
    )
    .max(20)
    .readonly(),
  archivedAt: instant.nullable(),
})

const newGoal = goal.omit({ id: true, archivedAt: true, isPrimary: true, key: true }).extend({
  id: goalId.optional(),
  name: shownName(200),
  /** Left out: made from the name. */
  key: key.optional(),
  opened: goal.omit({ id: true, archivedAt: true, isPrimary: true }).optional(),
})
const newQuestion = question.omit({ id: true, archivedAt: true, key: true, form: true }).extend({
  id: questionId.optional(),
  text: shownName(200),
  key: key.optional(),
  form: writtenForm,
  opened: question.omit({ id: true, archivedAt: true }).optional(),
})

export const answerValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(LONGEST_ANSWER),
  z.array(z.string().max(80)).max(30).readonly(),
])

const evidence = z.object({ atMs: z.number(), words: z.string() }).nullable()
const reason = z.string().trim().max(500).default('')

/** What one source says of a conversation; the first of each list is the one that counts. */
export const shownGoal = goal.pick({ id: true, name: true, isPrimary: true }).extend({
  results: z
    .array(
      z.object({
        source: resultSource,
        outcome: goalOutcome,
        score: z.int(),
        evidence,
        correctedBy: z.string().nullable(),
        at: instant,
      }),
    )
    .readonly(),
})
export const shownAnswer = question.pick({ id: true, text: true, form: true }).extend({
  results: z
    .array(
      z.object({
        source: resultSource,
        value: answerValue,
        evidence,
        correctedBy: z.string().nullable(),
        at: instant,
      }),
    )
    .readonly(),
})

/** What rules and keys can name in the agent's flow. */
export const toldByFlow = z.object({
  /** Keys that its goal and answer steps use. */
  goals: z.array(z.string()).readonly(),
  answers: z.array(z.string()).readonly(),
  /** What it asks by keys, with the labels of those that are understood. */
  asks: z
    .array(
      z.object({
        store: z.string(),
        values: z.array(z.object({ value: z.string(), label: z.string() })).readonly(),
      }),
    )
    .readonly(),
})

export const results = {
  /** In their order, archived ones among them, with what the agent's flow can tell of them. */
  of: procedure.input(z.object({ campaign: campaignId })).output(
    z.object({
      goals: z.array(goal).readonly(),
      questions: z.array(question).readonly(),
      flow: toldByFlow,
    }),
  ),
  /**
   * Without an id a new one, at the end; refused as `changed_meanwhile` where it is not any more as it was opened. The
   * first open goal of a campaign is its primary one.
   */
  saveGoal: procedure
    .input(z.object({ campaign: campaignId, goal: newGoal }))
    .output(z.object({ id: goalId })),
  saveQuestion: procedure
    .input(z.object({ campaign: campaignId, question: newQuestion }))
    .output(z.object({ id: questionId })),
  setPrimary: procedure.input(z.object({ goal: goalId })).output(z.object({})),
  /** An archived one gets no new results and keeps those it has. */
  archiveGoal: procedure.input(z.object({ goal: goalId, archived: z.boolean() })).output(z.object({})),
  archiveQuestion: procedure
    .input(z.object({ question: questionId, archived: z.boolean() }))
    .output(z.object({})),
  /** `null` withdraws the correction; what steps and rules found stays beside it in any case. */
  correctGoal: procedure
    .input(
      z.object({
        call: callId,
        goal: goalId,
        correction: z
          .object({ outcome: goalOutcome, score: z.int().min(0).max(100).optional(), reason })
          .nullable(),
      }),
    )
    .output(z.object({})),
  correctAnswer: procedure
    .input(
      z.object({
        call: callId,
        question: questionId,
        correction: z.object({ value: answerValue, reason }).nullable(),
      }),
    )
    .output(z.object({})),
}

export type Goal = z.infer<typeof goal>
export type Question = z.infer<typeof question>
export type Condition = z.infer<typeof condition>
export type ToldByFlow = z.infer<typeof toldByFlow>
export type AnswerForm = z.infer<typeof answerForm>
