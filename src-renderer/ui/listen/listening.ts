import { create } from 'zustand'
import type { CallRow } from '../../../src-main/contract/calls.ts'
import { client, refusalOf } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal, sayTrouble } from '../say.tsx'
import { readFrame } from './live-frame.ts'
import { openSoundOut, type SoundOut } from './sound-out.ts'

/** What this window listens to: one call at a time, wherever in it somebody goes. */
export type Listening =
  | { readonly is: 'nothing' }
  /** `since` by this computer's clock. */
  | {
      readonly is: 'joining' | 'hearing'
      readonly call: CallRow['id']
      readonly name: string
      readonly since: number
    }

export const useListening = create<Listening>(() => ({ is: 'nothing' }))

/** Loudest since they were shown before, 0–1. */
export const useLevels = create(() => ({ caller: 0, agent: 0 }))

const words = text.listen
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)')
const meterMs = () => (stillness.matches ? 1_000 : 100)
let leave = new AbortController()

export function stopListening() {
  leave.abort()
  useListening.setState({ is: 'nothing' }, true)
}

/** Leaves the call that was listened to before. Says why where nothing can be heard. */
export async function listenTo(call: CallRow['id'], name: string) {
  stopListening()
  const own = new AbortController()
  leave = own
  useListening.setState({ is: 'joining', call, name, since: Date.now() }, true)
  const out = await openSoundOut().catch(() => null)
  try {
    if (own.signal.aborted) return
    if (out === null) sayTrouble(words.noSound)
    else await hear(call, name, out, own.signal)
  } catch (error) {
    if (own.signal.aborted) return
    // A call that ends while somebody asks for it is no mistake of theirs.
    if (refusalOf(error)?.code === 'call_over') say(words.over(name))
    else sayRefusal(error, words.notHeard(name))
  } finally {
    out?.close()
    if (leave === own) useListening.setState({ is: 'nothing' }, true)
  }
}

async function hear(call: CallRow['id'], name: string, out: SoundOut, signal: AbortSignal) {
  const frames = await client.calls.listen({ id: call }, { signal })
  useListening.setState({ is: 'hearing', call, name, since: Date.now() }, true)
  let shownAt = 0
  let levels = { caller: 0, agent: 0 }
  for await (const { frame } of frames) {
    const { mixed, caller, agent } = readFrame(frame)
    out.play(mixed)
    levels = { caller: Math.max(levels.caller, caller), agent: Math.max(levels.agent, agent) }
    const now = performance.now()
    if (now - shownAt < meterMs()) continue
    useLevels.setState(levels)
    levels = { caller: 0, agent: 0 }
    shownAt = now
  }
  if (!signal.aborted) say(words.over(name))
}
