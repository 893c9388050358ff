import { oc } from '@orpc/contract'
import { z } from 'zod'
import { verdicts } from '../domain/analytics/compare-shares.ts'
import { answerForm, answerValue } from './results.ts'
import {
  agentVersionId,
  callId,
  campaignId,
  errors,
  goalId,
  instant,
  listId,
  numberId,
  page,
  questionId,
  trunkId,
} from './values.ts'

const procedure = oc.errors(errors)

/** A day of the campaign's zone: `2026-11-26`. */
const localDate = z.iso.date()

/** Which of a campaign's ended calls are looked at; a call belongs to the hour in which it left. */
export const analyticsFilter = z.object({
  campaign: campaignId,
  /** Both days included; `null`: from the first call, to the last. */
  from: localDate.nullable().default(null),
  to: localDate.nullable().default(null),
  /** Empty: all. */
  numbers: z.array(numberId).max(500).default([]),
  versions: z.array(agentVersionId).max(100).default([]),
  /** Calls to contacts that are in it now. */
  list: listId.nullable().default(null),
})
export type AnalyticsFilter = z.infer<typeof analyticsFilter>

const interval = z.object({ low: z.number(), high: z.number() })

/** The figures of some calls, each by its one definition; shares are 0–1, `null` where the divisor is zero. */
export const measured = z.object({
  ended: z.int(),
  conversations: z.int(),
  /** Calls in which the primary goal was achieved. */
  goalsAchieved: z.int(),
  talkMs: z.number(),
  answerRate: z.number().nullable(),
  humanAnswerRate: z.number().nullable(),
  /** In which the human-answer rate lies with 95 % confidence. */
  humanInterval: interval.nullable(),
  averageTalkMs: z.number().nullable(),
  costMicros: z.int(),
  costPerGoal: z.int().nullable(),
})
export type Measured = z.infer<typeof measured>

const group = <K extends z.ZodType>(key: K) => z.array(z.object({ key, measured })).readonly()

export const bestHours = z.object({
  /** By the lower bound of their interval, best first; those with too few calls are left out. */
  hours: z
    .array(
      z.object({
        /** 0: Monday. */
        weekday: z.int(),
        /** Minutes after midnight at which the hour begins. */
        minute: z.int(),
        calls: z.int(),
        human: z.int(),
        interval,
        /** The whole interval lies above the rate of all hours. */
        isBetter: z.boolean(),
      }),
    )
    .readonly(),
  tooSmall: z.int(),
  /** Calls whose local hour is not known for certain. */
  unplaced: z.int(),
  overall: z.number().nullable(),
})
export type BestHours = z.infer<typeof bestHours>

export const callFigures = z.object({
  total: measured,
  /** Days or weeks with calls, by their first date. */
  trend: z.object({
    days: z.union([z.literal(1), z.literal(7)]),
    points: z.array(z.object({ date: z.string(), measured })).readonly(),
  }),
  best: z.object({ campaign: bestHours, contact: bestHours }),
  attempts: group(z.int()),
  numbers: group(
    z.object({ id: numberId, e164: z.string(), country: z.string().nullable(), score: z.int() }),
  ),
  trunks: group(z.object({ id: trunkId, name: z.string() })),
  versions: group(z.object({ id: agentVersionId, name: z.string(), version: z.int() })),
  /** Every zone in which the called lines may stand. */
  zones: group(z.array(z.string()).readonly()),
})
export type CallFigures = z.infer<typeof callFigures>

export const funnel = z.object({
  total: z.int(),
  contacted: z.int(),
  /** A person answered at least once: conversed, or abandoned. */
  person: z.int(),
  conversed: z.int(),
  /** With the primary goal achieved, or in part. */
  partly: z.int(),
  achieved: z.int(),
  conversionRate: z.number().nullable(),
})
export type Funnel = z.infer<typeof funnel>

export const contactFigures = z.object({
  funnel,
  /** By the same days or weeks as the calls; those without a conversation are left out. */
  trend: z
    .array(
      z.object({
        date: z.string(),
        conversed: z.int(),
        achieved: z.int(),
        conversionRate: z.number().nullable(),
      }),
    )
    .readonly(),
})
export type ContactFigures = z.infer<typeof contactFigures>

