import type { MadeBackup } from '../../api/services.ts'
import type { CampaignStateName } from '../../domain/campaign-state.ts'
import type { CampaignId, JobId, ListId } from '../../domain/ids.ts'
import type { NewJob } from '../../store/job-records.ts'
import type { JobStanding } from '../working/job-standing.ts'

/** What can be asked of a running workspace from another process; one JSON line each way per connection. */
export interface Asked {
  'stop-all': { readonly hangUp: boolean }
  'console-link': Record<never, never>
  status: Record<never, never>
  'job-start': NewJob
  job: { readonly job: JobId }
  'job-cancel': { readonly job: JobId; readonly actor: string }
  'list-named': { readonly name: string }
  backup: Record<never, never>
  'campaign-move': {
    readonly campaign: CampaignId
    readonly move: 'pause' | 'resume'
    /** With `pause`: ends its calls instead of letting them finish. */
    readonly hangUp: boolean
  }
  'campaign-now': { readonly campaign: CampaignId }
}

export interface Answered {
  'stop-all': { readonly activeCalls: number }
  /** A fresh link that works once. */
  'console-link': { readonly url: string }
  status: { readonly host: 'console' | 'desktop' | 'cli'; readonly pid: number; readonly activeCalls: number }
  'job-start': { readonly job: JobId }
  job: JobStanding
  /** Made where there was none. */
  'list-named': { readonly list: ListId }
  backup: MadeBackup
  'campaign-move': { readonly state: CampaignStateName; readonly activeCalls: number }
  /** What holds it back, in words, most telling first. */
  'campaign-now': { readonly activeCalls: number; readonly holds: readonly string[] }
  'job-cancel': { readonly cancelled: 'cancelled' | 'too_late' | 'ended' | 'unknown' }
}

export type Wish = keyof Asked
export type Request = { readonly [W in Wish]: { readonly do: W; readonly with: Asked[W] } }[Wish]
export type Answer =
  | { readonly ok: true; readonly value: Answered[Wish] }
  | { readonly ok: false; readonly message: string }

export type Handlers = { readonly [W in Wish]?: (asked: Asked[W]) => Promise<Answered[W]> }

export const longestLine = 64 * 1024
