import { providerErrorShare, type RecentCalls, remember, UNUSABLE_TRUNK_MS } from '../domain/auto-pause.ts'
import {
  type Breaker,
  callFailed,
  closedBreaker,
  mayProbe,
  probe,
  probeWithdrawn,
  trunkUnusable,
  trunkWorks,
} from '../domain/breaker.ts'
import type { TrunkFacts } from '../domain/holds.ts'
import type { CampaignId, E164, Instant, TrunkId } from '../domain/ids.ts'
import { takeSlot } from '../domain/pacing.ts'
import type { CampaignRecord, Dialer } from './ports.ts'

/** What is known about the trunks from their calls: breakers, paces, and the share that failed. */
export interface TrunkWatch {
  facts(trunk: NonNullable<CampaignRecord['trunk']>, activeCalls: number, now: Instant): TrunkFacts
  /** A call is about to start: takes its slot; on a held trunk it is the probe. */
  starts(trunk: TrunkId, callsPerSecond: number, now: Instant): void
  /** It was not sent after all. */
  withdrawn(trunk: TrunkId, now: Instant): void
  reached(trunk: TrunkId): void
  failed(trunk: TrunkId, number: E164, why: string, now: Instant): void
  unusable(trunk: TrunkId, why: string, now: Instant): void
  ended(campaign: CampaignId, number: E164, byProvider: boolean): void
  /**
   * The rule `provider_error`: its figure in words once it is broken, else when time alone would break it.
   * @param couldCall the trunk is all that this campaign waits for
   */
  providerError(campaign: CampaignRecord, couldCall: boolean, now: Instant): ProviderError
  /** A person resumed or restarted: a new beginning. */
  forget(campaign: CampaignId): void
}

export type ProviderError =
  | { readonly is: 'broken'; readonly figure: string }
  | { readonly is: 'kept'; readonly until: Instant | null }

export function createTrunkWatch(
  dialer: Dialer,
  onBreaker: (trunk: TrunkId, breaker: Breaker) => void,
): TrunkWatch {
  const breakers = new Map<TrunkId, Breaker>()
  const slots = new Map<TrunkId, Instant>()
  const recent = new Map<CampaignId, RecentCalls>()
  const waitingSince = new Map<CampaignId, Instant>()

  const breakerOf = (trunk: TrunkId) => breakers.get(trunk) ?? closedBreaker
  const set = (trunk: TrunkId, next: Breaker) => {
    const before = breakerOf(trunk)
    breakers.set(trunk, next)
    if ((before.is === 'closed') !== (next.is === 'closed')) onBreaker(trunk, next)
  }
  const trouble = (trunk: TrunkId): string | null => {
    const health = dialer.trunkHealth(trunk)
    if (health.is === 'down') return health.reason
    const breaker = breakerOf(trunk)
    return breaker.is === 'closed' ? null : breaker.why
  }

  return {
    facts: ({ id, name, settings }, activeCalls, now) => {
      const health = dialer.trunkHealth(id)
      const breaker = breakerOf(id)
      return {
        name,
        maxCalls: settings.maxCalls,
        callsPerSecond: settings.callsPerSecond,
        activeCalls,
        slot: slots.get(id) ?? null,
        breaker: breaker.is === 'held' && mayProbe(breaker, now) ? closedBreaker : breaker,
        down: health.is === 'down' ? { reason: health.reason, retryAt: health.retryAt } : null,
      }
    },
    starts: (trunk, callsPerSecond, now) => {
      slots.set(trunk, takeSlot(slots.get(trunk) ?? null, 1000 / callsPerSecond, now))
      set(trunk, probe(breakerOf(trunk)))
    },
    withdrawn: (trunk, now) => set(trunk, probeWithdrawn(breakerOf(trunk), now)),
    reached: trunk => set(trunk, trunkWorks()),
    failed: (trunk, number, why, now) => set(trunk, callFailed(breakerOf(trunk), number, why, now)),
    unusable: (trunk, why, now) => set(trunk, trunkUnusable(breakerOf(trunk), why, now)),
    ended: (campaign, number, byProvider) =>
      recent.set(campaign, remember(recent.get(campaign) ?? [], number, byProvider)),
    providerError: ({ id, trunk, settings }, couldCall, now) => {
      const share = providerErrorShare(recent.get(id) ?? [], settings)
      if (share !== null) return { is: 'broken', figure: share }
      const why = trunk && trouble(trunk.id)
      if (trunk === null || why === null || !couldCall) {
        waitingSince.delete(id)
        return { is: 'kept', until: null }
      }
      const since = waitingSince.get(id) ?? now
      waitingSince.set(id, since)
      const minutes = UNUSABLE_TRUNK_MS / 60_000
      return now - since >= UNUSABLE_TRUNK_MS
        ? { is: 'broken', figure: `${trunk.name} could not be used for ${minutes} minutes: ${why}` }
        : { is: 'kept', until: since + UNUSABLE_TRUNK_MS }
    },
    forget: campaign => {
      recent.delete(campaign)
      waitingSince.delete(campaign)
    },
  }
}
