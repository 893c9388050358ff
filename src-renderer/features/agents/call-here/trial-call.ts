import { create } from 'zustand'
import type { Flow, Key, StepId } from '../../../../src-main/contract/flow.ts'
import type { TrialNews } from '../../../../src-main/contract/trial-calls.ts'
import { client } from '../../../api/client.ts'
import { text } from '../../../text/text.ts'
import { stopListening } from '../../../ui/listen/listening.ts'
import { openSoundOut } from '../../../ui/listen/sound-out.ts'
import { sayRefusal, sayTrouble } from '../../../ui/say.tsx'
import type { ConversationEntry } from '../conversation-entry.ts'
import { readSound } from './sound.ts'
import { withNews } from './trial-entries.ts'

type CallId = Extract<TrialNews, { is: 'begun' }>['call']

/** The rehearsal call of this window: one at a time. */
export type TrialCall =
  | { readonly is: 'nothing' }
  | { readonly is: 'preparing'; readonly done: number; readonly total: number }
  /** `since` by this computer's clock. */
  | { readonly is: 'talking'; readonly call: CallId; readonly since: number }
  | { readonly is: 'over'; readonly by: 'agent' | 'person' | null; readonly trouble: string | null }

interface TrialState {
  readonly now: TrialCall
  /** The flow that is talked to, as it was when the call began. */
  readonly flow: Flow | null
  readonly entries: readonly ConversationEntry[]
  /** The step that spoke last. */
  readonly at: StepId | null
}

const nothing: TrialState = { now: { is: 'nothing' }, flow: null, entries: [], at: null }

export const useTrialCall = create<TrialState>(() => nothing)

/** How loud the agent is, 0–1; renewed ten times a second. */
export const useAgentLevel = create(() => ({ level: 0 }))

const words = text.callHere
const meterMs = 100
let leave = new AbortController()

/** Hangs up, and forgets what was said. */
export function leaveTrial() {
  leave.abort()
  useTrialCall.setState(nothing, true)
}

/** Ends the one that goes on. Says why where it cannot be. */
export async function callHere(flow: Flow, variables: Readonly<Record<string, string>>) {
  leaveTrial()
  stopListening()
  const own = new AbortController()
  leave = own
  const { places: _, ...spoken } = flow
  useTrialCall.setState({ ...nothing, flow, now: { is: 'preparing', done: 0, total: 0 } }, true)
  try {
    const told = await client.trialCalls.call({ flow: spoken, variables }, { signal: own.signal })
    let call: CallId | null = null
    for await (const news of told) {
      if (own.signal.aborted) return
      if (news.is === 'begun') {
        call = news.call
        void hear(call, own.signal)
      } else if (call !== null) take(call, news)
    }
  } catch (error) {
    if (own.signal.aborted) return
    sayRefusal(error, words.notCalled)
  } finally {
    if (leave === own && useTrialCall.getState().now.is !== 'over') useTrialCall.setState(nothing, true)
  }
}

function take(call: CallId, news: TrialNews) {
  useTrialCall.setState(state => ({
    now: nowAfter(call, news) ?? state.now,
    entries: withNews(state.entries, news),
    at: news.is === 'saying' ? news.step : news.is === 'ended' ? null : state.at,
  }))
}

function nowAfter(call: CallId, news: TrialNews): TrialCall | null {
  if (news.is === 'preparing') return news
  if (news.is === 'answered') return { is: 'talking', call, since: Date.now() }
  return news.is === 'ended' ? { is: 'over', by: news.by, trouble: news.trouble } : null
}

async function hear(call: CallId, signal: AbortSignal) {
  const out = await openSoundOut().catch(() => null)
  if (out === null) return sayTrouble(text.listen.noSound)
  try {
    let shownAt = 0
    let level = 0
    for await (const { sound } of await client.trialCalls.hear({ call }, { signal })) {
      const samples = readSound(sound)
      for (const sample of samples) level = Math.max(level, Math.abs(sample))
      out.play(samples)
      const now = performance.now()
      if (now - shownAt < meterMs) continue
      useAgentLevel.setState({ level })
      level = 0
      shownAt = now
    }
  } catch {
    // The call's own news says why it is over.
  } finally {
    useAgentLevel.setState({ level: 0 })
    out.close()
  }
}

const talking = () => {
  const { now } = useTrialCall.getState()
  return now.is === 'talking' ? now.call : null
}

export function pressKey(key: Key) {
  const call = talking()
  // A call that ends at this very moment takes no key any more.
  if (call !== null) void client.trialCalls.press({ call, key }).catch(() => {})
}

export function hangUpTrial() {
  const call = talking()
  if (call === null) leaveTrial()
  else void client.trialCalls.hangUp({ call }).catch(leaveTrial)
}
