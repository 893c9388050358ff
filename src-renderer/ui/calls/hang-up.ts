import { create } from 'zustand'
import type { ActiveCall } from '../../../src-main/contract/campaigns.ts'
import { client } from '../../api/client.ts'
import { text } from '../../text/text.ts'
import { say, sayRefusal } from '../say.tsx'

/** The call that the next press ends. */
const useSure = create<{ readonly call: ActiveCall['call'] | null }>(() => ({ call: null }))
const patienceMs = 4_000
let timer: ReturnType<typeof setTimeout> | undefined

export const useIsSure = (call: ActiveCall['call']) => useSure(state => state.call === call)

/** Asks once: the first press makes sure, the second one within some seconds ends the call. */
export async function hangUp(call: ActiveCall['call'], name: string) {
  clearTimeout(timer)
  if (useSure.getState().call !== call) {
    useSure.setState({ call })
    timer = setTimeout(() => useSure.setState({ call: null }), patienceMs)
    return
  }
  useSure.setState({ call: null })
  try {
    await client.calls.hangUp({ id: call })
    say(text.calls.hungUp(name))
  } catch (error) {
    sayRefusal(error, text.calls.notHungUp(name))
  }
}
