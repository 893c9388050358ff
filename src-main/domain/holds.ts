import { assertNever } from './assert-never.ts'
import type { Breaker } from './breaker.ts'
import type { CampaignSettings, WorkspaceCaps } from './campaign.ts'
import type { CampaignState, CampaignStateName } from './campaign-state.ts'
import type { E164, Instant } from './ids.ts'
import type { LeadStatus, SkipReason } from './lead.ts'
import { afterPause } from './pacing.ts'
import { isOpen, nextOpening, type Schedule, wallClock } from './schedule.ts'

/** One reason why nobody, or this contact, is called right now. `until: null` waits for an event, not for a time. */
export type Hold =
  | { readonly is: 'not-running'; readonly state: CampaignStateName; readonly until: null }
  | { readonly is: 'store'; readonly why: string; readonly until: null }
  | { readonly is: 'no-agent'; readonly until: null }
  | { readonly is: 'no-number'; readonly until: null }
  | { readonly is: 'no-trunk'; readonly until: null }
  | { readonly is: 'trunk-held'; readonly why: string; readonly until: Instant | null }
  | { readonly is: 'before-start'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'outside-hours'; readonly until: Instant | null; readonly zone: string }
  | { readonly is: 'retry-later'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'nobody-left'; readonly until: null }
  | { readonly is: 'number-busy'; readonly until: null }
  | { readonly is: 'campaign-full'; readonly allowed: number; readonly until: null }
  | { readonly is: 'trunk-full'; readonly allowed: number; readonly until: null }
  | { readonly is: 'workspace-full'; readonly allowed: number; readonly until: null }
  | { readonly is: 'interval'; readonly until: Instant }
  | { readonly is: 'rate'; readonly until: Instant }
  | { readonly is: 'do-not-call'; readonly until: null }
  | { readonly is: 'finished'; readonly status: LeadStatus; readonly until: null }
  | { readonly is: 'skipped'; readonly reason: SkipReason; readonly until: null }
  | { readonly is: 'on-call'; readonly until: null }

export interface CampaignFacts {
  readonly state: CampaignState
  readonly settings: CampaignSettings
  readonly schedule: Schedule
  /** Windows do not apply: a trunk on loopback and `anyTime`. */
  readonly hoursLifted: boolean
  readonly hasAgent: boolean
  readonly usableNumbers: number
  readonly lastStartAt: Instant | null
  readonly activeCalls: number
  readonly trunk: TrunkFacts | null
  readonly workspace: {
    readonly caps: WorkspaceCaps
    readonly activeCalls: number
    readonly slot: Instant | null
  }
  readonly list: ListFacts
  /** Why the workspace cannot be written, in words. */
  readonly storeProblem: string | null
}

export interface TrunkFacts {
  readonly name: string
  readonly maxCalls: number
  readonly callsPerSecond: number
  readonly activeCalls: number
  readonly slot: Instant | null
  readonly breaker: Breaker
  /** What its health says when it is down. */
  readonly down: { readonly reason: string; readonly retryAt: Instant | null } | null
}

export interface ListFacts {
  readonly pending: number
  readonly retry: number
  /** Queued, dialing or in a call. */
  readonly inProgress: number
  /** Final, but not completed: a restart calls them again. */
  readonly restartable: number
  readonly nextRetryAt: Instant | null
}

export interface LeadFacts {
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly readyAt: Instant
  readonly number: E164 | null
  readonly suppressed: boolean
  /** Numbers on a call anywhere in the workspace. */
  readonly busyNumbers: ReadonlySet<E164>
}

/** Everything that keeps a campaign from starting a call now, most telling first; empty: it may. */
export function holdsOnCampaign(facts: CampaignFacts, now: Instant): readonly Hold[] {
  const { startsAt, zone } = facts.schedule
  if (facts.state.is === 'scheduled' && startsAt !== null && startsAt > now)
    return [{ is: 'before-start', until: startsAt, zone }]
  if (facts.state.is !== 'running') return [{ is: 'not-running', state: facts.state.is, until: null }]
  return [
    ...equipmentHolds(facts, now),
    ...timeHolds(facts, now),
    ...listHolds(facts, now),
    ...capacityHolds(facts, now),
  ]
}

/** Everything that keeps one contact from being called now: its own reasons, then the campaign's. */
export function holdsOnLead(lead: LeadFacts, facts: CampaignFacts, now: Instant): readonly Hold[] {
  const own = leadHolds(lead, facts, now)
  const forGood = own.some(hold => hold.is === 'finished' || hold.is === 'skipped')
  return forGood ? own : [...own, ...holdsOnCampaign(facts, now).filter(hold => !isAboutList(hold))]
}

function equipmentHolds(facts: CampaignFacts, now: Instant): Hold[] {
  const holds: Hold[] = []
  if (facts.storeProblem !== null) holds.push({ is: 'store', why: facts.storeProblem, until: null })
  if (!facts.hasAgent) holds.push({ is: 'no-agent', until: null })
  if (facts.usableNumbers === 0) holds.push({ is: 'no-number', until: null })
  if (facts.trunk === null) holds.push({ is: 'no-trunk', until: null })
  else holds.push(...trunkHolds(facts.trunk, now))
  return holds
}

