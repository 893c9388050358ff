import type { CampaignStateName } from '../campaign-state.ts'
import { abandoned, cannotStart, failures, lowAnswers, slow } from './calling.ts'
import type { HealthFacts } from './facts.ts'
import { type Finding, findingLevels } from './finding.ts'
import { balance, budget, numberScores, numbersFull, trunksDown } from './means.ts'

/** In the order in which trouble arises: line, start, calls, means, advice. */
const checks: readonly ((facts: HealthFacts) => readonly Finding[])[] = [
  trunksDown,
  cannotStart,
  failures,
  abandoned,
  budget,
  balance,
  lowAnswers,
  numbersFull,
  numberScores,
  slow,
]

/** One that rests says itself why; one that waits for its start only needs its means. */
const asked: Readonly<Partial<Record<CampaignStateName, readonly (typeof checks)[number][]>>> = {
  running: checks,
  draining: [trunksDown, failures, abandoned],
  scheduled: [trunksDown, budget, numberScores],
}

/** Whether the advisor has anything to say about campaigns in this state. */
export const isAdvised = (state: CampaignStateName): boolean => asked[state] !== undefined

/** What somebody should look at, gravest first; empty when nothing is wrong. */
export const healthOf = (facts: HealthFacts): readonly Finding[] =>
  (asked[facts.state] ?? [])
    .flatMap(check => check(facts))
    .toSorted((a, b) => findingLevels.indexOf(a.level) - findingLevels.indexOf(b.level))
