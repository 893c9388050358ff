import { afterEach, expect, test } from 'vitest'
import { aBench, type Bench } from '../make/engine.ts'

let bench: Bench
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

test('a decision that the disk took too late is no call: the contact keeps its attempts and is called later', async () => {
  let isSlow = true
  bench = await aBench({
    contacts: 2,
    settings: { maxConcurrentCalls: 1 },
    through: store => ({
      transaction: async (work, waits) => {
        const written = await store.transaction(work, waits)
        const sending = await store.db
          .selectFrom('calls')
          .select('id')
          .where('state', '=', 'sending')
          .executeTakeFirst()
        if (isSlow && sending !== undefined) {
          isSlow = false
          bench.clock.jump(10_000)
        }
        return written
      },
    }),
  })
  await bench.launch()
  expect(isSlow).toBe(false)
  expect(await bench.statuses()).toEqual({ completed: 2 })
  expect(bench.dialer.invites).toHaveLength(2)
  const calls = await bench.store.db
    .selectFrom('calls')
    .select(['result', 'counts_as_attempt', 'sip_reason'])
    .orderBy('id')
    .execute()
  expect(calls).toHaveLength(3)
  expect(calls[0]).toMatchObject({ result: 'failed', counts_as_attempt: 0 })
  expect(calls[0]?.sip_reason).toContain('The disk took too long')
})
