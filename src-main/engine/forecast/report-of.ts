import { calendarState } from '../../domain/calendar.ts'
import { hourOf } from '../../domain/figures.ts'
import { HOUR } from '../../domain/hourly.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import { currencyOf } from '../../domain/rates.ts'
import { dateOf, localDay } from '../../domain/zone-clock.ts'
import { type Band, bandOf, type LeastWidth, quantile } from './band.ts'
import type { ForecastInput } from './forecast-input.ts'
import type { ForecastReport } from './forecast-report.ts'
import type { IdleTime } from './idle-times.ts'
import { countedCalls } from './outcomes.ts'
import type { SimulatedRun } from './simulated-run.ts'

const LEAST_SHARE = 0.05
const LEAST_MINUTE = 60_000
const MOST_IDLES = 100
const MOST_POINTS = 100

/** Puts the runs together; what only one run can show comes from the middle one. */
export function reportOf(
  input: ForecastInput,
  runs: readonly SimulatedRun[],
  tookMs: number,
): ForecastReport {
  const { at, list, people, settings, trunks } = input
  const currency = currencyOf(trunks)
  const ordered = runs.toSorted((a, b) => a.endedAt - b.endedAt)
  const middle = ordered[Math.floor(ordered.length / 2)] as SimulatedRun
  const share = runs.length > 1 ? LEAST_SHARE : shareByFormula(input)
  const band = (value: (run: SimulatedRun) => number, most?: number): Band =>
    bandOf(runs.map(value), { share, absolute: 0, ...(most === undefined ? {} : { most }) })
  const { callsByHour, busiest } = middle
  const busy = callsByHour.filter(calls => calls > 0).toSorted((a, b) => a - b)
  return {
    campaign: input.campaign,
    name: input.name,
    at,
    contacts: list.size,
    end: middle.end,
    firstCallAt: middle.firstCallAt,
    finishAt: middle.end.is === 'completed' ? finishOf(input, runs, share) : null,
    calls: band(run => run.calls),
    callsPerHour: { typical: Math.round(quantile(busy, 0.5)), peak: busy.at(-1) ?? 0 },
    mostOnOneNumber: busiest && {
      number: input.pool[busiest.number]?.e164 ?? '',
      day: busiest.day,
      calls: busiest.calls,
      cap: settings.rotation.maxCallsPerDay,
    },
    cost: currency === null ? null : { currency, micros: band(run => run.costMicros) },
    reached: band(run => run.reached, list.size),
    answered: band(run => run.answered),
    optOuts: band(run => run.optOuts),
    idles: longest(middle.idles).map(({ from, until, hold, why }) => ({
      from,
      until,
      reason: hold,
      text: why,
    })),
    statuses: statusesOf(input, middle),
    days: daysOf(input, middle),
    hours: hoursOf(middle),
    curve: curveOf(runs, { share, absolute: 0, most: list.size }),
    zones: zonesOf(input),
    rates: {
      from: people.from,
      calls: people.from === 'history' ? people.calls : 0,
      text: people.text,
    },
    runs: runs.length,
    tookMs: Math.round(tookMs),
  }
}

/** 80 % of a normal distribution lie within so many standard deviations. */
const EIGHT_OF_TEN = 1.2816

/** One run of many contacts hardly scatters; what is unsure is the rates, known from so many calls. */
function shareByFormula({ list, people }: ForecastInput): number {
  const known = people.from === 'practice' ? Number.POSITIVE_INFINITY : countedCalls(people.table)
  return Math.max(LEAST_SHARE, EIGHT_OF_TEN * Math.sqrt(1 / known + 1 / Math.max(1, list.size)))
}

function finishOf({ at }: ForecastInput, runs: readonly SimulatedRun[], share: number): Band {
  const least: LeastWidth = { share, absolute: LEAST_MINUTE }
  const { low, likely, high } = bandOf(
    runs.filter(run => run.end.is === 'completed').map(run => run.endedAt - at),
    least,
  )
  return { low: at + low, likely: at + likely, high: at + high }
}

const longest = (idles: readonly IdleTime[]): readonly IdleTime[] =>
  idles
    .toSorted((a, b) => b.until - b.from - (a.until - a.from))
    .slice(0, MOST_IDLES)
    .sort((a, b) => a.from - b.from)

function statusesOf({ list }: ForecastInput, run: SimulatedRun): Partial<Record<LeadStatus, number>> {
  const statuses: Partial<Record<LeadStatus, number>> = { ...list.settled }
  let final = 0
  for (const [status, leads] of Object.entries(run.statuses) as [LeadStatus, number][]) {
    statuses[status] = (statuses[status] ?? 0) + leads
    final += leads
  }
  if (final < list.size) statuses.pending = list.size - final
  return statuses
}

function daysOf({ schedule }: ForecastInput, { began, callsByHour }: SimulatedRun): ForecastReport['days'] {
  const days = new Map<string, { calls: number; hours: number }>()
  callsByHour.forEach((calls, hour) => {
    if (calls === 0) return
    const date = dateOf(localDay(schedule.zone, began + hour * HOUR))
    const day = days.get(date) ?? { calls: 0, hours: 0 }
    days.set(date, { calls: day.calls + calls, hours: day.hours + 1 })
  })
  return [...days].map(([date, day]) => ({ date, ...day }))
}

const hoursOf = ({ began, callsByClock }: SimulatedRun): ForecastReport['hours'] =>
  callsByClock.flatMap((calls, hour) => (calls === 0 ? [] : [{ at: hourOf(began) + hour * HOUR, calls }]))

function curveOf(runs: readonly SimulatedRun[], least: LeastWidth): ForecastReport['curve'] {
  const began = runs[0]?.began ?? 0
  const hours = Math.max(0, ...runs.map(run => run.finalByHour.length))
  const step = Math.max(1, Math.ceil(hours / (MOST_POINTS - 1)))
  const sums = runs.map(() => 0)
  const points: { at: number; finished: Band }[] = []
  for (let hour = 0; hour < hours; hour += step) {
    runs.forEach((run, index) => {
      for (const final of run.finalByHour.slice(hour, hour + step))
        sums[index] = (sums[index] as number) + final
    })
    points.push({ at: began + (hour + step) * HOUR, finished: bandOf(sums, least) })
  }
  return points
}

function zonesOf({ at, list, places }: ForecastInput): ForecastReport['zones'] {
  const contacts = new Map<number, number>()
  for (const place of list.place) contacts.set(place, (contacts.get(place) ?? 0) + 1)
  const zones = new Map<string, ForecastReport['zones'][number]>()
  for (const [index, { place, calendar }] of places.entries()) {
    const { open, until } = calendarState(calendar, at)
    const zone = place.zones[0] as string
    const known = zones.get(`${zone} ${open}`)
    zones.set(`${zone} ${open}`, {
      zone,
      contacts: (known?.contacts ?? 0) + (contacts.get(index) ?? 0),
      open,
      until: Math.min(until, known?.until ?? until),
    })
  }
  return [...zones.values()].toSorted((a, b) => b.contacts - a.contacts)
}
