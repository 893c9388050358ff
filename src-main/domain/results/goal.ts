import type { GoalOutcome } from '../flow.ts'
import type { GoalId, Instant } from '../ids.ts'
import type { Condition } from './condition.ts'

export const goalKinds = ['appointment', 'confirmation', 'information', 'sale', 'payment', 'other'] as const
export type GoalKind = (typeof goalKinds)[number]

/** What a campaign wants from its conversations. */
export interface Goal {
  readonly id: GoalId
  /** The name by which goal steps of the agent's flow mean it; unique within the campaign. */
  readonly key: string
  readonly name: string
  readonly description: string
  readonly kind: GoalKind
  /** The one that conversion is counted by; exactly one of a campaign's open goals. */
  readonly isPrimary: boolean
  /** The first whose condition is true decides. */
  readonly rules: readonly GoalRule[]
  /** An archived goal gets no new results and keeps those it has. */
  readonly archivedAt: Instant | null
}

export interface GoalRule {
  readonly when: Condition
  readonly outcome: GoalOutcome
}

/** From worst to best. */
export const goalOutcomes = [
  'not_achieved',
  'partially_achieved',
  'achieved',
] as const satisfies GoalOutcome[]

/** 0–100, where nobody gave another one. */
export const scoreOf = { achieved: 100, partially_achieved: 50, not_achieved: 0 } as const satisfies Record<
  GoalOutcome,
  number
>

/** Over several conversations the best counts; `null`: nothing is known. */
export const betterOutcome = (a: GoalOutcome | null, b: GoalOutcome | null): GoalOutcome | null =>
  rank(a) >= rank(b) ? a : b

const rank = (outcome: GoalOutcome | null) => (outcome === null ? -1 : goalOutcomes.indexOf(outcome))
