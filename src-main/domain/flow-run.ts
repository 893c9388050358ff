import { assertNever } from './assert-never.ts'
import { fillText } from './fill-text.ts'
import type { Flow, FlowStep, GoalOutcome, Key, StepId } from './flow.ts'
import { stepOf } from './flow-graph.ts'

/**
 * Runs a flow as a pure function: what happened goes in, what to do comes out.
 *
 *   waiting ──started──► saying ──played──► … ──► ending ──played──► over
 *                          ▲  │
 *                          │  ▼
 *                        asking ──played──► listening ──key, timeout──► …
 */
export type FlowState =
  | { readonly is: 'waiting'; readonly variables: Variables }
  | {
      readonly is: 'saying'
      readonly step: Say
      readonly variables: Variables
      readonly typedAhead: readonly Key[]
    }
  | ({ readonly is: 'asking' | 'listening' } & Asking)
  | { readonly is: 'ending' }
  | { readonly is: 'over' }

type Variables = Readonly<Record<string, string>>
type Say = Extract<FlowStep, { do: 'say' }>
type Ask = Extract<FlowStep, { do: 'ask' }>

interface Asking {
  readonly id: StepId
  readonly step: Ask
  readonly variables: Variables
  readonly triesLeft: number
  readonly typed: string
}

export type FlowInput =
  | { readonly is: 'started' }
  /** The text of the last `say` effect has been spoken to its end. */
  | { readonly is: 'played' }
  | { readonly is: 'key'; readonly key: Key }
  /** The time of the last `wait` effect is over. */
  | { readonly is: 'timeout' }

/** Every input ends the wait that was going on. */
export type FlowEffect =
  /** `text` as written in that step, with its variables: the speaker fills it. */
  | { readonly do: 'say'; readonly step: StepId; readonly text: string; readonly variables: Variables }
  | { readonly do: 'stop_saying' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'record_answer'; readonly store: string; readonly value: string; readonly label: string }
  | { readonly do: 'record_goal'; readonly name: string; readonly outcome: GoalOutcome }
  | { readonly do: 'record_analysis'; readonly question: string; readonly value: string }
  | { readonly do: 'opt_out'; readonly scope: 'all' | 'campaign' }
  | { readonly do: 'hang_up' }

export interface FlowMove {
  readonly state: FlowState
  readonly effects: readonly FlowEffect[]
}

/** Keys pressed during a text that is not interrupted are kept for the next question, so many at most. */
const mostTypedAhead = 20
/** A flow that was checked never gets there. */
const mostSilentSteps = 1000

export const startFlow = (flow: Flow, variables: Variables): FlowState => ({
  is: 'waiting',
  variables: knownAtStart(flow, variables),
})

/** An empty field of a contact counts as missing. */
export const knownAtStart = ({ defaults }: Flow, variables: Variables): Variables => ({
  ...defaults,
  ...Object.fromEntries(Object.entries(variables).filter(([, value]) => value.trim() !== '')),
})

export function runFlow(flow: Flow, state: FlowState, input: FlowInput): FlowMove {
  switch (state.is) {
    case 'waiting':
      return input.is === 'started' ? enter(flow, flow.start, state.variables) : stay(state)
    case 'saying':
      return afterSaying(flow, state, input)
    case 'asking':
    case 'listening':
      return whileAsking(flow, state, input)
    case 'ending':
      return input.is === 'played' ? hangUp : stay(state)
    case 'over':
      return stay(state)
    default:
      return assertNever(state)
  }
}

const stay = (state: FlowState): FlowMove => ({ state, effects: [] })

const before = (first: readonly FlowEffect[], { state, effects }: FlowMove): FlowMove => ({
  state,
  effects: [...first, ...effects],
})

function afterSaying(flow: Flow, state: Extract<FlowState, { is: 'saying' }>, input: FlowInput): FlowMove {
  const { step, variables, typedAhead } = state
  if (input.is === 'played') return enter(flow, step.next, variables, typedAhead)
  if (input.is !== 'key') return stay(state)
  const keys = [...typedAhead, input.key].slice(0, mostTypedAhead)
  if (!step.interruptible) return stay({ ...state, typedAhead: keys })
  return before([{ do: 'stop_saying' }], enter(flow, step.next, variables, keys))
}

type Questioning = Extract<FlowState, { is: 'asking' | 'listening' }>

