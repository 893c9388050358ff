import { holdText } from '../../domain/hold-text.ts'
import type { WaitingPlace } from '../../domain/holds/facts.ts'
import type { CampaignHold } from '../../domain/holds/hold.ts'
import { holdsOnCampaign } from '../../domain/holds/holds.ts'
import { nextLook } from '../../domain/holds/next-look.ts'
import { HOUR } from '../../domain/hourly.ts'
import type { Instant } from '../../domain/ids.ts'
import type { LeadHold, LeadStatus } from '../../domain/lead.ts'
import { capNames } from '../../domain/next-attempt.ts'
import { ringTime } from '../../domain/ring-time.ts'
import { carriageOf, type TrunkFacts } from '../../domain/trunk-group.ts'
import { DAY, localTime } from '../../domain/zone-clock.ts'
import type { Dice } from '../ports/dice.ts'
import { createCallerIds } from './caller-ids.ts'
import { createEventHeap } from './event-heap.ts'
import type { ForecastInput, ForecastPlace } from './forecast-input.ts'
import { createIdleLog } from './idle-times.ts'
import { createLeadCalls } from './lead-calls.ts'
import type { Outcomes, SimulatedCall } from './outcomes.ts'
import { createPlaceHours } from './place-hours.ts'
import { createRunPace, type RunFacts } from './run-facts.ts'
import { createRunMoney, type Shortage } from './run-money.ts'
import type { RunEnd, RunWatch, SimulatedRun } from './simulated-run.ts'
import { createTally } from './tally.ts'
import { createTurnOrder } from './turn-order.ts'

type RunTrunk = RunFacts['trunks'][number]

type Event =
  | { readonly is: 'over'; readonly lead: number; readonly trunk: number; readonly call: SimulatedCall }
  /** Its completion timeout is over. */
  | { readonly is: 'final'; readonly status: LeadStatus }

const HORIZON = 366 * DAY
const PROGRESS_EVERY = 10_000
/** For a free call on the trunks that did not refuse a contact. */
const LOOK_AGAIN_MS = 1_000
const NEVER = Number.POSITIVE_INFINITY

