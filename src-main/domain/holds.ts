import { assertNever } from './assert-never.ts'
import type { CapHold } from './attempt-caps.ts'
import type { CampaignSettings, WorkspaceCaps } from './campaign.ts'
import type { CampaignState, CampaignStateName } from './campaign-state.ts'
import type { ConsentNeed } from './compliance/law.ts'
import type { CalendarState } from './hours.ts'
import type { Instant } from './ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from './lead.ts'
import { afterPause } from './pacing.ts'
import type { Schedule } from './schedule.ts'
import { hasRoom, nextSlot, type Trouble, type TrunkFacts, troubleOf, usableTrunks } from './trunk-group.ts'

/** One reason why nobody, or this contact, is called right now. `until: null` waits for an event, not for a time. */
export type Hold = CampaignHold | LeadOwnHold

/** About all contacts of a campaign. */
export type CampaignHold =
  | { readonly is: 'not-running'; readonly state: CampaignStateName; readonly until: null }
  | { readonly is: 'store'; readonly why: string; readonly until: null }
  | { readonly is: 'no-agent'; readonly until: null }
  | { readonly is: 'no-number'; readonly until: null }
  /** Each number is at its cap of the day, or rests. */
  | { readonly is: 'numbers-capped'; readonly why: string; readonly until: Instant | null }
  | { readonly is: 'no-trunk'; readonly until: null }
  | { readonly is: 'trunk-held'; readonly why: string; readonly until: Instant | null }
  /** Money or disk; the campaign pauses for it in a moment. */
  | { readonly is: 'budget' | 'balance' | 'disk'; readonly why: string; readonly until: null }
  | { readonly is: 'before-start'; readonly until: Instant; readonly zone: string }
  /** Closed wherever a contact waits; `until` and `zone` are of the place that opens first. */
  | {
      readonly is: 'outside-hours'
      readonly until: Instant | null
      readonly zone: string
      readonly zones: number
      readonly by: string
    }
  | { readonly is: 'nobody-left'; readonly until: null }
  /** Every contact was called; some may call back until then. */
  | { readonly is: 'completion'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'campaign-full'; readonly allowed: number; readonly until: null }
  /** Fewer calls at a time, so that the share of abandoned ones stays below the law's cap. */
  | { readonly is: 'abandonment'; readonly allowed: number; readonly figure: string; readonly until: null }
  /** Every trunk that can be used is full: their names; `others` cannot be used. */
  | {
      readonly is: 'trunk-full'
      readonly allowed: number
      readonly trunks: readonly string[]
      readonly others: readonly string[]
      readonly until: null
    }
  | { readonly is: 'workspace-full'; readonly allowed: number; readonly until: null }
  | { readonly is: 'interval'; readonly until: Instant }
  | { readonly is: 'rate'; readonly until: Instant }
  | { readonly is: 'hourly-cap'; readonly allowed: number; readonly until: Instant }
  | LeadWait

/** A time that a contact waits for; of a campaign whose contacts all wait, the first such time. */
export type LeadWait =
  | { readonly is: 'retry-later' | 'agreed-time'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'trunk-refused' | 'peer-silent'; readonly until: Instant; readonly zone: string }
  | { readonly is: 'cap-later'; readonly until: Instant; readonly zone: string }

/** About one contact. */
export type LeadOwnHold =
  | CapHold
  /** Closed where it is called. */
  | {
      readonly is: 'contact-hours'
      readonly until: Instant | null
      readonly zone: string
      readonly by: string
    }
  | { readonly is: 'no-phone'; readonly until: null }
  | { readonly is: 'forbidden'; readonly why: string; readonly until: null }
  | { readonly is: 'do-not-call'; readonly scope: 'all' | 'campaign'; readonly until: null }
  | { readonly is: 'no-consent'; readonly need: Exclude<ConsentNeed, 'none'>; readonly until: null }
  | { readonly is: 'number-busy'; readonly until: null }
  /** Only the contacts drawn for the test are called first. */
  | { readonly is: 'test-only'; readonly until: null }
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
  /** Why none of the usable numbers may be shown now, and when the first may again; `null`: one may. */
  readonly numbersOut: { readonly why: string; readonly until: Instant | null } | null
  readonly lastStartAt: Instant | null
  /** When the sliding hour has room for the next start; `null`: now. */
  readonly hourlyFreeAt: Instant | null
  readonly activeCalls: number
  /** Calls at a time that the law's cap on abandoned ones leaves; `null`: it is not near. */
  readonly abandonment: { readonly allowed: number; readonly figure: string } | null
  /** What its money or the disk is short of. */
  readonly short: readonly { readonly is: 'budget' | 'balance' | 'disk'; readonly why: string }[]
  /** Its failover group, preferred first; empty: there is no trunk at all. */
  readonly trunks: readonly TrunkFacts[]
  readonly workspace: {
    readonly caps: WorkspaceCaps
    readonly activeCalls: number
    readonly slot: Instant | null
  }
  readonly list: ListFacts
  /** Where contacts wait, each place once; empty where that was not asked. */
  readonly waiting: readonly WaitingPlace[]
  /** Why the workspace cannot be written, in words. */
  readonly storeProblem: string | null
}

