import type { HealthFacts } from './facts.ts'
import type { Finding, Slow } from './finding.ts'
import { thresholds as at } from './thresholds.ts'

const HOUR = 3_600_000

/** Holds that end by no clock: somebody has to do something. */
const stuck = ['store', 'no-agent', 'no-number', 'no-trunk', 'budget', 'balance', 'disk'] as const

export function cannotStart({ holds, activeCalls, remaining }: HealthFacts): readonly Finding[] {
  const [first] = holds
  if (first === undefined || activeCalls > 0 || remaining === 0) return []
  const neverOpens = first.reason === 'outside-hours' && first.until === null
  if (!neverOpens && !stuck.some(reason => reason === first.reason)) return []
  return [{ is: 'cannot_start', level: 'problem', reason: first.reason, why: first.text }]
}

export function failures({ lately: { failed, ended, since } }: HealthFacts): readonly Finding[] {
  if (ended < at.failureCalls || failed / ended < at.failureShare) return []
  const level = failed / ended >= at.failureProblemShare ? 'problem' : 'warning'
  return [{ is: 'failures', level, failed, ended, since }]
}

/** Low by itself, or clearly lower than the campaign's own days before. */
export function lowAnswers({ day, before }: HealthFacts): readonly Finding[] {
  const { people, ended } = day
  if (ended < at.answerCalls) return []
  const usual = before.ended < at.answerCalls ? null : before.people / before.ended
  const fell = usual !== null && people / ended < usual * at.answerFall
  if (people / ended >= at.answerShare && !fell) return []
  return [{ is: 'low_answers', level: 'warning', people, ended, usual }]
}

export function slow(facts: HealthFacts): readonly Finding[] {
  const { day } = facts
  const callsLeft = expectedCalls(facts)
  if (day.hours < at.paceHours || callsLeft === 0) return []
  const callsPerHour = day.ended / day.hours
  const hoursLeft = callsLeft / callsPerHour
  if (hoursLeft <= at.slowHours) return []
  return [{ is: 'slow', level: 'info', callsPerHour, callsLeft, hoursLeft, by: binding(facts, callsPerHour) }]
}

/** Calls that the waiting contacts still take, by what a contact took so far. */
export const expectedCalls = ({ remaining, contacted, ended }: HealthFacts): number =>
  Math.round(remaining * (contacted === 0 ? 1 : Math.max(1, ended / contacted)))

function binding({ pacing, holds }: HealthFacts, callsPerHour: number): Slow['by'] {
  const { callsPerHour: cap, intervalMs } = pacing
  if (cap !== null && callsPerHour >= cap * at.bindingShare) return 'hourly_cap'
  if (intervalMs > 0 && callsPerHour >= (HOUR / intervalMs) * at.bindingShare) return 'interval'
  return holds.some(({ reason }) => reason === 'campaign-full') ? 'lines' : null
}

export function abandoned({ abandonment }: HealthFacts): readonly Finding[] {
  if (abandonment === null || abandonment.share === null) return []
  const { share, cap, days } = abandonment
  return share < cap * at.abandonedOfCap ? [] : [{ is: 'abandoned', level: 'warning', share, cap, days }]
}
