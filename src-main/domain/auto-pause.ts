import type { CallResult, FailureCause } from './call-result.ts'
import type { E164 } from './ids.ts'

/** Share of the last calls that may fail by the provider's fault before the campaign pauses itself. */
export const PROVIDER_ERROR_SHARE = 0.6
export const PROVIDER_ERROR_CALLS = 20
/** A trunk that is unusable for so long pauses its campaigns. */
export const UNUSABLE_TRUNK_MS = 5 * 60_000

/** The latest call of each of the last numbers, oldest first. */
export type RecentCalls = readonly { readonly number: E164; readonly providerFailed: boolean }[]

/** A 5xx, refused credentials or a silent trunk; what the network says about a called party does not count. */
export const isProviderError = (result: CallResult, failure: FailureCause | null): boolean =>
  result === 'failed' && (failure === 'trunk' || failure === 'credentials' || failure === 'congestion')

export const remember = (recent: RecentCalls, number: E164, providerFailed: boolean): RecentCalls =>
  [...recent.filter(call => call.number !== number), { number, providerFailed }].slice(-PROVIDER_ERROR_CALLS)

/** The figure in words when the share is reached, else `null`. Judged only over a full window. */
export function providerErrorShare(recent: RecentCalls): string | null {
  if (recent.length < PROVIDER_ERROR_CALLS) return null
  const failed = recent.filter(call => call.providerFailed).length
  if (failed / recent.length < PROVIDER_ERROR_SHARE) return null
  return `${failed} of the last ${recent.length} calls failed at the trunk`
}
