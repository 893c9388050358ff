import type { Micros } from './money.ts'
import { moneyText } from './money.ts'

export interface BalanceFacts {
  /** Credit left on the trunk; `null`: not kept. */
  readonly balanceMicros: Micros | null
  /** ISO 4217. */
  readonly currency: string
  readonly activeCalls: number
  /** What these and the next one may cost. */
  readonly mayCostMicros: Micros
}

/** The rule `insufficient_balance`: its figure in words where the credit is too small, else `null`. */
export function balanceFigure(facts: BalanceFacts): string | null {
  const { balanceMicros, currency, activeCalls, mayCostMicros } = facts
  if (balanceMicros === null || mayCostMicros === 0 || balanceMicros >= mayCostMicros) return null
  const calls = activeCalls === 0 ? 'the next call' : `${activeCalls} active calls and the next one`
  const left = moneyText({ micros: balanceMicros, currency })
  return `${left} of credit left; ${calls} may cost ${moneyText({ micros: mayCostMicros, currency })}`
}

export interface BudgetFacts {
  /** `null`: no limit. */
  readonly budgetMicros: Micros | null
  /** Cost of all its calls, those that are running up to now. */
  readonly spentMicros: Micros
  readonly currency: string
}

/** The rule `budget_reached`: its figure in words where the budget is spent, else `null`. */
export function budgetFigure({ budgetMicros, spentMicros, currency }: BudgetFacts): string | null {
  if (budgetMicros === null || spentMicros < budgetMicros) return null
  const budget = moneyText({ micros: budgetMicros, currency })
  return `${moneyText({ micros: spentMicros, currency })} spent of a budget of ${budget}`
}
