import type { CallId, CampaignId, TrunkId } from '../domain/ids.ts'

/** What moved; listeners read the rest. */
export type Change =
  | { readonly campaign: CampaignId }
  | { readonly call: CallId; readonly campaign: CampaignId }
  | { readonly trunk: TrunkId }
  /** A notice was added, or dialling stopped or went on. */
  | { readonly workspace: true }

export interface Changes {
  tell(change: Change): void
  listen(listener: (change: Change) => void): () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell: change => {
      for (const listener of listeners) listener(change)
    },
    listen: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
