import type { Instant } from '../ids.ts'
import { closedBy, closedZone } from './closed.ts'
import type { CampaignFacts, WaitingPlace } from './facts.ts'
import type { CampaignHold } from './hold.ts'
import { nextLook } from './next-look.ts'
import { waitNames } from './wait-names.ts'

export function startHolds({ schedule: { startsAt, zone } }: CampaignFacts, now: Instant): CampaignHold[] {
  return startsAt !== null && now < startsAt ? [{ is: 'before-start', until: startsAt, zone }] : []
}

/** Nobody's turn: the start is still to come, or each contact waits for its place to open or for its own time. */
export function waitHolds(facts: CampaignFacts, now: Instant): CampaignHold[] {
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

/** When the next place opens or the next contact is ready, whoever is kept waiting by a call until then. */
export const nextTurn = (waiting: readonly WaitingPlace[], now: Instant): Instant | null =>
  nextLook(
    waiting.map(({ calendar, readyAt }) => ({
      until: calendar.open ? (readyAt > now ? readyAt : null) : calendar.opensAt,
    })),
  )
