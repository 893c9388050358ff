import { randomUUID } from 'node:crypto'
import { startTrialCall, type TrialCall, type TrialParts, type TrialWish } from './trial-call.ts'

/** The calls on which agents are tried now. */
export interface TrialDesk {
  begin(wish: TrialWish): { readonly id: string; readonly call: TrialCall } | 'busy'
  /** `null`: it is over. */
  find(id: string): TrialCall | null
  hangUpAll(): void
  /** Hangs up; resolves when all are over. */
  close(): Promise<void>
}

/** Each holds ports and a place in the voice's queue, beside the calls that count. */
const mostAtOnce = 5

export function createTrialDesk(parts: TrialParts): TrialDesk {
  const calls = new Map<string, TrialCall>()
  const hangUpAll = () => {
    for (const call of calls.values()) call.hangUp()
  }
  return {
    begin(wish) {
      if (calls.size >= mostAtOnce) return 'busy'
      const id = randomUUID()
      const call = startTrialCall(parts, wish)
      calls.set(id, call)
      void call.over.finally(() => calls.delete(id))
      return { id, call }
    },
    find: id => calls.get(id) ?? null,
    hangUpAll,
    async close() {
      hangUpAll()
      await Promise.allSettled([...calls.values()].map(({ over }) => over))
    },
  }
}