function trunkHolds({ name, down, breaker }: TrunkFacts, now: Instant): Hold[] {
  if (down) {
    // The line is asking right now: its answer is what comes next, not a time.
    const until = down.retryAt !== null && down.retryAt > now ? down.retryAt : null
    return [{ is: 'trunk-held', why: `${name}: ${down.reason}`, until }]
  }
  switch (breaker.is) {
    case 'closed':
      return []
    case 'held':
      return [{ is: 'trunk-held', why: `${name}: ${breaker.why}`, until: breaker.until }]
    case 'probing':
      return [{ is: 'trunk-held', why: `${name}: ${breaker.why}; one call is trying it`, until: null }]
    default:
      return assertNever(breaker)
  }
}

function timeHolds({ schedule, hoursLifted }: CampaignFacts, now: Instant): Hold[] {
  const { startsAt, zone } = schedule
  if (startsAt !== null && now < startsAt) return [{ is: 'before-start', until: startsAt, zone }]
  if (hoursLifted || isOpen(schedule, now)) return []
  return [{ is: 'outside-hours', until: nextOpening(schedule, now), zone }]
}

function listHolds({ list, schedule }: CampaignFacts, now: Instant): Hold[] {
  if (list.pending > 0) return []
  if (list.retry === 0) return [{ is: 'nobody-left', until: null }]
  if (list.nextRetryAt === null || list.nextRetryAt <= now) return []
  return [{ is: 'retry-later', until: list.nextRetryAt, zone: schedule.zone }]
}

function capacityHolds(facts: CampaignFacts, now: Instant): Hold[] {
  const { settings, trunk, workspace } = facts
  const holds: Hold[] = []
  const full = (is: 'campaign-full' | 'trunk-full' | 'workspace-full', active: number, allowed: number) => {
    if (active >= allowed) holds.push({ is, allowed, until: null })
  }
  full('campaign-full', facts.activeCalls, settings.maxConcurrentCalls)
  if (trunk) full('trunk-full', trunk.activeCalls, trunk.maxCalls)
  full('workspace-full', workspace.activeCalls, workspace.caps.concurrentCalls)

  const interval = afterPause(facts.lastStartAt, settings.intervalMs, now)
  if (interval > now) holds.push({ is: 'interval', until: interval })
  const rate = Math.max(
    afterPause(workspace.slot, 1000 / workspace.caps.callsPerSecond, now),
    trunk ? afterPause(trunk.slot, 1000 / trunk.callsPerSecond, now) : now,
  )
  if (rate > now) holds.push({ is: 'rate', until: rate })
  return holds
}

function leadHolds(lead: LeadFacts, { schedule }: CampaignFacts, now: Instant): Hold[] {
  const { status, skipReason } = lead
  if (status === 'skipped') return [{ is: 'skipped', reason: skipReason ?? 'manual', until: null }]
  if (status === 'queued' || status === 'dialing' || status === 'in_call')
    return [{ is: 'on-call', until: null }]
  if (status !== 'pending' && status !== 'retry') return [{ is: 'finished', status, until: null }]
  const holds: Hold[] = []
  if (lead.suppressed) holds.push({ is: 'do-not-call', until: null })
  if (lead.number !== null && lead.busyNumbers.has(lead.number))
    holds.push({ is: 'number-busy', until: null })
  if (status === 'retry' && lead.readyAt > now)
    holds.push({ is: 'retry-later', until: lead.readyAt, zone: schedule.zone })
  return holds
}

const isAboutList = (hold: Hold) => hold.is === 'retry-later' || hold.is === 'nobody-left'

/** When to look again: the first time at which one of the holds ends by itself. */
export const nextLook = (holds: readonly { readonly until: Instant | null }[]): Instant | null =>
  holds.reduce<Instant | null>(
    (first, { until }) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )

/** One line for the supervisor. */
export function holdText(hold: Hold): string {
  switch (hold.is) {
    case 'not-running':
      return `The campaign is ${hold.state}`
    case 'store':
      return `Dialling stopped: ${hold.why}`
    case 'no-agent':
      return 'No published agent'
    case 'no-number':
      return 'No usable caller number'
    case 'no-trunk':
      return 'No trunk'
    case 'trunk-held':
      return `Trunk held back. ${hold.why}`
    case 'before-start':
      return `Starts ${wallClock(hold.until, hold.zone)}`
    case 'outside-hours':
      return hold.until === null
        ? 'Outside call hours, and no window ever opens'
        : `Outside call hours, next opens ${wallClock(hold.until, hold.zone)}`
    case 'retry-later':
      return `Waiting for the next retry, ${wallClock(hold.until, hold.zone)}`
    case 'nobody-left':
      return 'Nobody left to call'
    case 'number-busy':
      return 'The number is on another call'
    case 'campaign-full':
      return `All ${hold.allowed} calls of the campaign are in use`
    case 'trunk-full':
      return `All ${hold.allowed} calls of the trunk are in use`
    case 'workspace-full':
      return `All ${hold.allowed} calls of the workspace are in use`
    case 'interval':
      return 'Pausing between two calls'
    case 'rate':
      return 'At the highest rate of call starts'
    case 'do-not-call':
      return 'On the do-not-call list'
    case 'finished':
      return `Finished: ${hold.status}`
    case 'skipped':
      return `Skipped: ${hold.reason}`
    case 'on-call':
      return 'Being called right now'
    default:
      return assertNever(hold)
  }
}
