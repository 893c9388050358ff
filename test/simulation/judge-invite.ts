import type { HoursLayer } from '../../src-main/domain/hours.ts'
import { slowlyOpen, wallOf } from '../make/slow-hours.ts'
import { type Asked, readAsked } from './asked.ts'
import type { CommittedRows } from './open-file.ts'
import { lawfulHours } from './places.ts'
import type { Person, Plan } from './plan.ts'
import type { LedgerEntry } from './world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** An INVITE that was judged, with what is remembered of it. */
interface Judged extends LedgerEntry {
  readonly asked: Asked
  readonly jumped: number
}

/** An INVITE that is leaving, and all before it. */
interface Case {
  readonly plan: Plan
  readonly file: CommittedRows
  readonly invite: LedgerEntry
  readonly asked: Asked
  readonly person: Person
  readonly past: readonly Judged[]
  /** How far the clock had been set ahead. */
  readonly jumped: number
}

/** `null`: the rule is kept; else how it is broken, in words. */
type Rule = (about: Case) => string | null

export type InviteJudge = (entry: LedgerEntry, jumped: number) => readonly string[]

/**
 * Recomputes from the ledger of the carrier and the committed rows, by other means than the engine's, whether a call
 * may be made at the moment in which its INVITE leaves.
 */
export function createInviteJudge(plan: Plan, file: CommittedRows): InviteJudge {
  const people = new Map(plan.people.flatMap(person => person.phones.map(phone => [phone, person] as const)))
  const past: Judged[] = []
  return (entry, jumped) => {
    const asked = readAsked(file, entry.sipCallId)
    const person = people.get(entry.number)
    if (asked === null || person === undefined) return ['no record of it is on disk']
    const about: Case = { plan, file, invite: entry, asked, person, past, jumped }
    const broken = rules.map(rule => rule(about)).filter(text => text !== null)
    past.push(Object.assign(entry, { asked, jumped }))
    return broken
  }
}

const isHoliday = (plan: Plan) => (country: string, date: string) => plan.holidays.has(`${country} ${date}`)

const record: readonly Rule[] = [
  ({ invite, past }) =>
    past.some(other => other.sipCallId === invite.sipCallId) ? 'the same attempt was sent twice' : null,
  ({ invite, past }) =>
    past.some(other => other.isUp && other.number === invite.number) ? 'its number is on another call' : null,
  ({ asked }) => (asked.callState === 'sending' ? null : `its record says ${asked.callState}`),
  ({ asked }) => (asked.state === 'running' ? null : `its campaign is ${asked.state}`),
  ({ asked }) => (asked.leadStatus === 'dialing' ? null : `its contact is ${asked.leadStatus}`),
  ({ asked, past }) => {
    const tries = past.filter(
      other => other.mayHaveRung && other.asked.lead === asked.lead && other.asked.run === asked.run,
    ).length
    return tries <= asked.settings.maxRetries ? null : `attempt ${tries + 1} of a run`
  },
]

/** compliance.md section 4: decided when its turn came, and again right before it left. */
const evidence: Rule = ({ file, invite }) => {
  const moments = file.rows<{ readonly moment: string }>(
    `SELECT d.moment AS moment FROM decisions d JOIN calls c ON c.id = d.call_id
    WHERE c.sip_call_id = ? AND d.outcome = 'call' ORDER BY d.id`,
    invite.sipCallId,
  )
  const told = moments.map(({ moment }) => moment).join()
  return told === 'turn,sending' ? null : `its decision log says: ${told}`
}

const hours: readonly Rule[] = [
  ({ asked: { schedule, settings }, invite: { at } }) => {
    const isOver = schedule.endsAt !== null && !settings.keepLive && at >= schedule.endsAt
    return isOver ? 'after the end of its campaign' : null
  },
  about => (slowlyOpen(ownHours(about), about.invite.at) ? null : 'outside the hours of its campaign'),
  ({ plan, person: { region }, invite }) =>
    slowlyOpen(lawfulHours(region, isHoliday(plan)), invite.at)
      ? null
      : `outside the hours of the law in ${region.name}`,
]