/** Contacts of a campaign by what becomes of them. */
export interface ListFacts {
  readonly pending: number
  readonly retry: number
  /** Queued, dialing or in a call. */
  readonly inProgress: number
  /** Were called; final when their completion timeout is over. */
  readonly called: number
  /** When the first of the called ones becomes final. */
  readonly calledUntil: Instant | null
  /** Final, but not completed: a restart calls them again. */
  readonly restartable: number
}

/** Contacts of a campaign that wait at one place. */
export interface WaitingPlace {
  readonly zone: string
  readonly calendar: CalendarState
  /** When the first of them may be tried, hours aside, and what it waits for. */
  readonly readyAt: Instant
  readonly hold: LeadHold | null
}

/** What is known about one contact when its turn comes. */
export interface LeadFacts {
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  /** Zone of its place in which times are told. */
  readonly zone: string
  readonly hasNumber: boolean
  /** Why its number is never called at all; `null`: it may be. */
  readonly forbidden: string | null
  readonly suppressed: 'all' | 'campaign' | null
  /** On a call anywhere in the workspace. */
  readonly isBusy: boolean
  /** Kind of consent that is asked for and not on file. */
  readonly lacksConsent: Exclude<ConsentNeed, 'none'> | null
  readonly caps: readonly CapHold[]
  readonly calendar: CalendarState
  /** A test runs, and this contact was not drawn for it. */
  readonly leftOutOfTest: boolean
}

/** Everything that keeps a campaign from starting a call now, most telling first; empty: it may. */
export function holdsOnCampaign(facts: CampaignFacts, now: Instant): readonly CampaignHold[] {
  const standing = standingHold(facts, now)
  return standing
    ? [standing]
    : [...equipmentHolds(facts, now), ...waitHolds(facts, now), ...paceHolds(facts, now)]
}

/** Everything that keeps one contact from being called now: its own reasons, then the campaign's. */
export function holdsOnLead(lead: LeadFacts, facts: CampaignFacts, now: Instant): readonly Hold[] {
  const own = ownHolds(lead, now)
  if (own.some(isForGood)) return own
  const standing = standingHold(facts, now)
  if (standing) return [...own, standing]
  return [...own, ...startHolds(facts, now), ...equipmentHolds(facts, now), ...paceHolds(facts, now)]
}

/** What keeps one contact from being called now, whatever its campaign may do. */
export function ownHolds(lead: LeadFacts, now: Instant): readonly (LeadOwnHold | LeadWait)[] {
  const { status, skipReason, suppressed, forbidden, lacksConsent, calendar, zone } = lead
  if (status === 'skipped') return [{ is: 'skipped', reason: skipReason ?? 'manual', until: null }]
  if (status === 'queued' || status === 'dialing' || status === 'in_call')
    return [{ is: 'on-call', until: null }]
  if (status !== 'pending' && status !== 'retry') return [{ is: 'finished', status, until: null }]
  const holds: (LeadOwnHold | LeadWait)[] = []
  if (suppressed !== null) holds.push({ is: 'do-not-call', scope: suppressed, until: null })
  if (!lead.hasNumber) holds.push({ is: 'no-phone', until: null })
  if (forbidden !== null) holds.push({ is: 'forbidden', why: forbidden, until: null })
  if (lacksConsent !== null) holds.push({ is: 'no-consent', need: lacksConsent, until: null })
  if (lead.leftOutOfTest) holds.push({ is: 'test-only', until: null })
  if (lead.isBusy) holds.push({ is: 'number-busy', until: null })
  holds.push(...lead.caps)
  // A cap tells itself, with its figures; one that was raised since holds until the contact is looked at again.
  if (lead.readyAt > now && (!isCap(lead.hold) || lead.caps.length === 0))
    holds.push({ is: waitNames[lead.hold ?? 'retry_interval'], until: lead.readyAt, zone })
  if (!calendar.open)
    holds.push({
      is: 'contact-hours',
      until: calendar.opensAt,
      zone: closedZone(calendar, zone),
      by: closedBy(calendar),
    })
  return holds
}

