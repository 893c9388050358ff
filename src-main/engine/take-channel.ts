import type { TrunkId } from '../domain/ids.ts'
import type { EngineParts } from './engine-parts.ts'

export interface ChannelWish {
  /** One that is not stored takes a channel of the workspace only. */
  readonly trunk: TrunkId
  /** Of that trunk, at once. */
  readonly maxCalls: number
}

export type Channel =
  | { readonly is: 'taken'; readonly release: () => void }
  | { readonly is: 'trunk-full' | 'workspace-full'; readonly allowed: number }

/** A channel for a call beside the campaigns. It counts for them from here on, and none of them is given it meanwhile. */
export const takeChannel = (
  { active, caps, changes, inTurn, store, wake }: EngineParts,
  { trunk, maxCalls }: ChannelWish,
): Promise<Channel> =>
  inTurn(async () => {
    const { concurrentCalls } = (await store.read(tx => tx.caps()))?.value ?? caps
    if (active.channelsOn(trunk) >= maxCalls) return { is: 'trunk-full', allowed: maxCalls }
    if (active.channels() >= concurrentCalls) return { is: 'workspace-full', allowed: concurrentCalls }
    const giveBack = active.occupy(trunk)
    changes.tell({ trunk })
    return {
      is: 'taken',
      release: () => {
        giveBack()
        changes.tell({ trunk })
        wake()
      },
    }
  })
