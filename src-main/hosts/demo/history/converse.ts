import { fillText } from '../../../domain/fill-text.ts'
import type { Flow, Key } from '../../../domain/flow.ts'
import { stepOf } from '../../../domain/flow-graph.ts'
import { type FlowInput, type FlowState, runFlow, startFlow } from '../../../domain/flow-run.ts'
import type { ConversationEvent } from '../../../domain/transcript.ts'
import type { Dice } from '../../../engine/ports/dice.ts'

/** What somebody does who is on the phone with an agent. */
export type Temper = 'takes_part' | 'loses_patience' | 'refuses' | 'hangs_up' | 'says_nothing'

export interface Conversation {
  readonly events: readonly ConversationEvent[]
  readonly lastsMs: number
  readonly hungUpBy: 'agent' | 'person'
  /** How long the person was heard. */
  readonly heardMs: number
}

interface Talk {
  state: FlowState
  speech: { readonly text: string; readonly since: number; readonly forMs: number } | null
  waitMs: number
  isOver: boolean
}

/** A telephone voice says about fifteen letters a second. */
const MS_PER_LETTER = 65
const BREATH_MS = 300
const HELLO_MS = 700
const MOST_TURNS = 60

/** Milliseconds until somebody hangs up without having been asked everything; `null`: stays to the end. */
const staysFor: Readonly<Record<Temper, readonly [number, number] | null>> = {
  takes_part: null,
  loses_patience: [14_000, 34_000],
  refuses: null,
  hangs_up: [1_500, 5_500],
  says_nothing: null,
}

/** How often each key is the answer; whatever is not listed weighs 1. */
const likings: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  appointment_answer: { 1: 5, 2: 1 },
  receipt: { 1: 9, 2: 1 },
  satisfaction: { 1: 1, 2: 2, 3: 5, 4: 9, 5: 7 },
  long_wait: { 1: 1, 2: 2 },
  recommends: { 1: 4, 2: 1 },
}

/** Plays a conversation with an agent's flow: every word of the agent and every key of the person comes from it. */
export function converse(
  flow: Flow,
  variables: Readonly<Record<string, string>>,
  temper: Temper,
  dice: Dice,
): Conversation {
  const events: ConversationEvent[] = []
  const between = (from: number, to: number) => Math.round(from + dice() * (to - from))
  const leaves = staysFor[temper]
  const leavesAt = leaves === null ? flow.maxCallSeconds * 1000 : between(...leaves)
  const talk: Talk = { state: startFlow(flow, variables), speech: null, waitMs: 0, isOver: false }
  let at = 0

  const said = (interrupted: boolean) => {
    const { speech } = talk
    if (speech === null) return
    const share = interrupted ? (at - speech.since) / speech.forMs : 1
    const text = interrupted ? upTo(speech.text, share) : speech.text
    if (text !== '') events.push({ is: 'agent_said', atMs: speech.since, text, interrupted })
    talk.speech = null
  }
  const input = (given: FlowInput) => {
    const move = runFlow(flow, talk.state, given)
    talk.state = move.state
    if (move.effects.some(effect => effect.do === 'stop_saying')) said(true)
    if (given.is === 'key') events.push({ is: 'key_pressed', atMs: at, key: given.key })
    for (const effect of move.effects) {
      if (effect.do === 'say') {
        const text = fillText(effect.text, effect.variables)
        talk.speech = { text, since: at, forMs: BREATH_MS + text.length * MS_PER_LETTER }
      } else if (effect.do === 'wait') talk.waitMs = effect.ms
      else if (effect.do === 'record_answer')
        events.push({ is: 'answer', atMs: at, store: effect.store, value: effect.value, label: effect.label })
      else if (effect.do === 'record_goal')
        events.push({ is: 'goal', atMs: at, name: effect.name, outcome: effect.outcome })
      else if (effect.do === 'record_analysis')
        events.push({ is: 'analysis', atMs: at, question: effect.question, value: effect.value })
      else if (effect.do === 'opt_out') events.push({ is: 'opt_out', atMs: at, scope: effect.scope })
      else if (effect.do === 'hang_up') talk.isOver = true
    }
  }
  /** Of somebody who answers, or leaves in the midst of it: `true` while the call goes on. */
  const pass = (ms: number): boolean => {
    if (at + ms < leavesAt) {
      at += ms
      return true
    }
    at = leavesAt
    said(true)
    return false
  }

  const speaks = temper !== 'says_nothing'
  if (speaks) events.push({ is: 'person_spoke', atMs: 150, forMs: HELLO_MS })
  input({ is: 'started' })
  for (let turn = 0; !talk.isOver && turn < MOST_TURNS; turn++) {
    const key = speaks ? keyFor(flow, talk.state, temper, dice) : null
    if (talk.speech !== null) {
      // Now and then somebody knows the answer before the question is over.
      const early = key !== null && dice() < 0.25
      const { forMs } = talk.speech
      if (!pass(early ? Math.round(forMs * 0.7) : forMs)) break
      if (early) input({ is: 'key', key })
      else {
        said(false)
        input({ is: 'played' })
      }
    } else if (key !== null && dice() < 0.93) {
      if (!pass(between(500, 2_800))) break
      input({ is: 'key', key })
    } else {
      if (!pass(talk.waitMs)) break
      input({ is: 'timeout' })
    }
  }
  const isLeft = !talk.isOver && leaves !== null
  if (!isLeft) events.push({ is: 'ended_by_agent', atMs: at })
  return {
    events,
    lastsMs: at,
    hungUpBy: isLeft ? 'person' : 'agent',
    heardMs: speaks ? HELLO_MS : 0,
  }
}

/** Of a question that is being asked; `null`: nothing is asked. */
function keyFor(flow: Flow, state: FlowState, temper: Temper, dice: Dice): Key | null {
  if (state.is !== 'asking' && state.is !== 'listening') return null
  const { choices = {}, store } = state.step
  const keys = Object.entries(choices).map(([key, choice]) => ({
    key: key as Key,
    refuses: choice !== undefined && stepOf(flow, choice.next)?.do === 'opt_out',
  }))
  const wanted = keys.filter(({ refuses }) => refuses === (temper === 'refuses'))
  const weights = wanted.map(({ key }) => likings[store]?.[key] ?? 1)
  let left = dice() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, { key }] of wanted.entries()) {
    left -= weights[index] ?? 0
    if (left < 0) return key
  }
  return null
}

/** The words that were heard before the voice was cut short. */
const upTo = (text: string, share: number): string => {
  const words = text.split(' ')
  return words.slice(0, Math.floor(words.length * Math.min(1, share))).join(' ')
}
