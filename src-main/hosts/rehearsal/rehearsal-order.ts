import type { RehearsalReport } from '../../contract/rehearsal.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { LaunchChoices } from '../../domain/launch.ts'
import type { ComposeOptions } from '../application.ts'
import type { RehearsalProgress } from './campaign-rehearsal.ts'

/** What a rehearsal is asked; crosses to its thread. */
export interface RehearsalOrder extends Pick<ComposeOptions, 'workers' | 'resources'> {
  /** Path of the workspace's database; only read. */
  readonly file: string
  /** For the copy: exists, and is empty. */
  readonly folder: string
  readonly campaign: CampaignId
  readonly choices: LaunchChoices
  readonly seed: number
}

export type RehearsalEnd =
  | { readonly is: 'done'; readonly report: RehearsalReport }
  | { readonly is: 'failed'; readonly what: string; readonly cure: string }

export type RehearsalMessage =
  | { readonly is: 'progress'; readonly progress: RehearsalProgress }
  /** A line of its log, as JSON. */
  | { readonly is: 'log'; readonly line: string }
  | RehearsalEnd
