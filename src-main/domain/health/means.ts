import { expectedCalls } from './calling.ts'
import type { HealthFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { thresholds as at } from './thresholds.ts'

const HOUR = 3_600_000

export function trunksDown({ trunks }: HealthFacts): readonly Finding[] {
  const others = trunks.filter(({ down }) => down === null).length
  return trunks.flatMap(({ id, name, down }) =>
    down === null
      ? []
      : [
          {
            is: 'trunk_down',
            level: others === 0 ? 'problem' : 'warning',
            trunk: id,
            name,
            why: down.why,
            since: down.since,
            others,
          } as const,
        ],
  )
}

export function budget(facts: HealthFacts): readonly Finding[] {
  const { money, now } = facts
  if (money === null || money.budgetMicros === null) return []
  const { budgetMicros, costMicros, currency } = money
  if (costMicros < budgetMicros * at.budgetShare) return []
  const left = Math.max(0, budgetMicros - costMicros)
  const perHour = costPerHour(facts)
  const reachedAt = perHour === 0 ? null : now + Math.round((left / perHour) * HOUR)
  return [{ is: 'budget', level: 'warning', spentMicros: costMicros, budgetMicros, currency, reachedAt }]
}

export function balance(facts: HealthFacts): readonly Finding[] {
  const { money, now } = facts
  const perHour = costPerHour(facts)
  if (money === null || money.balanceMicros === null || perHour === 0) return []
  const { balanceMicros, currency } = money
  const hours = Math.max(0, balanceMicros) / perHour
  if (hours > at.balanceHours) return []
  return [
    { is: 'balance', level: 'warning', balanceMicros, currency, usedUpAt: now + Math.round(hours * HOUR) },
  ]
}

const costPerHour = ({ lately, now }: HealthFacts): number =>
  lately.costMicros / Math.max(1, (now - lately.since) / HOUR)

/** Whether the caps suffice as long as it calls today. */
export function numbersFull(facts: HealthFacts): readonly Finding[] {
  const { numbers, callsLastHour, now } = facts
  const { room, until, inUse } = numbers
  const hours = Math.max(0, until - now) / HOUR
  const wanted = Math.min(Math.round(callsLastHour * hours), expectedCalls(facts))
  if (inUse.length === 0 || callsLastHour === 0 || room >= wanted) return []
  const fullAt = now + Math.round((room / callsLastHour) * HOUR)
  return [{ is: 'numbers_full', level: room === 0 ? 'warning' : 'info', room, wanted, fullAt, until }]
}

export const numberScores = ({ numbers: { inUse, spamThreshold } }: HealthFacts): readonly Finding[] =>
  inUse
    .filter(({ score }) => score >= Math.min(at.watchedScore, Math.max(1, spamThreshold - 1)))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, at.mostNumbers)
    .map(({ id, e164, score, most }) => ({
      is: 'number_score',
      level: 'warning',
      number: id,
      e164,
      score,
      limit: spamThreshold,
      most,
    }))
