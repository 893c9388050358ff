import { type CallCount, figures } from '../figures.ts'
import type { Micros } from '../money.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** Ended calls with this result and what they cost. */
export interface PaidCalls extends CallCount {
  readonly costMicros: Micros
}

/** The figures of some calls. Shares are 0–1, `null` over a divisor of zero. */
export interface Measured {
  readonly ended: number
  readonly conversations: number
  readonly goalsAchieved: number
  readonly talkMs: number
  readonly answerRate: number | null
  readonly humanAnswerRate: number | null
  /** In which the human-answer rate lies with 95 % confidence. */
  readonly humanInterval: Interval | null
  readonly averageTalkMs: number | null
  readonly costMicros: Micros
  readonly costPerGoal: Micros | null
}

export function measure(calls: readonly PaidCalls[]): Measured {
  const { ended, conversations, goalsAchieved, talkMs, answerRate, humanAnswerRate, averageTalkMs } = figures(
    [],
    calls,
  )
  const costMicros = calls.reduce((sum, count) => sum + count.costMicros, 0)
  return {
    ended,
    conversations,
    goalsAchieved,
    talkMs,
    answerRate,
    humanAnswerRate,
    humanInterval: wilsonInterval(conversations, ended),
    averageTalkMs,
    costMicros,
    costPerGoal: goalsAchieved === 0 ? null : Math.round(costMicros / goalsAchieved),
  }
}

/** Measures of the calls that share a key, in no order. */
export function measureBy<K, C extends PaidCalls>(
  calls: readonly C[],
  keyOf: (calls: C) => K,
): ReadonlyMap<K, Measured> {
  const groups = new Map<K, C[]>()
  for (const count of calls) {
    const key = keyOf(count)
    const group = groups.get(key)
    if (group) group.push(count)
    else groups.set(key, [count])
  }
  return new Map([...groups].map(([key, group]) => [key, measure(group)]))
}
