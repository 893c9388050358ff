import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../../../src-main/domain/calendar.ts'
import { planRetry } from '../../../src-main/domain/retry-plan.ts'
import { officeHours } from '../../../src-main/domain/schedule.ts'
import { bandOf } from '../../../src-main/engine/forecast/band.ts'
import { createDice } from '../../../src-main/engine/forecast/dice.ts'
import { createEventHeap } from '../../../src-main/engine/forecast/event-heap.ts'
import { ENOUGH_IN_HOUR, learnOutcomes } from '../../../src-main/engine/forecast/learn-outcomes.ts'
import { outcomesOf } from '../../../src-main/engine/forecast/outcomes.ts'
import { createRetryTimes } from '../../../src-main/engine/forecast/retry-times.ts'
import { createTurnOrder } from '../../../src-main/engine/forecast/turn-order.ts'
import { aSchedule, berlin, mondayAtTen } from '../../make/workspace.ts'

test('turns come by priority, due retries before fresh contacts, then the oldest, from open places only', () => {
  const lead = fc.record({
    place: fc.nat(3),
    priority: fc.integer({ min: -1, max: 2 }),
    isRetry: fc.nat(1),
    readyAt: fc.nat(10),
  })
  fc.assert(
    fc.property(fc.array(lead, { maxLength: 60 }), fc.nat(15), fc.nat(10), (leads, open, now) => {
      const turns = createTurnOrder(
        {
          place: leads.map(each => each.place),
          priority: leads.map(each => each.priority),
          isRetry: leads.map(each => each.isRetry),
          readyAt: leads.map(each => each.readyAt),
        },
        4,
      )
      leads.forEach((_, at) => {
        turns.add(at)
      })
      const isOpen = (place: number) => ((open >> place) & 1) === 1
      for (let place = 0; place < 4; place++) turns.setOpen(place, isOpen(place))
      const expected = leads
        .map((each, at) => ({ ...each, at }))
        .filter(({ place, readyAt }) => isOpen(place) && readyAt <= now)
        .sort(
          (a, b) => a.priority - b.priority || b.isRetry - a.isRetry || a.readyAt - b.readyAt || a.at - b.at,
        )
        .map(({ at }) => at)
      const turnsTaken: number[] = []
      for (let next = turns.due(now); next >= 0; next = turns.due(now)) {
        turnsTaken.push(next)
        turns.takeDue(next)
      }
      expect(turnsTaken).toEqual(expected)
    }),
  )
})

test('events come by their time, and in the order in which they were added', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(20)), times => {
      const heap = createEventHeap<number>()
      times.forEach((at, index) => {
        heap.add(at, index)
      })
      const taken = times.map(() => heap.take() as number)
      const expected = times
        .map((at, index) => ({ at, index }))
        .sort((a, b) => a.at - b.at || a.index - b.index)
      expect(taken).toEqual(expected.map(({ index }) => index))
    }),
  ))

test('a retry that is remembered comes at the time that the rule itself gives', () => {
  const odd = {
    mon: [{ from: 547, to: 911 }],
    tue: officeHours.tue ?? [],
    fri: [{ from: 22 * 60, to: 3 * 60 }],
  }
  for (const windows of [officeHours, odd]) {
    const campaign = { schedule: aSchedule({ windows }), businessHours: null, hoursLifted: false }
    const calendar = calendarOf(campaign, berlin, { hours: [] }, () => null)
    const remembered = createRetryTimes()
    const instant = fc.integer({ min: mondayAtTen, max: mondayAtTen + 9 * 86_400_000 })
    fc.assert(
      fc.property(instant, fc.array(instant, { maxLength: 4 }), fc.boolean(), (earliest, past, vary) => {
        const question = { earliest, past, vary, calendar, zone: 'Europe/Berlin' }
        expect(remembered(question)).toBe(planRetry(question))
      }),
      { numRuns: 400 },
    )
  }
})

test('a band holds eight of ten values, is never narrower than it may be, and never above what is possible', () => {
  const values = Array.from({ length: 101 }, (_, at) => at)
  expect(bandOf(values, { share: 0, absolute: 0 })).toEqual({ low: 10, likely: 50, high: 90 })
  expect(bandOf([100], { share: 0.05, absolute: 0 })).toEqual({ low: 95, likely: 100, high: 105 })
  expect(bandOf([100], { share: 0.05, absolute: 20, most: 110 })).toEqual({ low: 80, likely: 100, high: 110 })
})

const ended = { failure: null, sipCode: 200, counts: true, optedOut: false, ringMs: 4_000, place: 1 as never }

test('people are drawn as their calls were counted, by the hour of their day where it has calls enough', () => {
  const at = (hour: number) => Date.UTC(2026, 10, 23, hour)
  const calls = [
    ...Array.from({ length: ENOUGH_IN_HOUR }, () => ({
      ...ended,
      result: 'answered' as const,
      sentAt: at(18),
      talkMs: 60_000,
    })),
    ...Array.from({ length: ENOUGH_IN_HOUR * 3 }, () => ({
      ...ended,
      result: 'no_answer' as const,
      sentAt: at(10),
      talkMs: 0,
    })),
  ]
  const play = outcomesOf(learnOutcomes(calls, () => 'UTC'))
  const dice = createDice(1)
  const share = (localHour: number) => {
    const drawn = Array.from({ length: 2_000 }, () =>
      play({ lead: 0, invites: 0, localHour, ringSeconds: 30 }, dice),
    )
    return drawn.filter(call => call.ended.result === 'answered').length / drawn.length
  }
  expect(share(18)).toBe(1)
  expect(share(10)).toBe(0)
  expect(share(3)).toBeCloseTo(0.25, 1)
})
