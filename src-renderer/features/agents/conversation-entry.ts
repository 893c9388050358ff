import type { TriedEvent } from '../../../src-main/contract/flow.ts'

/** One thing that was said, keyed or noted while an agent is tried. */
export type ConversationEntry =
  | TriedEvent
  | { readonly is: 'key'; readonly key: string }
  /** The text was cut short, by a key or the end of the call. */
  | (Extract<TriedEvent, { is: 'said' }> & { readonly cutShort: true })
  | { readonly is: 'spoke'; readonly ms: number }
