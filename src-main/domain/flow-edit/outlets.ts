import { assertNever } from '../assert-never.ts'
import type { FlowStep, Key, StepId } from '../flow.ts'

/** One way out of a step. `next` of a question is where its digits lead. */
export type OutletId = 'next' | 'otherwise' | 'silence' | 'misunderstood' | `key ${Key}` | `case ${number}`

export interface Outlet {
  readonly id: OutletId
  readonly to: StepId
  /** As the flow calls it: the label of a key, the value of a case. */
  readonly label: string | null
}

/** In the order in which they stand at the step. */
export function outletsOf(step: FlowStep): readonly Outlet[] {
  switch (step.do) {
    case 'say':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return [{ id: 'next', to: step.next, label: null }]
    case 'ask':
      return [
        ...Object.entries(step.choices ?? {}).map(
          ([key, { label, next }]): Outlet => ({ id: `key ${key as Key}`, to: next, label }),
        ),
        ...(step.next === undefined ? [] : [{ id: 'next', to: step.next, label: null } as const]),
        { id: 'silence', to: step.onSilence, label: null },
        ...(step.onMisunderstood === undefined
          ? []
          : [{ id: 'misunderstood', to: step.onMisunderstood, label: null } as const]),
      ]
    case 'branch':
      return [
        ...step.cases.map(({ is, next }, at): Outlet => ({ id: `case ${at}`, to: next, label: is })),
        { id: 'otherwise', to: step.otherwise, label: null },
      ]
    case 'end':
      return []
    default:
      return assertNever(step)
  }
}

/** The step with one of its ways leading elsewhere; unchanged where it has no such way. */
export function withWay(step: FlowStep, outlet: OutletId, to: StepId): FlowStep {
  switch (step.do) {
    case 'say':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return outlet === 'next' ? { ...step, next: to } : step
    case 'ask':
      return askWithWay(step, outlet, to)
    case 'branch':
      if (outlet === 'otherwise') return { ...step, otherwise: to }
      return {
        ...step,
        cases: step.cases.map((one, at) => (outlet === `case ${at}` ? { ...one, next: to } : one)),
      }
    case 'end':
      return step
    default:
      return assertNever(step)
  }
}

type Ask = Extract<FlowStep, { do: 'ask' }>

function askWithWay(step: Ask, outlet: OutletId, to: StepId): Ask {
  if (outlet === 'next') return { ...step, next: to }
  if (outlet === 'silence') return { ...step, onSilence: to }
  if (outlet === 'misunderstood') return { ...step, onMisunderstood: to }
  const key = outlet.replace('key ', '') as Key
  const choice = step.choices?.[key]
  return choice ? { ...step, choices: { ...step.choices, [key]: { ...choice, next: to } } } : step
}

/** Every way of a step, as `where` says. */
export const withWays = (step: FlowStep, where: (to: StepId) => StepId): FlowStep =>
  outletsOf(step).reduce((changed, { id, to }) => withWay(changed, id, where(to)), step)