function whileAsking(flow: Flow, state: Questioning, input: FlowInput): FlowMove {
  switch (input.is) {
    case 'started':
      return stay(state)
    case 'played':
      return listen(state)
    case 'key': {
      const hush: FlowEffect[] = state.is === 'asking' ? [{ do: 'stop_saying' }] : []
      return before(hush, takeKey(flow, state, input.key))
    }
    case 'timeout':
      if (state.typed !== '') return answered(flow, state, state.typed, state.typed, state.step.next)
      return again(flow, state, state.step.onSilence)
    default:
      return assertNever(input)
  }
}

const listen = (asking: Asking): FlowMove => ({
  state: { ...asking, is: 'listening' },
  effects: [{ do: 'wait', ms: asking.step.waitSeconds * 1000 }],
})

function takeKey(flow: Flow, asking: Asking, key: Key): FlowMove {
  const { step, typed } = asking
  const choice = typed === '' ? step.choices?.[key] : undefined
  if (choice) return answered(flow, asking, key, choice.label, choice.next)
  if (step.digits !== undefined && /[0-9]/.test(key)) {
    const number = typed + key
    if (number.length < step.digits) return listen({ ...asking, typed: number })
    return answered(flow, asking, number, number, step.next)
  }
  if (step.digits !== undefined && key === '#' && typed !== '') {
    return answered(flow, asking, typed, typed, step.next)
  }
  return again(flow, asking, step.onMisunderstood ?? step.onSilence)
}

function answered(
  flow: Flow,
  { step, variables }: Asking,
  value: string,
  label: string,
  next?: StepId,
): FlowMove {
  const effects: FlowEffect[] = [{ do: 'record_answer', store: step.store, value, label }]
  return before(effects, enter(flow, next ?? step.onSilence, { ...variables, [step.store]: value }))
}

function again(flow: Flow, asking: Asking, otherwise: StepId): FlowMove {
  const { triesLeft, variables } = asking
  return triesLeft > 1 ? ask({ ...asking, triesLeft: triesLeft - 1 }) : enter(flow, otherwise, variables)
}

const ask = ({ id, step, variables, triesLeft }: Omit<Asking, 'typed'>): FlowMove => ({
  state: { is: 'asking', id, step, variables, triesLeft, typed: '' },
  effects: [{ do: 'say', step: id, text: step.text, variables }],
})

/** A question to which somebody has already typed an answer is not read out. */
function askOrTake(
  flow: Flow,
  { id, step, variables }: Pick<Asking, 'id' | 'step' | 'variables'>,
  keys: readonly Key[],
): FlowMove {
  const triesLeft = step.tries
  const isUnderstood = (key: Key) =>
    Boolean(step.choices?.[key]) || (step.digits !== undefined && /[0-9]/.test(key))
  const first = keys.findIndex(isUnderstood)
  if (first < 0) return ask({ id, step, variables, triesLeft })
  const asking: Questioning = { is: 'listening', id, step, variables, triesLeft, typed: '' }
  return keys
    .slice(first)
    .reduce<FlowMove>(
      (move, key) =>
        move.state.is === 'listening' ? before(move.effects, takeKey(flow, move.state, key)) : move,
      stay(asking),
    )
}

/** Goes to a step and on through those that take no time. */
function enter(flow: Flow, first: StepId, variables: Variables, keys: readonly Key[] = []): FlowMove {
  const effects: FlowEffect[] = []

  let id = first
  for (let steps = 0; steps < mostSilentSteps; steps++) {
    const step = stepOf(flow, id)
    if (!step) break
    switch (step.do) {
      case 'say':
        return before(effects, {
          state: { is: 'saying', step, variables, typedAhead: keys },
          effects: [{ do: 'say', step: id, text: step.text, variables }],
        })
      case 'ask':
        return before(effects, askOrTake(flow, { id, step, variables }, keys))
      case 'branch':
        id = step.cases.find(({ is }) => is === variables[step.on])?.next ?? step.otherwise
        break
      case 'goal':
        effects.push({ do: 'record_goal', name: step.name, outcome: step.outcome })
        id = step.next
        break
      case 'answer': {
        const value = fillText(step.value, variables)
        effects.push({ do: 'record_analysis', question: step.question, value })
        id = step.next
        break
      }
      case 'opt_out':
        effects.push({ do: 'opt_out', scope: step.scope })
        id = step.next
        break
      case 'end':
        return before(effects, step.text === undefined ? hangUp : sayLast(id, step.text, variables))
      default:
        return assertNever(step)
    }
  }
  return before(effects, hangUp)
}

const hangUp: FlowMove = { state: { is: 'over' }, effects: [{ do: 'hang_up' }] }

const sayLast = (step: StepId, text: string, variables: Variables): FlowMove => ({
  state: { is: 'ending' },
  effects: [{ do: 'say', step, text, variables }],
})
