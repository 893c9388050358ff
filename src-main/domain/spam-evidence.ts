import type { Instant } from './ids.ts'
import type { Line } from './place.ts'
import type { SpamEvidence } from './spam-score.ts'
import { DAY } from './zone-clock.ts'

/** Days that a score looks back, today among them. */
export const SCORE_DAYS = 7
const HALF_LIFE = 3 * DAY
/** Calls a day that are wise for a settled number, where the workspace says nothing else. */
export const CEILING_PER_DAY = 75

/** Calls of one number that began in one hour, to lines of one kind, at one hour of their week. */
export interface CallCell {
  /** First instant of the UTC hour. */
  readonly hour: Instant
  /** Of the called party's week: 0 is Monday 0:00, 167 Sunday 23:00. */
  readonly weekHour: number
  readonly line: Line
  /** Those that say something about the number: without wrong numbers, failures and interruptions. */
  readonly calls: number
  readonly answered: number
  /** Answered and over within 6 s. */
  readonly short: number
  /** A machine that picked up within 3 s of the INVITE. */
  readonly machines: number
  readonly optOuts: number
  /** Ended with SIP 603, 607, 608. */
  readonly declined: number
  readonly unwanted: number
  readonly blocked: number
}

/** One day of a number, in its own zone. */
export interface NumberDay {
  readonly startsAt: Instant
  /** Every call that left. */
  readonly started: number
  readonly people: number
  /** Of these, called three times or more. */
  readonly repeated: number
  readonly cells: readonly CallCell[]
}

/** How often the whole pool is answered, by hour of the week and kind of line. */
export interface PoolRates {
  /** 0–1. */
  answerRate(weekHour: number, line: Line): number
  /** Calls that went straight to a machine, 0–1. */
  readonly machineShare: number
}

// A cell with few calls borrows so many from the rate of its kind of line, so that no number is measured by itself.
const BORROWED = 20

const WEEK_HOURS = 168
const lineIndex = { fixed: 0, mobile: 1, unknown: 2 } as const satisfies Record<Line, number>

export function poolRates(days: readonly NumberDay[], now: Instant): PoolRates {
  const hours = shares(3 * WEEK_HOURS)
  const lines = shares(3)
  const all = { calls: 0, machines: 0 }
  for (const { cells } of days)
    for (const cell of cells) {
      const weight = faded(cell.hour, now)
      const line = lineIndex[cell.line]
      add(hours, line * WEEK_HOURS + cell.weekHour, cell, weight)
      add(lines, line, cell, weight)
      all.calls += weight * cell.calls
      all.machines += weight * cell.machines
    }
  return {
    answerRate: (weekHour, line) => {
      const hour = lineIndex[line] * WEEK_HOURS + weekHour
      const borrowed = BORROWED * share(at(lines.answered, lineIndex[line]), at(lines.calls, lineIndex[line]))
      return (at(hours.answered, hour) + borrowed) / (at(hours.calls, hour) + BORROWED)
    },
    machineShare: share(all.machines, all.calls),
  }
}

interface Shares {
  readonly calls: Float64Array
  readonly answered: Float64Array
}

const shares = (count: number): Shares => ({
  calls: new Float64Array(count),
  answered: new Float64Array(count),
})
const at = (figures: Float64Array, index: number): number => figures[index] ?? 0

function add(to: Shares, index: number, { calls, answered }: CallCell, weight: number): void {
  to.calls[index] = at(to.calls, index) + weight * calls
  to.answered[index] = at(to.answered, index) + weight * answered
}

export interface EvidenceOptions {
  readonly pool: PoolRates
  readonly now: Instant
  /** When the number was added: new ones begin with fewer calls a day. */
  readonly addedAt: Instant
  /** Calls of a day that are wise for a settled number. */
  readonly ceilingPerDay: number
}

/** What the days of one number say about it. */
export function spamEvidence(
  days: readonly NumberDay[],
  { pool, now, addedAt, ceilingPerDay }: EvidenceOptions,
): SpamEvidence {
  const sum = { attempts: 0, calls: 0, answered: 0, expected: 0, short: 0, machines: 0, objections: 0 }
  const raw = { unwanted: 0, blocked: 0, optOuts: 0 }
  for (const { cells } of days)
    for (const cell of cells) {
      const weight = faded(cell.hour, now)
      sum.attempts += cell.calls
      sum.calls += weight * cell.calls
      sum.answered += weight * cell.answered
      sum.expected += weight * cell.calls * pool.answerRate(cell.weekHour, cell.line)
      sum.short += weight * cell.short
      sum.machines += weight * cell.machines
      sum.objections += weight * (cell.unwanted + cell.blocked + 0.5 * cell.optOuts + 0.3 * cell.declined)
      raw.unwanted += cell.unwanted
      raw.blocked += cell.blocked
      raw.optOuts += cell.optOuts
    }
  const busiest = busiestDay(days, now, day => ceilingOn(day.startsAt - addedAt, ceilingPerDay))
  return {
    attempts: sum.attempts,
    answered: sum.answered,
    expected: sum.expected,
    shortShare: share(sum.short, sum.answered),
    objections: share(sum.objections, sum.calls),
    isExplicit: raw.unwanted + raw.blocked + raw.optOuts > 0,
    isBlocked: raw.blocked > 0,
    busiestDay: busiest.calls,
    ceiling: busiest.ceiling,
    machinesAbovePool: share(sum.machines, sum.calls) - pool.machineShare,
    repeatShare: share(
      fadedSum(days, now, day => day.repeated),
      fadedSum(days, now, day => day.people),
    ),
  }
}

const RAMP_FROM = 20
const RAMP_MS = 14 * DAY

/** A new number ramps from 20 calls a day to the ceiling over 14 days. */
export function ceilingOn(ageMs: number, ceilingPerDay: number): number {
  const grown = Math.min(1, Math.max(0, ageMs / RAMP_MS))
  return Math.min(ceilingPerDay, RAMP_FROM + (ceilingPerDay - RAMP_FROM) * grown)
}

/** The day that was fullest against its ceiling; older days fade like everything else. */
function busiestDay(
  days: readonly NumberDay[],
  now: Instant,
  ceilingOf: (day: NumberDay) => number,
): { readonly calls: number; readonly ceiling: number } {
  let busiest = { calls: 0, ceiling: 1 }
  for (const day of days) {
    const next = { calls: day.started * faded(dayMark(day, now), now), ceiling: ceilingOf(day) }
    if (busiest.calls === 0 || next.calls / next.ceiling > busiest.calls / busiest.ceiling) busiest = next
  }
  return busiest
}

const fadedSum = (days: readonly NumberDay[], now: Instant, of: (day: NumberDay) => number): number =>
  days.reduce((sum, day) => sum + of(day) * faded(dayMark(day, now), now), 0)

// A day fades from its end: today not at all.
const dayMark = ({ startsAt }: NumberDay, now: Instant): Instant => Math.min(now, startsAt + DAY)

const faded = (at: Instant, now: Instant): number => 2 ** (Math.min(0, at - now) / HALF_LIFE)
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
