import type { CallResult, FailureCause } from './call-result.ts'
import type { CampaignSettings } from './campaign.ts'
import type { E164, Instant } from './ids.ts'

/** A trunk that is unusable for so long pauses its campaigns. */
export const UNUSABLE_TRUNK_MS = 5 * 60_000
/** So long must a cause be gone before a campaign goes on by itself: no pause and resume by turns. */
export const GONE_MS = 60_000

/** The latest call of each of the last numbers, oldest first. */
export type RecentCalls = readonly { readonly number: E164; readonly providerFailed: boolean }[]

/** A 5xx, refused credentials or a silent trunk; what the network says about a called party does not count. */
export const isProviderError = (result: CallResult, failure: FailureCause | null): boolean =>
  result === 'failed' && (failure === 'trunk' || failure === 'credentials' || failure === 'congestion')

// As many as a campaign can be set to look at.
const MOST_REMEMBERED = 100

export const remember = (recent: RecentCalls, number: E164, providerFailed: boolean): RecentCalls =>
  [...recent.filter(call => call.number !== number), { number, providerFailed }].slice(-MOST_REMEMBERED)

/** The figure in words when the share is reached, else `null`. Judged only over as many calls as are set. */
export function providerErrorShare(
  recent: RecentCalls,
  limits: Pick<CampaignSettings, 'providerErrorShare' | 'providerErrorCalls'>,
): string | null {
  const last = recent.slice(-limits.providerErrorCalls)
  if (last.length < limits.providerErrorCalls) return null
  const failed = last.filter(call => call.providerFailed).length
  if (failed / last.length < limits.providerErrorShare) return null
  return `${failed} of the last ${last.length} calls failed at the trunk`
}

/** How far the engine lags behind its own times. */
export interface Lag {
  /** Time over which every beat was late, in ms. */
  readonly lateMs: number
  readonly lastLateAt: Instant | null
}
export const noLag: Lag = { lateMs: 0, lastLateAt: null }

const LATE_MS = 5_000
const OVERLOAD_MS = 60_000
// Between two late beats; more than that and the machine slept.
const LONGEST_GAP_MS = 15_000

/** After a beat that was due then: one on time ends the lag. */
export function afterBeat(lag: Lag, dueAt: Instant | null, now: Instant): Lag {
  if (dueAt === null || now - dueAt <= LATE_MS) return noLag
  const gap = lag.lastLateAt === null ? 0 : now - lag.lastLateAt
  return { lateMs: gap > LONGEST_GAP_MS ? 0 : lag.lateMs + gap, lastLateAt: now }
}

/** The figure in words when the engine was late for a minute without a break, else `null`. */
export const overload = ({ lateMs }: Lag): string | null =>
  lateMs < OVERLOAD_MS
    ? null
    : `The engine was more than ${LATE_MS / 1000} s behind for ${Math.floor(lateMs / 1000)} s`

/** The figure in words when the disk is too full, else `null`. */
export const diskFigure = (freeBytes: number, leastBytes: number): string | null =>
  freeBytes >= leastBytes ? null : `${mib(freeBytes)} of disk space are free; it takes ${mib(leastBytes)}`

const mib = (bytes: number): string => `${Math.floor(bytes / 2 ** 20).toLocaleString('en')} MiB`
