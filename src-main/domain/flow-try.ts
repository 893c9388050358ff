import { assertNever } from './assert-never.ts'
import { fillText } from './fill-text.ts'
import type { Flow, FlowStep, GoalOutcome, Key, StepId } from './flow.ts'
import { type FlowEffect, type FlowInput, type FlowState, runFlow, startFlow } from './flow-run.ts'

/** What a person does when the agent listens. */
export type TriedInput = { readonly is: 'key'; readonly key: Key } | { readonly is: 'silence' }

export type TriedEvent =
  | { readonly is: 'said'; readonly step: StepId; readonly text: string }
  | { readonly is: 'key'; readonly key: Key }
  | { readonly is: 'silence'; readonly seconds: number }
  | { readonly is: 'answer'; readonly store: string; readonly value: string; readonly label: string }
  | { readonly is: 'goal'; readonly name: string; readonly outcome: GoalOutcome }
  | { readonly is: 'analysis'; readonly question: string; readonly value: string }
  | { readonly is: 'opt_out'; readonly scope: 'all' | 'campaign' }

export interface TriedFlow {
  /** In their order. */
  readonly events: readonly TriedEvent[]
  /** The step that spoke last. */
  readonly at: StepId | null
  /** What it waits for now; `null`: it is over. */
  readonly waits: {
    readonly seconds: number
    readonly choices: readonly { readonly key: Key; readonly label: string }[]
    /** So many at most; `null`: digits are not understood. */
    readonly digits: number | null
    /** Digits so far. */
    readonly typed: string
  } | null
  /** `nowhere`: its way is not connected. `endless`: it talked on without ever waiting. */
  readonly ended: 'by_agent' | 'nowhere' | 'endless' | null
}

/** A draft may talk in a circle. */
const mostTextsInARow = 50

/** Plays a conversation without sound, by the rules of a call: every text is heard to its end, then the inputs come. */
export function tryFlow(
  flow: Flow,
  variables: Readonly<Record<string, string>>,
  inputs: readonly TriedInput[],
): TriedFlow {
  const spoken = withSpokenEnds(flow)
  const events: TriedEvent[] = []
  let at: StepId | null = null
  let state: FlowState = startFlow(spoken, variables)
  let spokeAtEnd = false

  const tell = (effect: FlowEffect) => {
    switch (effect.do) {
      case 'say': {
        at = effect.step
        const said = fillText(effect.text, effect.variables)
        if (said !== '') events.push({ is: 'said', step: at, text: said })
        return
      }
      case 'record_answer':
        events.push({ is: 'answer', store: effect.store, value: effect.value, label: effect.label })
        return
      case 'record_goal':
        events.push({ is: 'goal', name: effect.name, outcome: effect.outcome })
        return
      case 'record_analysis':
        events.push({ is: 'analysis', question: effect.question, value: effect.value })
        return
      case 'opt_out':
        events.push({ is: 'opt_out', scope: effect.scope })
        return
      case 'stop_saying':
      case 'wait':
      case 'hang_up':
        return
      default:
        return assertNever(effect)
    }
  }
  const move = (input: FlowInput) => {
    const moved = runFlow(spoken, state, input)
    state = moved.state
    spokeAtEnd ||= state.is === 'ending'
    for (const effect of moved.effects) tell(effect)
  }
  /** Hears everything up to the next pause. */
  const listen = (): boolean => {
    for (let texts = 0; texts < mostTextsInARow; texts++) {
      if (state.is === 'listening' || state.is === 'over') return true
      move({ is: 'played' })
    }
    return false
  }

  move({ is: 'started' })
  let isBounded = listen()
  for (const input of inputs) {
    if (!isBounded || state.is !== 'listening') break
    events.push(
      input.is === 'key' ? input : { is: 'silence', seconds: (state as Listening).step.waitSeconds },
    )
    move(input.is === 'key' ? input : { is: 'timeout' })
    isBounded = listen()
  }
  return { events, at, ...endOf(state, isBounded, spokeAtEnd) }
}

type Listening = Extract<FlowState, { is: 'listening' | 'asking' }>

function endOf(
  state: FlowState,
  isBounded: boolean,
  spokeAtEnd: boolean,
): Pick<TriedFlow, 'waits' | 'ended'> {
  if (!isBounded) return { waits: null, ended: 'endless' }
  if (state.is !== 'listening') return { waits: null, ended: spokeAtEnd ? 'by_agent' : 'nowhere' }
  const { step, typed } = state
  const choices = Object.entries(step.choices ?? {}).map(([key, { label }]) => ({ key: key as Key, label }))
  return { ended: null, waits: { seconds: step.waitSeconds, choices, digits: step.digits ?? null, typed } }
}

/** A run does not tell that it came to an end without a text: here every end has one, be it empty. */
const withSpokenEnds = (flow: Flow): Flow => ({
  ...flow,
  steps: Object.fromEntries(
    Object.entries(flow.steps).map(([id, step]): [StepId, FlowStep] => [
      id,
      step.do === 'end' ? { ...step, text: step.text ?? '' } : step,
    ]),
  ),
})
