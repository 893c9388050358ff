import type { PauseReason } from '../domain/campaign-state.ts'
import type { CampaignFacts } from '../domain/holds/facts.ts'
import type { Hold } from '../domain/holds/hold.ts'
import { holdsOnCampaign } from '../domain/holds/holds.ts'
import type { Instant } from '../domain/ids.ts'
import type { EngineParts } from './engine-parts.ts'
import type { PlainMove } from './move.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

export interface Standing {
  readonly campaign: CampaignRecord
  readonly facts: CampaignFacts
  readonly holds: readonly Hold[]
  /** A test runs, and all whom it calls had their first attempt. */
  readonly testIsOver: boolean
}

/** What a campaign does by itself now, and when its schedule or a rule wants to be looked at again. */
export interface Advance {
  readonly move: PlainMove | null
  readonly due: Instant | null
}

export function advance(parts: EngineParts, standing: Standing, now: Instant): Advance {
  const { campaign, facts } = standing
  const { schedule } = campaign
  switch (campaign.state.is) {
    case 'scheduled':
      if (hasEnded(campaign, now)) return moving(endReached)
      if (schedule.startsAt === null || schedule.startsAt <= now) return moving({ do: 'start' })
      return waiting(schedule.startsAt)
    case 'draining':
      return facts.activeCalls === 0 ? moving({ do: 'rest' }) : waiting(null)
    case 'running':
      return whileRunning(parts, standing, now)
    default:
      return waiting(null)
  }
}

function whileRunning(parts: EngineParts, standing: Standing, now: Instant): Advance {
  const { campaign, facts, holds, testIsOver } = standing
  const { schedule, settings, testContacts } = campaign
  if (hasEnded(campaign, now)) return moving(endReached)
  const { pending, retry, called } = facts.list
  if (pending + retry + called === 0 && facts.activeCalls === 0 && !settings.keepLive)
    return moving({ do: 'use_up' })
  if (testIsOver) return moving(pause('test_finished', testFigure(testContacts ?? 0)))
  const { system } = parts
  const overloaded = system.overloaded()
  if (overloaded !== null) return moving(pause('system_limit', overloaded))
  const [short] = facts.short
  if (short !== undefined) return moving(pause(shortOf[short.is], short.why))
  if (facts.abandonment?.allowed === 0) return moving(pause('abandon_rate', facts.abandonment.figure))
  const out = numbersOut(standing)
  if (out !== null && out.until <= now) return moving(pause('numbers_exhausted', out.why))
  const rule = parts.trunks.providerError(campaign, facts.trunks, waitsForTrunkOnly(holds), now)
  if (rule.is === 'broken') return moving(pause('provider_error', rule.figure))
  return waiting(
    earliest([settings.keepLive ? null : schedule.endsAt, rule.until, out === null ? null : out.until]),
  )
}

const pause = (reason: PauseReason, detail: string): PlainMove => ({ do: 'pause', reason, detail })

const endReached = pause('end_reached', 'The end of the schedule has come')

const shortOf = {
  disk: 'system_limit',
  budget: 'budget_reached',
  balance: 'insufficient_balance',
} as const satisfies Record<CampaignFacts['short'][number]['is'], PauseReason>

/** Kept live it has no end. */
const hasEnded = ({ schedule, settings }: CampaignRecord, now: Instant): boolean =>
  !settings.keepLive && schedule.endsAt !== null && schedule.endsAt <= now

/** Why no number can be shown now; `null`: one can. */
export const whyNumbersOut = ({ usableNumbers, numbersOut: out }: CampaignFacts): string | null =>
  usableNumbers === 0
    ? 'None of its caller numbers is switched on'
    : out && `No caller number can be shown: ${out.why}`

/** Since when it idles for want of a number, and when that is too long. */
function numbersOut({ campaign, facts }: Standing): { readonly why: string; readonly until: Instant } | null {
  const why = whyNumbersOut(facts)
  const { numbersOutSince, settings } = campaign
  if (why === null || numbersOutSince === null) return null
  const hours = settings.numbersWaitHours
  return { why: `${why}, for ${hours} h`, until: numbersOutSince + hours * 3_600_000 }
}

const moving = (move: PlainMove): Advance => ({ move, due: null })
const waiting = (due: Instant | null): Advance => ({ move: null, due })

/** Neither the clock nor the list keeps it: it would call if the trunk let it. */
const waitsForTrunkOnly = (holds: readonly Hold[]): boolean => holds.every(({ is }) => isOfTrunk.has(is))

const isOfTrunk: ReadonlySet<Hold['is']> = new Set(['trunk-held', 'interval', 'rate', 'workspace-full'])

export const earliest = (times: readonly (Instant | null)[]): Instant | null =>
  times.reduce((first, time) => (time !== null && (first === null || time < first) ? time : first), null)

export async function standing(
  tx: EngineTransaction,
  campaign: CampaignRecord,
  facts: CampaignFacts,
  now: Instant,
): Promise<Standing> {
  const tests = campaign.state.is === 'running' && campaign.testContacts !== null
  return {
    campaign,
    facts,
    holds: holdsOnCampaign(facts, now),
    testIsOver: tests && facts.activeCalls === 0 && !(await tx.pausing.testGoesOn(campaign.id)),
  }
}

const testFigure = (contacts: number): string =>
  contacts === 1 ? '1 contact was called as a test' : `${contacts} contacts were called as a test`