export const listFigures = z.object({
  id: listId,
  name: z.string(),
  contacts: z.int(),
  contacted: z.int(),
  conversed: z.int(),
  achieved: z.int(),
  conversionRate: z.number().nullable(),
  calls: z.int(),
  costMicros: z.int(),
  costPerGoal: z.int().nullable(),
})
export type ListFigures = z.infer<typeof listFigures>

export const goalFigures = z.object({
  id: goalId,
  name: z.string(),
  isPrimary: z.boolean(),
  archived: z.boolean(),
  /** Calls by what counts of them; conversations without are unknown. */
  outcomes: z.object({
    achieved: z.int(),
    partially_achieved: z.int(),
    not_achieved: z.int(),
  }),
  /** How many of these calls were conversations. */
  conversed: z.int(),
})
export type GoalFigures = z.infer<typeof goalFigures>

export const questionFigures = z.object({
  id: questionId,
  text: z.string(),
  form: answerForm,
  archived: z.boolean(),
  /** Calls with an answer, and how many of them were conversations. */
  answered: z.int(),
  conversed: z.int(),
  /** `true` and `false` for yes and no; empty where the answers are texts. */
  values: z.array(z.object({ value: z.string(), calls: z.int() })).readonly(),
  mean: z.number().nullable(),
})
export type QuestionFigures = z.infer<typeof questionFigures>

const part = z.object({ part: z.int(), whole: z.int() })

export const comparedFigures = ['humanAnswerRate', 'conversionRate', 'goalsOfContacted'] as const

export const comparison = z.object({
  a: z.object({ total: measured, funnel }),
  b: z.object({ total: measured, funnel }),
  shares: z
    .array(
      z.object({
        figure: z.enum(comparedFigures),
        a: part,
        b: part,
        /** How likely so large a difference is by chance alone; `null`: too few cases to say. */
        p: z.number().nullable(),
        verdict: z.enum(verdicts),
      }),
    )
    .readonly(),
})
export type Comparison = z.infer<typeof comparison>

export const analyticsChoices = z.object({
  /** In which days and hours of the campaign are told. */
  zone: z.string(),
  /** ISO 4217; `null`: its trunks have no rates. */
  currency: z.string().nullable(),
  numbers: z.array(z.object({ id: numberId, e164: z.string() })).readonly(),
  versions: z.array(z.object({ id: agentVersionId, name: z.string(), version: z.int() })).readonly(),
  lists: z.array(z.object({ id: listId, name: z.string() })).readonly(),
  /** Hours in which the first and the latest ended call left; `null`: none has ended. */
  first: instant.nullable(),
  last: instant.nullable(),
})
export type AnalyticsChoices = z.infer<typeof analyticsChoices>

/** One campaign among all, over all its time. */
export const campaignMeasured = z.object({
  id: campaignId,
  name: z.string(),
  measured,
  /** Contacts with a conversation, and with the primary goal achieved. */
  conversed: z.int(),
  achieved: z.int(),
  conversionRate: z.number().nullable(),
  /** ISO 4217; `null`: its trunks have no rates. */
  currency: z.string().nullable(),
})
export type CampaignMeasured = z.infer<typeof campaignMeasured>

export const analytics = {
  /** Campaigns that have called, most calls first. */
  campaigns: procedure.output(z.array(campaignMeasured)),
  choices: procedure.input(z.object({ campaign: campaignId })).output(analyticsChoices),
  calls: procedure.input(analyticsFilter).output(callFigures),
  contacts: procedure.input(analyticsFilter).output(contactFigures),
  lists: procedure.input(analyticsFilter).output(z.array(listFigures).readonly()),
  outcomes: procedure.input(analyticsFilter).output(
    z.object({
      goals: z.array(goalFigures).readonly(),
      questions: z.array(questionFigures).readonly(),
    }),
  ),
  /** Answers to one question as they were given, latest first. */
  answers: procedure
    .input(page.extend({ filter: analyticsFilter, question: questionId }))
    .output(z.array(z.object({ call: callId, at: instant, value: answerValue })).readonly()),
  /** Two campaigns, or two parts of one. */
  compare: procedure.input(z.object({ a: analyticsFilter, b: analyticsFilter })).output(comparison),
}
