import { sql, type Transaction } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { EngineStore } from '../../src-main/engine/ports/store.ts'
import { engineTransaction } from '../../src-main/store/engine/engine-transaction.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import type { Tables } from '../../src-main/store/tables.ts'
import { aBench, type Bench } from '../make/engine.ts'
import { mondayAtTen } from '../make/workspace.ts'

let bench: Bench
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

/** Lets reads through and fails what would write while `isFull`. */
const fillable = (store: Store, isFull: () => boolean): EngineStore => ({
  transaction: work =>
    store.write(async tx => {
      const before = await changes(tx)
      const value = await work(engineTransaction(tx, store.statements))
      if (isFull() && (await changes(tx)) > before)
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
      return value
    }),
})

const changes = async (tx: Transaction<Tables>): Promise<number> =>
  (await sql<{ n: number }>`SELECT total_changes() AS n`.execute(tx)).rows[0]?.n ?? 0

test('after the first failed write no call starts; calls that were up are written when there is room', async () => {
  let isFull = false
  bench = await aBench({
    contacts: 6,
    settings: { maxConcurrentCalls: 2 },
    through: store => fillable(store, () => isFull),
  })
  const { launch, clock, dialer, engine, statuses, notices, state } = bench
  await launch(mondayAtTen + 10_000)
  expect(dialer.invites).toHaveLength(2)
  isFull = true
  await clock.run(mondayAtTen + 120_000)
  expect(dialer.invites).toHaveLength(2)
  expect(dialer.upNow()).toBe(0)
  expect(engine.problem()?.message).toContain('The disk is full')
  expect(await statuses()).toEqual({ in_call: 2, pending: 4 })
  expect(notices.map(({ kind }) => kind)).toEqual(['store_failed'])
  isFull = false
  await clock.run()
  expect(notices.map(({ kind }) => kind)).toEqual(['store_failed', 'store_back', 'campaign_completed'])
  expect(await statuses()).toEqual({ completed: 6 })
  expect(await state()).toBe('completed')
  expect(dialer.invites).toHaveLength(6)
})
