import { answersOf, textOf, variablesOf } from './fill-text.ts'
import type { Flow, FlowStep, StepId } from './flow.ts'
import { reachableFrom, stepOf, successorsOf } from './flow-graph.ts'

/** What keeps a flow from being published: where it is, what is wrong, what to do. */
export interface FlowFault {
  /** `null` where the flow as a whole is meant. */
  readonly step: StepId | null
  readonly message: string
}

/** Fields that every contact has. */
export const contactFields = ['contact_name', 'phone_number'] as const

const limits = {
  tries: { least: 1, most: 5 },
  waitSeconds: { least: 1, most: 60 },
  digits: { least: 1, most: 20 },
  maxCallSeconds: { least: 10, most: 3600 },
} as const

const outside = (name: keyof typeof limits, value: number): string | null => {
  const { least, most } = limits[name]
  return value >= least && value <= most
    ? null
    : `${name} is ${value}. Choose a value from ${least} to ${most}.`
}

/** Steps that pass without a word or a pause. */
const isSilent = ({ do: kind }: FlowStep) =>
  kind === 'branch' || kind === 'goal' || kind === 'answer' || kind === 'opt_out'

/** Empty: the flow may be published. `fields` are the names of contact fields that are known to exist. */
export function checkFlow(flow: Flow, fields: readonly string[] = contactFields): readonly FlowFault[] {
  if (!stepOf(flow, flow.start)) {
    return [
      {
        step: null,
        message: `The start leads to “${flow.start}”, which does not exist. Choose a step to start with.`,
      },
    ]
  }
  const known = new Set([...fields, ...Object.keys(flow.defaults ?? {}), ...answersOf(flow)])
  const length = outside('maxCallSeconds', flow.maxCallSeconds)
  return [
    ...(length === null ? [] : [{ step: null, message: length }]),
    ...Object.entries(flow.steps).flatMap(([id, step]) =>
      [...faultsOfStep(step, known), ...faultsOfPlace(flow, id, step)].map(message => ({
        step: id,
        message,
      })),
    ),
  ]
}

const faultsOfStep = (step: FlowStep, known: ReadonlySet<string>): readonly string[] => [
  ...(textOf(step)?.trim() === '' ? ['It says nothing. Write a text.'] : []),
  ...variablesOf(step)
    .filter(name => !known.has(name))
    .map(name => `It uses {{${name}}}, which nothing fills. Give it a default value or correct the name.`),
  ...(step.do === 'ask' ? faultsOfAsk(step) : []),
]

function faultsOfAsk(step: Extract<FlowStep, { do: 'ask' }>): readonly string[] {
  const choices = Object.keys(step.choices ?? {})
  const faults = [outside('tries', step.tries), outside('waitSeconds', step.waitSeconds)]
  if (step.digits === undefined) {
    if (choices.length === 0) faults.push('No key is understood. Add a choice or allow digits.')
    return faults.filter(fault => fault !== null)
  }
  faults.push(outside('digits', step.digits))
  if (step.next === undefined) faults.push('Nothing follows when digits were entered. Set the next step.')
  for (const key of choices.filter(choice => /[0-9#]/.test(choice))) {
    faults.push(
      `The key ${key} is a choice and also part of a number. Use * for the choice or drop the digits.`,
    )
  }
  return faults.filter(fault => fault !== null)
}

function faultsOfPlace(flow: Flow, id: StepId, step: FlowStep): readonly string[] {
  const missing = [...new Set(successorsOf(step))].filter(next => !stepOf(flow, next))
  if (missing.length > 0) {
    return missing.map(
      next => `It leads to “${next}”, which does not exist. Add that step or choose another.`,
    )
  }
  if (!reachableFrom(flow, [flow.start]).has(id)) {
    return ['Nothing leads here. Connect it to a step or delete it.']
  }
  const ahead = reachableFrom(flow, [id])
  if (![...ahead].some(next => stepOf(flow, next)?.do === 'end')) {
    return ['No path from here reaches an end. Lead one of the following steps to an end.']
  }
  if (isSilent(step) && reachableFrom(flow, successorsOf(step), isSilent).has(id)) {
    return ['It goes round in a circle in which nobody speaks. Put a text or a question into the circle.']
  }
  return []
}
