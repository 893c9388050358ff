import type { CampaignId } from '../../../domain/ids.ts'
import type { SharedTurn } from '../../../store/write-turn.ts'
import type { DemoOptions } from '../create-demo.ts'
import type { Begun } from './move-in.ts'

/** What the thread is started with. */
export interface HistoryOrder extends DemoOptions {
  /** Database of the workspace. */
  readonly file: string
  /** Empty, for what is played; the caller throws it away. */
  readonly folder: string
  readonly turn: SharedTurn
}

export type HistoryMessage =
  /** 0–1. */
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'done'; readonly campaign: CampaignId }
  /** The workspace has some of these of its own. */
  | { readonly is: 'not_empty'; readonly begun: Begun }
