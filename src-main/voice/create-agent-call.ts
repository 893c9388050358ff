import { assertNever } from '../domain/assert-never.ts'
import { fillText } from '../domain/fill-text.ts'
import type { Key, StepId } from '../domain/flow.ts'
import { keys } from '../domain/flow.ts'
import { type FlowEffect, type FlowInput, runFlow, startFlow } from '../domain/flow-run.ts'
import { sentencesAfter } from '../domain/sentences-after.ts'
import type { AgentCall, AgentCallOptions } from './agent-call.ts'
import { createSpeaker } from './speaker.ts'

/** Some peers report one press twice, as telephone-event and as SIP INFO; within this time it is one. */
const samePressMs = 500

/** Longer than a step speaks: what is due before goes first. */
const patienceAheadMs = 30_000

const isKey = (text: string): text is Key => (keys as readonly string[]).includes(text)

/** Begins to talk at once. */
export function createAgentCall({
  flow,
  variables,
  leg,
  happened,
  saying,
  hangUp,
  speech,
}: AgentCallOptions): AgentCall {
  const answeredAt = performance.now()
  const speaker = createSpeaker(leg, speech)
  let state = startFlow(flow, variables)
  let over = false
  let wait: NodeJS.Timeout | null = null
  let spokenSince = 0
  let lastKey: { readonly key: Key; readonly way: 'audio' | 'info'; readonly at: number } | null = null

  const now = () => Math.round(performance.now() - answeredAt)

  const tellSaid = (text: string, interrupted: boolean) => {
    if (text !== '') happened({ is: 'agent_said', atMs: spokenSince, text, interrupted })
  }
  const hush = () => {
    const text = speaker.speaking()
    if (text !== null) tellSaid(text, true)
    speaker.stop()
  }
  const finish = () => {
    over = true
    if (wait) clearTimeout(wait)
    clearTimeout(longest)
  }
  const end = () => {
    if (over) return
    hush()
    finish()
    happened({ is: 'ended_by_agent', atMs: now() })
    hangUp()
  }

  /** While a step speaks, what may follow it is got ready. */
  const renderAhead = (step: StepId, known: Readonly<Record<string, string>>) => {
    for (const sentence of sentencesAfter(flow, step, known))
      if (speech.known(sentence) === null) void speech.speak(sentence, patienceAheadMs)
  }
  const apply = (effect: FlowEffect) => {
    switch (effect.do) {
      case 'say':
        spokenSince = now()
        saying?.(effect.step, fillText(effect.text, effect.variables))
        speaker.say(effect.text, effect.variables, heard => {
          tellSaid(heard, false)
          input({ is: 'played' })
        })
        return renderAhead(effect.step, effect.variables)
      case 'stop_saying':
        return hush()
      case 'wait':
        wait = setTimeout(input, effect.ms, { is: 'timeout' })
        return
      case 'record_answer':
        return happened({
          is: 'answer',
          atMs: now(),
          store: effect.store,
          value: effect.value,
          label: effect.label,
        })
      case 'record_goal':
        return happened({ is: 'goal', atMs: now(), name: effect.name, outcome: effect.outcome })
      case 'record_analysis':
        return happened({ is: 'analysis', atMs: now(), question: effect.question, value: effect.value })
      case 'opt_out':
        return happened({ is: 'opt_out', atMs: now(), scope: effect.scope })
      case 'hang_up':
        return end()
      default:
        return assertNever(effect)
    }
  }
  const input = (given: FlowInput) => {
    if (over) return
    if (wait) clearTimeout(wait)
    const move = runFlow(flow, state, given)
    state = move.state
    // The transcript tells first what was cut short, then the key that did it.
    if (move.effects.some(effect => effect.do === 'stop_saying')) hush()
    if (given.is === 'key') happened({ is: 'key_pressed', atMs: now(), key: given.key })
    for (const effect of move.effects) apply(effect)
  }
  const press = (key: Key, way: 'audio' | 'info') => {
    const again = lastKey && lastKey.key === key && lastKey.way !== way && now() - lastKey.at < samePressMs
    if (again) return
    lastKey = { key, way, at: now() }
    input({ is: 'key', key })
  }

  const longest = setTimeout(end, flow.maxCallSeconds * 1000)
  input({ is: 'started' })

  return {
    heard(event) {
      if (over) return
      if (event.is === 'played') speaker.played(event.play, event.interrupted)
      if (event.is === 'key') press(event.key, 'audio')
      if (event.is === 'speech_ended') {
        happened({ is: 'person_spoke', atMs: Math.max(0, now() - event.forMs), forMs: event.forMs })
      }
    },
    key(key) {
      if (!over && isKey(key)) press(key, 'info')
    },
    stop() {
      if (over) return
      hush()
      finish()
    },
  }
}