/** What becomes of a contact that may not be called now: `null` for a wait. */
export const skipReasonOf = (hold: Hold): SkipReason | null => {
  switch (hold.is) {
    case 'do-not-call':
      return hold.scope === 'all' ? 'dnc' : 'opted_out'
    case 'no-phone':
      return 'no_number'
    case 'forbidden':
      return 'invalid_number'
    case 'no-consent':
      return 'no_consent'
    default:
      return null
  }
}

/** Nothing but a change of the contact itself lifts it. */
const isForGood = (hold: Hold): boolean => hold.is === 'finished' || hold.is === 'skipped'

const isCap = (hold: LeadHold | null): boolean =>
  hold === 'day_cap' || hold === 'week_cap' || hold === 'law_cap' || hold === 'law_pause'

/** How what a row waits for is called as a hold; the caps of one contact are told with their figures instead. */
export const waitNames = {
  retry_interval: 'retry-later',
  agreed_time: 'agreed-time',
  trunk_refused: 'trunk-refused',
  peer_silent: 'peer-silent',
  day_cap: 'cap-later',
  week_cap: 'cap-later',
  law_cap: 'cap-later',
  law_pause: 'cap-later',
} as const satisfies Record<LeadHold, LeadWait['is']>

/** Words for the layer that keeps a place closed longest. */
export function closedBy({ closedBy: by }: CalendarState): string {
  if (by === null) return 'call hours'
  return by.holiday === null ? layerName(by.layer.by) : `${layerName(by.layer.by)}, ${by.holiday}`
}

function layerName(by: NonNullable<CalendarState['closedBy']>['layer']['by']): string {
  switch (by.is) {
    case 'campaign':
      return 'call hours'
    case 'business-hours':
      return `business hours “${by.name}”`
    case 'law':
      return `the hours of ${by.jurisdiction}`
    default:
      return assertNever(by)
  }
}

/** In which its next opening is told. */
export const closedZone = ({ closedBy: by }: CalendarState, zone: string): string => by?.layer.zone ?? zone

function standingHold({ state, schedule }: CampaignFacts, now: Instant): CampaignHold | null {
  const { startsAt, zone } = schedule
  if (state.is === 'scheduled' && startsAt !== null && startsAt > now)
    return { is: 'before-start', until: startsAt, zone }
  return state.is === 'running' ? null : { is: 'not-running', state: state.is, until: null }
}

function equipmentHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
  const holds: CampaignHold[] = []
  if (facts.storeProblem !== null) holds.push({ is: 'store', why: facts.storeProblem, until: null })
  for (const { is, why } of facts.short) holds.push({ is, why, until: null })
  if (!facts.hasAgent) holds.push({ is: 'no-agent', until: null })
  if (facts.usableNumbers === 0) holds.push({ is: 'no-number', until: null })
  else if (facts.numbersOut) holds.push({ is: 'numbers-capped', ...facts.numbersOut })
  if (facts.trunks.length === 0) holds.push({ is: 'no-trunk', until: null })
  else holds.push(...trunkHolds(facts.trunks, now))
  return holds
}

/** No trunk of the group is left, each with its cause. Numbers or credit that all of them lack are holds of their own. */
function trunkHolds(trunks: readonly TrunkFacts[], now: Instant): CampaignHold[] {
  if (usableTrunks(trunks, now).length > 0) return []
  const isInTrouble = trunks.some(trunk => troubleOf(trunk, now) !== null)
  const lacksAll = trunks.every(({ short }) => short !== null) || trunks.every(({ numbersOut }) => numbersOut)
  if (lacksAll && !isInTrouble) return []
  const causes = trunks.flatMap(trunk => whyUnusable(trunk, now) ?? [])
  return [
    {
      is: 'trunk-held',
      why: causes.map(({ why }) => why).join('; '),
      until: nextLook(causes),
    },
  ]
}

function whyUnusable(trunk: TrunkFacts, now: Instant): Trouble | null {
  const { name, short, numbersOut } = trunk
  const cause = troubleOf(trunk, now) ?? (short === null ? numbersOut : { why: short, until: null })
  return cause && { ...cause, why: `${name}: ${cause.why}` }
}