const pacing: readonly Rule[] = [
  ({ asked, file }) => {
    const live = count(
      file,
      `SELECT count(*) AS n FROM calls WHERE campaign_id = ? AND state <> 'ended'`,
      asked.campaign,
    )
    return live <= asked.settings.maxConcurrentCalls ? null : `${live} calls at a time`
  },
  ({ file, invite }) => {
    const live = count(
      file,
      `SELECT count(*) AS n FROM calls WHERE state <> 'ended' AND trunk_id = ?`,
      invite.trunk,
    )
    return live <= MOST_TRUNK_CALLS ? null : `${live} calls on a trunk`
  },
  ({ past, invite }) => {
    const inSecond = past.filter(other => other.trueAt > invite.trueAt - 1_000).length
    return inSecond <= MOST_PER_SECOND ? null : `call ${inSecond + 1} of a second`
  },
  ({ asked, past, invite, jumped }) => {
    const last = past.findLast(other => other.asked.campaign === asked.campaign)
    const pause = last && last.jumped === jumped ? invite.at - last.at : Number.POSITIVE_INFINITY
    return pause >= asked.settings.intervalMs ? null : `${pause} ms after the call before`
  },
  ({ asked, past, invite: { at, trueAt } }) => {
    const { callsPerHour } = asked.settings
    // By the clock, and in truth: one that was set back shows hours again that have long been over.
    const isInHour = (other: Judged) =>
      other.at > at - HOUR && other.at <= at + HOUR && other.trueAt > trueAt - HOUR
    const inHour = past.filter(other => other.asked.campaign === asked.campaign && isInHour(other)).length
    return callsPerHour === null || inHour < callsPerHour ? null : `call ${inHour + 1} of an hour`
  },
  ({ asked }) => {
    const { budgetMicros } = asked.settings
    return budgetMicros === null || asked.spentMicros < budgetMicros ? null : 'its budget is spent'
  },
]

/** campaigns.md §10.2 and §10.3; a clock that was set meanwhile measures nothing. */
const failover: readonly Rule[] = [
  ({ plan, asked, invite: { trunk } }) => {
    const group = plan.campaigns[asked.campaign - 1]?.group ?? []
    return group.includes(trunk - 1) ? null : `over trunk ${trunk}, which is not its own`
  },
  about => {
    const last = triedBefore(about).findLast(other => other.trunk === about.invite.trunk)
    const ms = last?.ending === 'other' ? Number.POSITIVE_INFINITY : about.invite.at - (last?.at ?? 0)
    return ms >= 60_000 ? null : `${ms} ms after the same trunk refused it`
  },
  about => {
    const last = triedBefore(about).at(-1)
    const ms = last?.ending === 'silent' ? about.invite.at - last.at : Number.POSITIVE_INFINITY
    return ms >= 32_000 ? null : `${ms} ms after an INVITE that may still be heard`
  },
]

/** In the same run, to the same number, by the same clock. */
const triedBefore = ({ past, asked, invite, jumped }: Case): readonly Judged[] =>
  past.filter(
    other =>
      other.number === invite.number &&
      other.asked.lead === asked.lead &&
      other.asked.run === asked.run &&
      other.jumped === jumped,
  )

export const MOST_TRUNK_CALLS = 6
/** Starts keep a grid, a late one may be near the next. */
const MOST_PER_SECOND = 10

const callerIds: readonly Rule[] = [
  ({ asked }) => (asked.numberOn === 1 ? null : 'its caller ID is switched off'),
  ({ asked, invite }) =>
    asked.restsUntil === null || asked.restsUntil <= invite.at ? null : 'its caller ID rests',
  ({ plan, asked, past, invite: { at, callerId } }) => {
    const zone = plan.numbers.find(({ e164 }) => e164 === callerId)?.zone ?? 'UTC'
    const today = wallOf(zone, at).date
    const shown = past.filter(
      other => other.callerId === callerId && wallOf(zone, other.at).date === today,
    ).length
    return shown < asked.settings.rotation.maxCallsPerDay
      ? null
      : `call ${shown + 1} of a day under ${callerId}`
  },
]

/** Attempts so far that may have rung, at this number or this contact. */
const triesBefore = ({ past, asked, invite }: Case): readonly Judged[] =>
  past.filter(
    other => other.mayHaveRung && (other.number === invite.number || other.asked.contact === asked.contact),
  )

const triesByEither = (about: Case, isCounted: (other: Judged) => boolean): number => {
  const tries = triesBefore(about).filter(isCounted)
  const byNumber = tries.filter(other => other.number === about.invite.number).length
  const byContact = tries.filter(other => other.asked.contact === about.asked.contact).length
  return Math.max(byNumber, byContact)
}

