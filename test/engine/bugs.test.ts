import { afterEach, expect, test } from 'vitest'
import { picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench } from '../make/engine.ts'
import { mondayAtTen, phone } from '../make/workspace.ts'

let bench: Bench
afterEach(() => bench.end())

test('a record that cannot be kept does not keep its contact, and the refusal in it still holds', async () => {
  bench = await aBench({
    contacts: 2,
    answer: () => ({
      ...picksUp,
      conversation: [
        { is: 'opt_out', atMs: 1, scope: 'all' },
        { is: 'agent_said', atMs: Number.NaN, text: 'Hello', interrupted: false },
      ],
    }),
  })
  await bench.launch()
  expect(await bench.statuses()).toEqual({ completed: 2 })
  expect(await bench.state()).toBe('completed')
  expect(bench.bugs).toHaveLength(2)
  const numbers = await bench.store.db.selectFrom('suppressions').select('number').execute()
  expect(numbers.map(({ number }) => number)).toEqual([phone(0), phone(1)])
})

test('a dialer that throws leaves contacts as they were and is not asked again at once', async () => {
  let asked = 0
  bench = await aBench({
    contacts: 5,
    prepare: () => {
      asked += 1
      throw new Error('a bug in the dialer')
    },
  })
  await bench.launch(mondayAtTen + 60_000)
  expect(await bench.statuses()).toEqual({ pending: 5 })
  expect(asked).toBeLessThan(6)
  expect(bench.bugs).toHaveLength(asked)
})

test('a dialer that throws while it sends leaves nobody in a call: the attempt counts, and is made again', async () => {
  bench = await aBench({
    contacts: 2,
    answer: ({ to }, attempt) => {
      if (to === phone(0) && attempt === 1) throw new Error('a bug in the dialer')
      return picksUp
    },
  })
  await bench.launch()
  expect(await bench.statuses()).toEqual({ completed: 2 })
  const calls = await bench.store.db.selectFrom('calls').select(['state', 'result']).orderBy('id').execute()
  expect(calls.map(({ state, result }) => `${state} ${result}`)).toEqual([
    'ended failed',
    'ended answered',
    'ended answered',
  ])
  expect(bench.bugs).toHaveLength(1)
})