/** One run of a campaign from now on: the rules of the engine, a clock that jumps, people who are played. */
export function simulate(
  input: ForecastInput,
  play: Outcomes,
  dice: Dice,
  watch: RunWatch = {},
): SimulatedRun {
  const { list, places, settings, schedule, at: began } = input
  const leads = createLeadCalls(input)
  const { states } = leads
  const turns = createTurnOrder(states, places.length)
  const calendars = places.map(({ calendar }) => calendar)
  const hours = createPlaceHours(calendars, turns)
  const numbers = createCallerIds(input.pool, settings.rotation, dice, began, input.trunks)
  const money = createRunMoney(input)
  const pace = createRunPace(input)
  const { facts } = pace
  const tally = createTally(began)
  const idles = createIdleLog()
  const events = createEventHeap<Event>()
  const completionMs = settings.completionMinutes * 60_000
  const endsAt = settings.keepLive ? null : schedule.endsAt
  const placeOf = (lead: number) => places[list.place[lead] as number] as ForecastPlace
  let now = Math.max(began, schedule.startsAt ?? began)
  let final = 0
  let numbersOutSince: Instant | null = null

  const count = (lead: number, by: 1 | -1): void => {
    if (states.isRetry[lead] === 1) facts.list.retry += by
    else facts.list.pending += by
  }
  const wait = (lead: number): void => {
    turns.add(lead)
    count(lead, 1)
    hours.watch(list.place[lead] as number, now)
  }
  const leave = (lead: number): void => {
    turns.takeDue(lead)
    count(lead, -1)
  }
  const finish = (status: LeadStatus): void => {
    tally.final(now, status)
    final += 1
    if (final % PROGRESS_EVERY === 0) watch.progress?.(final)
  }
  const over = ({ lead, trunk, call }: Extract<Event, { is: 'over' }>): void => {
    pace.ended(trunk)
    tally.ended(call.ended)
    tally.cost(money.ended(lead, trunk, call.talkMs))
    const status = leads.end(lead, (facts.trunks[trunk] as TrunkFacts).id, call, now)
    if (status === null) wait(lead)
    else if (completionMs === 0) finish(status)
    else {
      facts.list.called += 1
      events.add(now + completionMs, { is: 'final', status })
    }
  }
  const happen = (): void => {
    while (events.next() <= now) {
      const event = events.take() as Event
      if (event.is === 'over') over(event)
      else {
        facts.list.called -= 1
        finish(event.status)
      }
    }
    hours.goTo(now)
  }
  const start = (lead: number, trunk: number): void => {
    leave(lead)
    const { place, law } = placeOf(lead)
    const area = list.areas[list.area[lead] as number] ?? ''
    const number = numbers.take(trunk, { country: place.country, area }, now)
    const invites = leads.begin(lead, now)
    money.began(lead, trunk)
    pace.began(trunk, now)
    tally.started(now)
    watch.started?.({ at: now, lead, number, trunk })
    const localHour = Math.floor((localTime(place.zones[0] as string, now) % DAY) / HOUR)
    const ringSeconds = ringTime(settings, law).seconds
    const call = play({ lead, invites, localHour, ringSeconds }, dice)
    events.add(now + call.ringMs + call.talkMs, { is: 'over', lead, trunk, call })
  }
  const park = (lead: number, until: Instant, hold: LeadHold): void => {
    leave(lead)
    leads.park(lead, until, hold)
    wait(lead)
  }
  /** The next contact whom no cap holds; -1: nobody is due. */
  const choose = (): number => {
    for (;;) {
      const lead = turns.due(now)
      const cap = lead < 0 ? null : leads.cap(lead, now)
      if (cap === null) return lead
      park(lead, cap.until, capNames[cap.is])
    }
  }
  /** @returns why the run pauses for want of money; `null`: it goes on */
  const carry = (lead: number): Shortage | null => {
    const short = money.budget() ?? noCredit(lead)
    if (short !== null) return short
    const refused = leads.refused(lead)
    const carriage = carriageOf(facts.trunks, refused, now)
    if (carriage.is === 'trunk') start(lead, facts.trunks.indexOf(carriage.trunk))
    // Nobody's refusal: the campaign itself has no trunk left for the moment, and the rules say so.
    else if (refused.size > 0)
      park(lead, carriage.is === 'later' ? carriage.until : now + LOOK_AGAIN_MS, 'trunk_refused')
    return null
  }
  const noCredit = (lead: number): Shortage | null => {
    const figures = money.credits(lead)
    for (const [at, trunk] of facts.trunks.entries()) trunk.short = figures[at] ?? null
    const texts = figures.filter(figure => figure !== null)
    return texts.length === figures.length ? { reason: 'insufficient_balance', text: texts.join('; ') } : null
  }
  const waiting = (): WaitingPlace[] =>
    places.flatMap(({ place }, at) => {
      const first = turns.firstAt(at)
      const calendar = hours.state(at)
      if (first < 0 || calendar === undefined) return []
      return [
        {
          zone: place.zones[0] as string,
          calendar,
          readyAt: states.readyAt[first] as Instant,
          hold: states.hold(first),
        },
      ]
    })
  const reasons = (): readonly CampaignHold[] => {
    facts.list.calledUntil = facts.list.called > 0 ? events.next() : null
    facts.waiting = waiting()
    const holds = holdsOnCampaign(facts, now)
    facts.waiting = []
    facts.list.calledUntil = null
    return holds
  }
  const reason = () => {
    const [hold] = reasons()
    return hold === undefined ? { hold: 'none', text: '' } : { hold: hold.is, text: holdText(hold) }
  }
  const stopped = (): RunEnd | null => {
    if (endsAt !== null && endsAt <= now)
      return { is: 'paused', reason: 'end_reached', text: 'The end of the schedule has come' }
    if (final === list.size) return { is: 'completed' }
    if (numbersOutSince !== null && now - numbersOutSince >= settings.numbersWaitHours * HOUR)
      return { is: 'paused', reason: 'numbers_exhausted', text: reason().text }
    return now - began > HORIZON ? { is: 'stuck', text: 'It would not be over within a year' } : null
  }
  const result = (end: RunEnd): SimulatedRun => ({
    ...tally.result(),
    began,
    end,
    endedAt: now,
    idles: idles.list(),
    busiest: numbers.busiest(),
  })

  for (let lead = 0; lead < list.size; lead++) wait(lead)
  for (;;) {
    happen()
    pace.look(now)
    facts.numbersOut = numbers.out(now)
    for (const [at, out] of numbers.outByTrunk(now).entries()) (facts.trunks[at] as RunTrunk).numbersOut = out
    numbersOutSince = facts.numbersOut === null ? null : (numbersOutSince ?? now)
    const end = stopped()
    if (end !== null) return result(end)
    const holds = holdsOnCampaign(facts, now)
    const lead = holds.length === 0 ? choose() : -1
    if (lead >= 0) {
      const short = carry(lead)
      if (short !== null) return result({ is: 'paused', ...short })
      continue
    }
    const next = Math.min(
      events.next(),
      holds.length === 0 ? Math.min(turns.nextDue(), hours.next()) : (nextLook(holds) ?? NEVER),
      endsAt ?? NEVER,
      numbersOutSince === null ? NEVER : numbersOutSince + settings.numbersWaitHours * HOUR,
    )
    if (next === NEVER) return result({ is: 'stuck', text: reason().text })
    if (next <= now) throw new Error(`the forecast stands still at ${now}`)
    if (facts.activeCalls === 0) idles.add(now, next, reason)
    now = next
  }
}
