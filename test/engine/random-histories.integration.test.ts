import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { callResults } from '../../src-main/domain/call-result.ts'
import type { CampaignMove } from '../../src-main/domain/campaign-state.ts'
import { type CallCount, figures, type LeadCount } from '../../src-main/domain/figures.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { readCounts } from '../../src-main/store/read-figures.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import type { Ending } from '../fakes/sim-dialer.ts'
import { aBench, type Bench } from '../make/engine.ts'
import { aCampaign, mondayAtTen } from '../make/workspace.ts'

const SECOND = 1_000
const pause: CampaignMove = { do: 'pause', reason: 'manual', detail: '' }
const step = fc.record({
  afterMs: fc.integer({ min: 0, max: 90 * SECOND }),
  does: fc.constantFrom(
    'pause',
    'resume',
    'hang up',
    'trunk down',
    'trunk up',
    'cancel',
    'restart',
    'nothing',
  ),
})

/** Any ending at all, drawn per call. */
function anyEnding(dice: () => number): Ending {
  const result = callResults[Math.floor(dice() * callResults.length)] ?? 'answered'
  const picksUp = result === 'answered' || result === 'voicemail' || result === 'no_conversation'
  return {
    result,
    mayHaveRung: result !== 'failed' || dice() < 0.5,
    ...(result === 'failed' ? { failure: dice() < 0.5 ? 'trunk' : 'media' } : {}),
    ringsAfterMs: dice() < 0.2 ? null : Math.floor(dice() * 3 * SECOND),
    ringMs: Math.floor(dice() * 20 * SECOND),
    talkMs: picksUp ? Math.floor(dice() * 60 * SECOND) : null,
    conversation:
      dice() < 0.3
        ? [{ is: 'goal', atMs: 1, name: 'confirmed', outcome: dice() < 0.5 ? 'achieved' : 'not_achieved' }]
        : [],
  }
}

async function act(bench: Bench, does: string): Promise<void> {
  const { engine, campaign, dialer, trunk, clock } = bench
  const [call] = engine.activeCalls()
  if (does === 'pause') await engine.move(campaign, pause)
  if (does === 'resume') await engine.move(campaign, { do: 'resume' })
  if (does === 'cancel') await engine.move(campaign, { do: 'cancel' }, { hangUp: true })
  if (does === 'restart') await engine.move(campaign, { do: 'restart' })
  if (does === 'hang up' && call) engine.hangUp(call.call)
  if (does === 'trunk down')
    dialer.setHealth(trunk, { is: 'down', since: clock.now(), reason: 'gone', retryAt: null })
  if (does === 'trunk up') dialer.setHealth(trunk, { is: 'up', since: clock.now(), registered: true })
}

/** Every figure from the counts that are kept, against the same from the rows themselves. */
async function expectFiguresToEqualRecount(store: Store, { campaign }: Bench): Promise<void> {
  const leads = await sql<LeadCount>`SELECT status, contacted, conversations > 0 AS conversed,
    goal IS 'achieved' AS achieved, 1 AS leads FROM leads WHERE campaign_id = ${campaign}`.execute(store.db)
  const calls = await sql<CallCount>`SELECT result, 1 AS calls, answered_at IS NOT NULL AS answered,
    ifnull(talk_ms, 0) AS talkMs, goal IS 'achieved' AS achieved, 0 AS optOuts
    FROM calls WHERE campaign_id = ${campaign} AND state = 'ended'`.execute(store.db)
  const kept = await readCounts(store.db, campaign)
  expect(figures(kept.leads, kept.calls)).toEqual(figures(leads.rows, calls.rows))
}

test(
  'after any history: figures equal a recount, nobody is stuck, one number never on two calls',
  () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(step, { maxLength: 12 }), async (seed, steps) => {
        const dice = seededDice(seed)
        const bench = await aBench({
          contacts: 12,
          settings: { maxConcurrentCalls: 3, maxRetries: 1, retryMinutes: 1 },
          answer: () => anyEnding(dice),
        })
        const { engine, store, clock, dialer, campaign } = bench
        const other = await aCampaign(store, {
          name: 'Survey',
          contacts: 12,
          settings: { maxConcurrentCalls: 3 },
        })
        await engine.move(other.campaign, { do: 'launch', startsAt: null })
        await bench.launch(mondayAtTen)
        for (const { afterMs, does } of steps) {
          await clock.run(clock.now() + afterMs)
          await act(bench, does)
          const busy = engine.activeCalls().map(call => call.to)
          expect(new Set(busy).size).toBe(busy.length)
        }
        dialer.setHealth(bench.trunk, { is: 'up', since: clock.now(), registered: true })
        await engine.move(campaign, { do: 'resume' })
        await clock.run()
        expect(bench.bugs).toEqual([])
        expect(engine.activeCalls()).toEqual([])
        expect(dialer.upNow()).toBe(0)
        const open = await store.db.selectFrom('calls').select('id').where('state', '<>', 'ended').execute()
        expect(open).toEqual([])
        const { queued, dialing, in_call, ...rest } = await bench.statuses()
        expect([queued, dialing, in_call]).toEqual([undefined, undefined, undefined])
        expect(Object.values(rest).reduce((sum, leads) => sum + leads, 0)).toBe(12)
        expect(['completed', 'cancelled', 'paused']).toContain(await bench.state())
        await expectFiguresToEqualRecount(store, bench)
        await bench.end()
      }),
      { numRuns: 12 },
    ),
  180_000,
)
