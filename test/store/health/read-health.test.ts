import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callResults } from '../../../src-main/domain/call-result.ts'
import { readHealth } from '../../../src-main/store/health/read-health.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import type { Ending } from '../../fakes/sim-dialer.ts'
import { aBench } from '../../make/engine.ts'
import { mondayAtTen } from '../../make/workspace.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const hourBegan = (at: number) => Math.floor(at / HOUR) * HOUR

function anyEnding(dice: () => number): Ending {
  const result = callResults[Math.floor(dice() * callResults.length)] ?? 'answered'
  const failed = result === 'failed' ? ({ failure: 'other' } as const) : {}
  return {
    result,
    ...failed,
    ringMs: Math.floor(dice() * 20_000),
    talkMs: result === 'answered' ? 30_000 : null,
  }
}

test(
  'monitoring.md §2: the advisor’s figures equal a recount of the calls, after any history and at any later hour',
  () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 0, max: 9 * DAY }), async (seed, later) => {
        const dice = seededDice(seed)
        const bench = await aBench({
          contacts: 25,
          numbers: 3,
          answer: () => anyEnding(dice),
          settings: { maxConcurrentCalls: 2, maxRetries: 2, retryMinutes: 45, intervalMs: 240_000 },
        })
        try {
          await bench.launch(mondayAtTen + 6 * HOUR)
          const now = bench.clock.now() + later
          const { campaign, store } = bench
          const rows = await readHealth(store.db, { campaign, now })
          const calls = await store.db
            .selectFrom('calls')
            .select(['ended_at', 'result', 'cost_micros'])
            .where('state', '=', 'ended')
            .execute()
          const within = (since: number, until: number) => {
            const counted = calls.filter(call => {
              const hour = hourBegan(call.ended_at ?? 0)
              return hour >= since && hour <= until
            })
            return {
              since,
              ended: counted.length,
              people: counted.filter(({ result }) => result === 'answered').length,
              failed: counted.filter(({ result }) => result === 'failed').length,
              costMicros: counted.reduce((sum, call) => sum + call.cost_micros, 0),
              hours: new Set(counted.map(call => hourBegan(call.ended_at ?? 0))).size,
            }
          }
          const dayBegan = hourBegan(now - DAY)
          expect(rows).toMatchObject({
            lately: within(hourBegan(now - HOUR), now),
            day: within(dayBegan, now),
            before: within(dayBegan - 7 * DAY, dayBegan - 1),
          })
          const today = new Date(now + HOUR).toISOString().slice(0, 10)
          const used = await store.db
            .selectFrom('number_days')
            .select('calls')
            .where('day', '=', today)
            .execute()
          expect(rows?.numbers.room).toBe(3 * 100 - used.reduce((sum, row) => sum + row.calls, 0))
        } finally {
          await bench.end()
        }
      }),
      { numRuns: 6 },
    ),
  60_000,
)
