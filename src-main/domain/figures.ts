import type { CallResult } from './call-result.ts'
import type { Instant } from './ids.ts'
import { finalLeadStatuses, type LeadStatus, remainingLeadStatuses } from './lead.ts'

const HOUR = 3_600_000

/** First instant of the UTC hour. */
export const hourOf = (at: Instant): Instant => at - (((at % HOUR) + HOUR) % HOUR)

/** Contacts of one campaign that share these marks. */
export interface LeadCount {
  readonly status: LeadStatus
  readonly contacted: boolean
  readonly conversed: boolean
  readonly achieved: boolean
  readonly leads: number
}

/** Ended calls of one campaign with this result. */
export interface CallCount {
  readonly result: CallResult
  readonly calls: number
  readonly answered: number
  readonly talkMs: number
  readonly achieved: number
  readonly optOuts: number
}

export interface Figures {
  readonly total: number
  readonly contacted: number
  readonly remaining: number
  readonly finished: number
  readonly ended: number
  readonly conversations: number
  readonly talkMs: number
  readonly goalsAchieved: number
  readonly optOuts: number
  readonly completion: number | null
  readonly answerRate: number | null
  readonly humanAnswerRate: number | null
  readonly machineRate: number | null
  readonly noAnswerRate: number | null
  readonly busyRate: number | null
  readonly rejectionRate: number | null
  readonly invalidRate: number | null
  readonly failureRate: number | null
  readonly otherRate: number | null
  readonly successRate: number | null
  readonly conversionRate: number | null
  readonly averageTalkMs: number | null
}

/** Every figure of a campaign, each defined here and nowhere else. Shares are 0–1, `null` over a divisor of zero. */
export function figures(leads: readonly LeadCount[], calls: readonly CallCount[]): Figures {
  const leadsWhere = (test: (count: LeadCount) => boolean) => sum(leads.filter(test), count => count.leads)
  const callsWith = (...results: CallResult[]) =>
    sum(
      calls.filter(count => results.includes(count.result)),
      count => count.calls,
    )
  const total = leadsWhere(() => true)
  const finished = leadsWhere(({ status }) => isFinal(status))
  const skipped = leadsWhere(({ status }) => status === 'skipped')
  const ended = sum(calls, count => count.calls)
  const uninterrupted = calls.filter(count => count.result !== 'interrupted')
  const talkMs = sum(calls, count => count.talkMs)
  const conversations = callsWith('answered')
  return {
    total,
    contacted: leadsWhere(count => count.contacted),
    remaining: leadsWhere(({ status }) => isRemaining(status)),
    finished,
    ended,
    conversations,
    talkMs,
    goalsAchieved: sum(calls, count => count.achieved),
    optOuts: sum(calls, count => count.optOuts),
    completion: share(finished, total),
    answerRate: share(
      sum(uninterrupted, count => count.answered),
      sum(uninterrupted, count => count.calls),
    ),
    humanAnswerRate: share(conversations, ended),
    machineRate: share(callsWith('voicemail'), ended),
    noAnswerRate: share(callsWith('no_answer'), ended),
    busyRate: share(callsWith('busy'), ended),
    rejectionRate: share(callsWith('rejected'), ended),
    invalidRate: share(callsWith('invalid'), ended),
    failureRate: share(callsWith('failed'), ended),
    otherRate: share(callsWith('fax', 'no_conversation', 'abandoned', 'interrupted'), ended),
    successRate: share(
      leadsWhere(({ status }) => status === 'completed'),
      finished - skipped,
    ),
    conversionRate: conversionRate(leads),
    averageTalkMs: share(
      talkMs,
      sum(calls, count => count.answered),
    ),
  }
}

/** Also of contacts whose status is not asked for. */
export const conversionRate = (
  leads: readonly Pick<LeadCount, 'conversed' | 'achieved' | 'leads'>[],
): number | null =>
  share(
    sum(
      leads.filter(count => count.achieved),
      count => count.leads,
    ),
    sum(
      leads.filter(count => count.conversed),
      count => count.leads,
    ),
  )

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)
const isFinal = (status: LeadStatus): boolean => (finalLeadStatuses as readonly LeadStatus[]).includes(status)
const isRemaining = (status: LeadStatus): boolean =>
  (remainingLeadStatuses as readonly LeadStatus[]).includes(status)
