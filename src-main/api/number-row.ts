import type { NumberRow, NumberStatus, SpamScore } from '../contract/numbers.ts'
import { type NumberStanding, PROBATION_CALLS } from '../domain/number-rest.ts'
import { spamLevel } from '../domain/spam-score.ts'
import type { StoredNumber } from '../store/read-numbers.ts'

/** @param disabled where it is switched off */
export function numberRow(
  number: StoredNumber,
  disabled: 'workspace' | 'campaign' | 'trunk' | null,
): NumberRow {
  const { e164, standing, estimate, set, score, days, ...rest } = number
  const calls = sum(days.map(day => day.calls))
  return {
    ...rest,
    number: e164,
    status: disabled === null ? statusOf(standing) : { is: 'disabled', in: disabled },
    callsToday: days.at(-1)?.calls ?? 0,
    days: days.map(day => ({ ...day })),
    answerRate: calls === 0 ? null : sum(days.map(day => day.answered)) / calls,
    score: scoreOf(number),
  }
}

function statusOf(standing: NumberStanding): NumberStatus {
  switch (standing.is) {
    case 'active':
      return { is: 'active' }
    case 'resting': {
      const { by, why, since, until } = standing
      return { is: 'excluded', by, why, since, until }
    }
    case 'probation':
      return { is: 'probation', done: PROBATION_CALLS - standing.left, of: PROBATION_CALLS }
  }
}

const scoreOf = ({ score, set, estimate }: StoredNumber): SpamScore => ({
  score,
  level: spamLevel(score),
  by: set === null ? 'calls' : 'set',
  set,
  estimate:
    estimate === null
      ? null
      : {
          ...estimate.of,
          at: estimate.at,
          parts: estimate.of.parts.map(part => ({ ...part, part: part.weight * part.strength })),
        },
})

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)
