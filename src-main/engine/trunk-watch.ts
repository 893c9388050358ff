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
import type { CampaignId, E164, Instant, TrunkId } from '../domain/ids.ts'
import { takeSlot } from '../domain/pacing.ts'
import type { TrunkFacts } from '../domain/trunk-group.ts'
import type { CampaignRecord, CarryingTrunk } from './ports/campaign-record.ts'
import type { Dialer } from './ports/dialer.ts'

/** What is known about the trunks from their calls: breakers, paces, and the share that failed. */
export interface TrunkWatch {
  facts(trunk: CarryingTrunk, activeCalls: number, now: Instant): Omit<TrunkFacts, 'short' | 'numbersOut'>
  /** Why it cannot be used now; `null`: it can. */
  trouble(trunk: TrunkId): string | null
  /** A call is about to start: takes its slot; on a held trunk it is the probe. */
  starts(trunk: TrunkId, callsPerSecond: number, now: Instant): void
  /** It was not sent after all. */
  withdrawn(trunk: TrunkId, now: Instant): void
  reached(trunk: TrunkId): void
  failed(trunk: TrunkId, number: E164, why: string, now: Instant): void
  unusable(trunk: TrunkId, why: string, now: Instant): void
  ended(campaign: CampaignId, trunk: TrunkId, number: E164, byProvider: boolean): void
  /**
   * The rule `provider_error`: its figure in words once no trunk of the group is left, else when time alone would
   * break it.
   * @param facts of its trunks
   * @param couldCall the trunks are all that this campaign waits for
   */
  providerError(
    campaign: Pick<CampaignRecord, 'id' | 'settings'>,
    facts: readonly TrunkFacts[],
    couldCall: boolean,
    now: Instant,
  ): ProviderError
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
  const recent = new Map<CampaignId, Map<TrunkId, RecentCalls>>()
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
        id,
        name,
        maxCalls: settings.maxCalls,
        callsPerSecond: settings.callsPerSecond,
        activeCalls,
        slot: slots.get(id) ?? null,
        breaker: breaker.is === 'held' && mayProbe(breaker, now) ? closedBreaker : breaker,
        down: health.is === 'down' ? { reason: health.reason, retryAt: health.retryAt } : null,
      }
    },
    trouble,
    starts: (trunk, callsPerSecond, now) => {
      slots.set(trunk, takeSlot(slots.get(trunk) ?? null, 1000 / callsPerSecond, now))
      set(trunk, probe(breakerOf(trunk)))
    },
    withdrawn: (trunk, now) => set(trunk, probeWithdrawn(breakerOf(trunk), now)),
    reached: trunk => set(trunk, trunkWorks()),
    failed: (trunk, number, why, now) => set(trunk, callFailed(breakerOf(trunk), number, why, now)),
    unusable: (trunk, why, now) => set(trunk, trunkUnusable(breakerOf(trunk), why, now)),
    ended: (campaign, trunk, number, byProvider) => {
      const calls = recent.get(campaign) ?? new Map<TrunkId, RecentCalls>()
      recent.set(campaign, calls.set(trunk, remember(calls.get(trunk) ?? [], number, byProvider)))
    },
    providerError: ({ id, settings }, facts, couldCall, now) => {
      const trunks = facts.map(trunk => ({
        name: trunk.name,
        share: providerErrorShare(recent.get(id)?.get(trunk.id) ?? [], settings),
        why: trouble(trunk.id) ?? trunk.short,
      }))
      if (trunks.length > 0 && trunks.every(({ share }) => share !== null))
        return { is: 'broken', figure: inWords(trunks, ({ share }) => share) }
      const isOut = trunks.length > 0 && trunks.every(({ share, why }) => (share ?? why) !== null)
      if (!isOut || !couldCall) {
        waitingSince.delete(id)
        return { is: 'kept', until: null }
      }
      const since = waitingSince.get(id) ?? now
      waitingSince.set(id, since)
      if (now - since < UNUSABLE_TRUNK_MS) return { is: 'kept', until: since + UNUSABLE_TRUNK_MS }
      const names = trunks.map(({ name }) => name).join(' and ')
      const whys = inWords(trunks, ({ share, why }) => why ?? share)
      return {
        is: 'broken',
        figure: `${names} could not be used for ${UNUSABLE_TRUNK_MS / 60_000} minutes: ${whys}`,
      }
    },
    forget: campaign => {
      recent.delete(campaign)
      waitingSince.delete(campaign)
    },
  }
}

const inWords = <T extends { readonly name: string }>(
  trunks: readonly T[],
  cause: (trunk: T) => string | null,
): string =>
  trunks
    .map(trunk => (trunks.length === 1 ? (cause(trunk) ?? '') : `${trunk.name}: ${cause(trunk) ?? ''}`))
    .join('; ')
