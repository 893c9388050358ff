import type { Flow, FlowStep } from '../flow.ts'

/** What rules and keys of a campaign can name in its agent's flow. */
export interface ToldByFlow {
  /** Keys that goal steps use. */
  readonly goals: readonly string[]
  /** Keys that answer steps use. */
  readonly answers: readonly string[]
  /** Each question that is asked by keys, with the keys that are understood. */
  readonly asks: readonly {
    readonly store: string
    readonly values: readonly { readonly value: string; readonly label: string }[]
  }[]
}

export function toldByFlow(flow: Flow): ToldByFlow {
  const steps: readonly FlowStep[] = Object.values(flow.steps)
  const asks = Map.groupBy(
    steps.filter(step => step.do === 'ask'),
    ({ store }) => store,
  )
  return {
    goals: [...new Set(steps.flatMap(step => (step.do === 'goal' ? [step.name] : [])))],
    answers: [...new Set(steps.flatMap(step => (step.do === 'answer' ? [step.question] : [])))],
    asks: [...asks].map(([store, of]) => {
      const labels = new Map(
        of.flatMap(({ choices }) =>
          Object.entries(choices ?? {}).map(([key, choice]) => [key, choice?.label ?? key] as const),
        ),
      )
      return { store, values: [...labels].map(([value, label]) => ({ value, label })) }
    }),
  }
}
