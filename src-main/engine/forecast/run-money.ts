import { balanceFigure, budgetFigure } from '../../domain/budget.ts'
import type { PauseReason } from '../../domain/campaign-state.ts'
import { callCost } from '../../domain/cost.ts'
import type { Micros } from '../../domain/money.ts'
import type { ForecastInput } from './forecast-input.ts'

/** What a run spends, and what that stops. Rates are indexes into the table; -1: none fits. */
export interface RunMoney {
  began(rate: number): void
  /** @returns what the call cost */
  ended(rate: number, talkMs: number): Micros
  /** The rule that one more call would break, with its figure; `null`: none. */
  short(next: number): { readonly reason: PauseReason; readonly text: string } | null
}

export function createRunMoney({
  rates,
  balanceMicros,
  spentMicros,
  settings: { budgetMicros },
  longestCallMs,
}: ForecastInput): RunMoney {
  const currency = rates?.currency ?? ''
  // A number that is only its rate's prefix gets just this rate: no longer one can match it.
  const cost = (rate: number, talkMs: number) =>
    rate < 0 ? 0 : callCost(rates, `+${rates?.rates[rate]?.prefix ?? ''}`, talkMs)
  const most = rates?.rates.map((_, rate) => cost(rate, longestCallMs)) ?? []
  const mostOf = (rate: number) => most[rate] ?? 0
  let spent = 0
  let activeCalls = 0
  let activeMicros = 0

  return {
    began: rate => {
      activeCalls += 1
      activeMicros += mostOf(rate)
    },
    ended: (rate, talkMs) => {
      activeCalls -= 1
      activeMicros -= mostOf(rate)
      const micros = talkMs === 0 ? 0 : cost(rate, talkMs)
      spent += micros
      return micros
    },
    short: next => {
      const budget = budgetFigure({ budgetMicros, spentMicros: spentMicros + spent, currency })
      if (budget !== null) return { reason: 'budget_reached', text: budget }
      const balance = balanceFigure({
        balanceMicros: balanceMicros === null ? null : balanceMicros - spent,
        currency,
        activeCalls,
        mayCostMicros: activeMicros + mostOf(next),
      })
      return balance === null ? null : { reason: 'insufficient_balance', text: balance }
    },
  }
}