const trunksFull = (
  full: readonly TrunkFacts[],
  all: readonly TrunkFacts[],
): Extract<CampaignHold, { is: 'trunk-full' }> => ({
  is: 'trunk-full',
  allowed: full.reduce((sum, { maxCalls }) => sum + maxCalls, 0),
  trunks: full.map(({ name }) => name),
  others: all.filter(trunk => !full.includes(trunk)).map(({ name }) => name),
  until: null,
})

function startHolds({ schedule: { startsAt, zone } }: CampaignFacts, now: Instant): CampaignHold[] {
  return startsAt !== null && now < startsAt ? [{ is: 'before-start', until: startsAt, zone }] : []
}

/** Nobody's turn: the start is still to come, or each contact waits for its place to open or for its own time. */
function waitHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
  const { list, waiting } = facts
  const start = startHolds(facts, now)
  if (start.length > 0) return start
  if (list.pending + list.retry === 0)
    return list.calledUntil === null
      ? [{ is: 'nobody-left', until: null }]
      : [{ is: 'completion', until: list.calledUntil, zone: facts.schedule.zone }]
  const open = waiting.filter(({ calendar }) => calendar.open)
  if (waiting.length === 0 || open.some(({ readyAt }) => readyAt <= now)) return []
  return [...closedHolds(waiting.filter(({ calendar }) => !calendar.open)), ...laterHolds(open)]
}

function closedHolds(closed: readonly WaitingPlace[]): CampaignHold[] {
  const [first] = [...closed].sort((a, b) => opening(a) - opening(b))
  if (first === undefined) return []
  const { calendar, zone } = first
  const zones = new Set(closed.map(place => closedZone(place.calendar, place.zone))).size
  return [
    {
      is: 'outside-hours',
      until: calendar.opensAt,
      zone: closedZone(calendar, zone),
      zones,
      by: closedBy(calendar),
    },
  ]
}

const opening = ({ calendar }: WaitingPlace): number => calendar.opensAt ?? Number.POSITIVE_INFINITY

function laterHolds(open: readonly WaitingPlace[]): CampaignHold[] {
  const [first] = [...open].sort((a, b) => a.readyAt - b.readyAt)
  return first
    ? [{ is: waitNames[first.hold ?? 'retry_interval'], until: first.readyAt, zone: first.zone }]
    : []
}

/** Nothing more can be started at this moment, whoever waits. */
export function paceHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
  const { settings, trunks, workspace, abandonment } = facts
  const holds: CampaignHold[] = []
  const usable = usableTrunks(trunks, now)
  const roomy = usable.filter(hasRoom)
  const full = (is: 'campaign-full' | 'workspace-full', active: number, allowed: number) => {
    if (active >= allowed) holds.push({ is, allowed, until: null })
  }
  full('campaign-full', facts.activeCalls, settings.maxConcurrentCalls)
  if (
    abandonment &&
    facts.activeCalls >= abandonment.allowed &&
    abandonment.allowed < settings.maxConcurrentCalls
  )
    holds.push({ is: 'abandonment', ...abandonment, until: null })
  if (usable.length > 0 && roomy.length === 0) holds.push(trunksFull(usable, trunks))
  full('workspace-full', workspace.activeCalls, workspace.caps.concurrentCalls)

  const interval = afterPause(facts.lastStartAt, settings.intervalMs, now)
  if (interval > now) holds.push({ is: 'interval', until: interval })
  if (settings.callsPerHour !== null && facts.hourlyFreeAt !== null)
    holds.push({ is: 'hourly-cap', allowed: settings.callsPerHour, until: facts.hourlyFreeAt })
  const rate = Math.max(
    afterPause(workspace.slot, 1000 / workspace.caps.callsPerSecond, now),
    roomy.length > 0 ? Math.min(...roomy.map(trunk => nextSlot(trunk, now))) : now,
  )
  if (rate > now) holds.push({ is: 'rate', until: rate })
  return holds
}

/** When the next place opens or the next contact is ready, whoever is kept waiting by a call until then. */
export const nextTurn = (waiting: readonly WaitingPlace[], now: Instant): Instant | null =>
  nextLook(
    waiting.map(({ calendar, readyAt }) => ({
      until: calendar.open ? (readyAt > now ? readyAt : null) : calendar.opensAt,
    })),
  )

/** When to look again: the first time at which one of the holds ends by itself. */
export const nextLook = (holds: readonly { readonly until: Instant | null }[]): Instant | null =>
  holds.reduce<Instant | null>(
    (first, { until }) => (until !== null && (first === null || until < first) ? until : first),
    null,
  )
