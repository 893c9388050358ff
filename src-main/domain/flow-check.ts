import { assertNever } from './assert-never.ts'
import { answersOf, textOf, variablesOf } from './fill-text.ts'
import { type Flow, type FlowStep, nowhere, type StepId } from './flow.ts'
import { type Outlet, type OutletId, outletsOf } from './flow-edit/outlets.ts'
import { wayName } from './flow-edit/way-name.ts'
import { reachableFrom, stepOf, successorsOf } from './flow-graph.ts'

/** What keeps a flow from being published: where it is, what is wrong, what to do. */
export interface FlowFault {
  /** `null` where the flow as a whole is meant. */
  readonly step: StepId | null
  readonly message: string
  /** The way that is not connected, where that is the fault. */
  readonly outlet?: OutletId
}

type Fault = Omit<FlowFault, 'step'>

/** Fields that every contact has. */
export const contactFields = ['contact_name', 'phone_number'] as const

/** Least and most of what a flow sets; seconds where the name says so. */
export const flowLimits = {
  tries: { least: 1, most: 5 },
  waitSeconds: { least: 1, most: 60 },
  digits: { least: 1, most: 20 },
  maxCallSeconds: { least: 10, most: 3600 },
} as const

const outside = (name: keyof typeof flowLimits, value: number): string | null => {
  const { least, most } = flowLimits[name]
  return value >= least && value <= most
    ? null
    : `${name} is ${value}. Choose a value from ${least} to ${most}.`
}

/** Steps that pass without a word or a pause. */
const isSilent = ({ do: kind }: FlowStep) =>
  kind === 'branch' || kind === 'goal' || kind === 'answer' || kind === 'opt_out'

/** Empty: the flow may be published. `fields` are the names of contact fields that are known to exist. */
export function checkFlow(flow: Flow, fields: readonly string[] = contactFields): readonly FlowFault[] {
  if (Object.keys(flow.steps).length === 0)
    return [{ step: null, message: 'There is no step yet. Add the first one from the list of steps.' }]
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
      [...faultsOfStep(step, known).map(message => ({ message })), ...faultsOfPlace(flow, id, step)].map(
        fault => ({ step: id, ...fault }),
      ),
    ),
  ]
}

const faultsOfStep = (step: FlowStep, known: ReadonlySet<string>): readonly string[] => [
  ...(textOf(step)?.trim() === '' ? ['It says nothing. Write a text.'] : []),
  ...variablesOf(step)
    .filter(name => !known.has(name))
    .map(name => `It uses {{${name}}}, which nothing fills. Give it a default value or correct the name.`),
  ...faultsOfContent(step),
]

const blank = (text: string): boolean => text.trim() === ''

function faultsOfContent(step: FlowStep): readonly string[] {
  switch (step.do) {
    case 'say':
    case 'opt_out':
    case 'end':
      return []
    case 'ask':
      return faultsOfAsk(step)
    case 'branch':
      return faultsOfBranch(step)
    case 'goal':
      return blank(step.name) ? ['The goal has no name. Give it one, such as appointment_confirmed.'] : []
    case 'answer':
      return blank(step.question) ? ['It does not say which question it answers. Name it.'] : []
    default:
      return assertNever(step)
  }
}

function faultsOfBranch({ on, cases }: Extract<FlowStep, { do: 'branch' }>): readonly string[] {
  const values = cases.map(({ is }) => is)
  const twice = new Set(values.filter((value, at) => values.indexOf(value) < at))
  return [
    ...(blank(on) ? ['It does not say what it goes by. Choose an answer or a field.'] : []),
    ...(cases.length === 0
      ? ['It has no case, so everybody goes the same way. Add a case or delete it.']
      : []),
    ...[...twice].map(value => `The case “${value}” stands there twice. Change or delete one of them.`),
  ]
}

function faultsOfAsk(step: Extract<FlowStep, { do: 'ask' }>): readonly string[] {
  const choices = Object.keys(step.choices ?? {})
  const faults = [outside('tries', step.tries), outside('waitSeconds', step.waitSeconds)]
  if (!/^[^\s{}]+$/u.test(step.store))
    faults.push('Its answer has no name that a text could use. Take one without blanks and braces.')
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

function faultsOfPlace(flow: Flow, id: StepId, step: FlowStep): readonly Fault[] {
  const missing = outletsOf(step).filter(({ to }) => !stepOf(flow, to))
  if (missing.length > 0) {
    const gone = new Set(missing.map(({ to }) => to).filter(to => to !== nowhere))
    return [
      ...missing.filter(({ to }) => to === nowhere).map(notConnected),
      ...[...gone].map(to => ({
        message: `It leads to “${to}”, which does not exist. Add that step or choose another.`,
      })),
    ]
  }
  if (!reachableFrom(flow, [flow.start]).has(id))
    return [{ message: 'Nothing leads here. Connect it to a step or delete it.' }]
  const ahead = reachableFrom(flow, [id])
  if (![...ahead].some(next => stepOf(flow, next)?.do === 'end'))
    return [{ message: 'No path from here reaches an end. Lead one of the following steps to an end.' }]
  if (isSilent(step) && reachableFrom(flow, successorsOf(step), isSilent).has(id))
    return [
      {
        message:
          'It goes round in a circle in which nobody speaks. Put a text or a question into the circle.',
      },
    ]
  return []
}

const notConnected = (outlet: Outlet): Fault => ({
  outlet: outlet.id,
  message: `${wayName(outlet)} leads nowhere. Draw a line to a step, or let it go to an end.`,
})