const caps: readonly Rule[] = [
  about => {
    const { asked, person, invite } = about
    const inDay = person.region.place.zones.map(zone => {
      const today = wallOf(zone, invite.at).date
      return triesByEither(about, other => wallOf(zone, other.at).date === today)
    })
    const most = Math.max(...inDay)
    return most < asked.settings.attemptsPerDay ? null : `attempt ${most + 1} of a day`
  },
  about => {
    const tries = triesByEither(about, other => other.at > about.invite.at - WEEK)
    return tries < about.asked.settings.attemptsPerWeek ? null : `attempt ${tries + 1} of 7 days`
  },
]

/** compliance.md section 2, what is not hours. */
const law: readonly Rule[] = [
  about => {
    const { cap } = about.person.region
    const tries = cap ? triesByEither(about, other => other.at > about.invite.at - cap.hours * HOUR) : 0
    return cap === null || tries < cap.attempts ? null : `attempt ${tries + 1} of ${cap.hours} hours`
  },
  about => {
    const isDebt =
      about.asked.settings.purpose === 'debt_collection' && about.person.region.place.country === 'US'
    const tries = triesByEither(about, other => other.at > about.invite.at - WEEK)
    return isDebt && tries >= 7 ? `attempt ${tries + 1} of 7 days about a debt` : null
  },
  about => {
    const isDebt =
      about.asked.settings.purpose === 'debt_collection' && about.person.region.place.country === 'US'
    return isDebt && hadSince(about, WEEK, `result = 'answered'`)
      ? 'a debt was talked about within 7 days'
      : null
  },
  about =>
    about.person.region.place.country === 'GB' && hadSince(about, 72 * HOUR, `result = 'abandoned'`)
      ? 'within 72 hours of an abandoned call'
      : null,
  about =>
    about.person.region.place.country === 'FR' && hadSince(about, 60 * DAY, 'opted_out = 1')
      ? 'within 60 days of a refusal'
      : null,
  ({ person: { region }, invite }) =>
    ['US', 'GB'].includes(region.place.country ?? '') && invite.ringSeconds < 15
      ? `would ring ${invite.ringSeconds} s only`
      : null,
  ({ asked: { settings }, person: { agreed, region } }) => {
    const isAsked = region.needsConsent.includes(settings.purpose) || settings.consent === 'express'
    return agreed || !isAsked ? null : 'nobody consented to it'
  },
  ({ file, invite: { number, at }, asked: { campaign } }) => {
    const entries = count(
      file,
      `SELECT count(*) AS n FROM suppressions WHERE number = ? AND (scope = 'all' OR campaign_id = ?)
      AND (expires_at IS NULL OR expires_at > ?)`,
      number,
      campaign,
      at,
    )
    return entries === 0 ? null : 'on the do-not-call list'
  },
  ({ file, person: { region } }) =>
    count(
      file,
      'SELECT count(*) AS n FROM blocked_countries WHERE country = ?',
      region.place.country ?? '',
    ) === 0
      ? null
      : 'into a country that is blocked',
]

const rules: readonly Rule[] = [
  ...record,
  evidence,
  ...hours,
  ...pacing,
  ...failover,
  ...callerIds,
  ...caps,
  ...law,
]

/** Whether a call to this number or contact ended so and began within that time. */
const hadSince = ({ file, invite, asked }: Case, ms: number, how: string): boolean =>
  count(
    file,
    `SELECT count(*) AS n FROM calls WHERE (to_number = ? OR contact_id = ?) AND sending_at > ? AND ${how}`,
    invite.number,
    asked.contact,
    invite.at - ms,
  ) > 0

const count = (file: CommittedRows, sql: string, ...values: readonly (string | number)[]): number =>
  file.first<{ readonly n: number }>(sql, ...values)?.n ?? 0

/** The windows of the campaign, or the shared hours that stand for them, in every zone in which they are read. */
function ownHours({
  plan,
  person: { region },
  asked: { schedule, businessHours },
}: Case): readonly Pick<HoursLayer, 'zone' | 'windows' | 'closedOn'>[] {
  const { zone, windows } = businessHours ?? schedule
  const closedOn = (date: string) => {
    if (businessHours === null) return null
    const { closedDays, holidays } = businessHours
    const day = closedDays.find(each => each.date === date)
    return day?.name ?? (holidays && isHoliday(plan)(holidays.country, date) ? 'Holiday' : null)
  }
  const inZones = schedule.respectContactZone ? region.place.zones : [zone]
  return inZones.map(each => ({ zone: each, windows, closedOn }))
}
