import { balanceFigure, budgetFigure } from '../../domain/budget.ts'
import type { PauseReason } from '../../domain/campaign-state.ts'
import { callCost } from '../../domain/cost.ts'
import type { Micros } from '../../domain/money.ts'
import { currencyOf } from '../../domain/rates.ts'
import type { ForecastInput, ForecastTrunk } from './forecast-input.ts'

/** What a run spends on each trunk of its group, and what that stops. */
export interface RunMoney {
  /** @param trunk place in the group */
  began(lead: number, trunk: number): void
  /** @returns what the call cost */
  ended(lead: number, trunk: number, talkMs: number): Micros
  /** The figure in words where the budget is spent, else `null`. */
  budget(): Shortage | null
  /** By trunk, the figure in words where its credit does not cover a call to this lead, else `null`. */
  credits(lead: number): readonly (string | null)[]
}

export interface Shortage {
  readonly reason: PauseReason
  readonly text: string
}

export function createRunMoney({
  trunks,
  list,
  spentMicros,
  settings: { budgetMicros },
  longestCallMs,
}: ForecastInput): RunMoney {
  const currency = currencyOf(trunks) ?? ''
  const purses = trunks.map((trunk, at) => createPurse(trunk, list.rates[at], longestCallMs))
  let spent = 0
  return {
    began: (lead, trunk) => purses[trunk]?.began(lead),
    ended: (lead, trunk, talkMs) => {
      const micros = purses[trunk]?.ended(lead, talkMs) ?? 0
      spent += micros
      return micros
    },
    budget: () => {
      const text = budgetFigure({ budgetMicros, spentMicros: spentMicros + spent, currency })
      return text === null ? null : { reason: 'budget_reached', text }
    },
    credits: lead => purses.map(purse => purse.short(lead)),
  }
}

interface Purse {
  began(lead: number): void
  ended(lead: number, talkMs: number): Micros
  short(next: number): string | null
}

/** The credit of one trunk. */
function createPurse(
  { rates, balanceMicros }: ForecastTrunk,
  rateOfLead: Int16Array | undefined,
  longestCallMs: number,
): Purse {
  const currency = rates?.currency ?? ''
  const rateOf = (lead: number) => rateOfLead?.[lead] ?? -1
  // A number that is only its rate's prefix gets just this rate: no longer one can match it.
  const cost = (rate: number, talkMs: number) =>
    rate < 0 ? 0 : callCost(rates, `+${rates?.rates[rate]?.prefix ?? ''}`, talkMs)
  const most = rates?.rates.map((_, rate) => cost(rate, longestCallMs)) ?? []
  const mostOf = (lead: number) => most[rateOf(lead)] ?? 0
  let spent = 0
  let activeCalls = 0
  let activeMicros = 0
  return {
    began: lead => {
      activeCalls += 1
      activeMicros += mostOf(lead)
    },
    ended: (lead, talkMs) => {
      activeCalls -= 1
      activeMicros -= mostOf(lead)
      const micros = talkMs === 0 ? 0 : cost(rateOf(lead), talkMs)
      spent += micros
      return micros
    },
    short: next =>
      balanceFigure({
        balanceMicros: balanceMicros === null ? null : balanceMicros - spent,
        currency,
        activeCalls,
        mayCostMicros: activeMicros + mostOf(next),
      }),
  }
}
