import { afterEach, expect, test } from 'vitest'
import { workspaceCaps } from '../../src-main/domain/campaign.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import type { SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import type { EngineStore } from '../../src-main/engine/ports/store.ts'
import type { Channel } from '../../src-main/engine/take-channel.ts'
import { addTestCall, removeTestCall } from '../../src-main/store/test-calls.ts'
import { writeSetting } from '../../src-main/store/workspace-settings.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { phone } from '../make/workspace.ts'

let bench: Bench
const given = async (options: BenchOptions) => {
  bench = await aBench(options)
  return bench
}
afterEach(async () => {
  expect(bench.bugs).toEqual([])
  await bench.end()
})

const soon = 15_000
const many = { maxConcurrentCalls: 9 }

test('telephony.md 2: a call beside the campaigns counts on its trunk: a campaign fills the other channels only, and this one as it is given back', async () => {
  const { engine, trunk, dialer, clock, launch } = await given({
    contacts: 9,
    settings: many,
    trunk: { maxCalls: 2 },
  })
  const channel = await engine.takeChannel({ trunk, maxCalls: 2 })
  if (channel.is !== 'taken') throw new Error(channel.is)
  expect(engine.channelsOn(trunk)).toBe(1)
  await launch(clock.now() + soon)
  expect(dialer.mostAtOnce()).toBe(1)
  expect(engine.channelsOn(trunk)).toBe(2)
  expect(await engine.takeChannel({ trunk, maxCalls: 2 })).toEqual({ is: 'trunk-full', allowed: 2 })
  channel.release()
  channel.release()
  expect(engine.channelsOn(trunk)).toBe(1)
  await clock.run()
  expect(dialer.mostAtOnce()).toBe(2)
  expect(engine.channelsOn(trunk)).toBe(0)
})

test('campaigns.md 3: it counts among the calls of the workspace, and is refused where these are as many as may be', async () => {
  const { engine, store, trunk, dialer, clock, launch } = await given({ contacts: 9, settings: many })
  await store.write(tx => writeSetting(tx, 'caps', { ...workspaceCaps, concurrentCalls: 2 }, 0))
  const ofAnother = 0 as TrunkId
  const channel = await engine.takeChannel({ trunk: ofAnother, maxCalls: 5 })
  await launch(clock.now() + soon)
  expect(dialer.mostAtOnce()).toBe(1)
  expect(await engine.takeChannel({ trunk, maxCalls: 500 })).toEqual({ is: 'workspace-full', allowed: 2 })
  if (channel.is === 'taken') channel.release()
  await clock.run()
  expect(dialer.mostAtOnce()).toBe(2)
})

test('one telephone, one call: whoever a test of a trunk calls is called by no campaign until it is over', async () => {
  const { engine, store, trunk, dialer, clock, launch } = await given({ contacts: 2, settings: many })
  const channel = await engine.takeChannel({ trunk, maxCalls: 5 })
  const numbers = () => dialer.invites.map(({ number }) => number)
  const test = { subject: 'trunk 1', name: '', to: phone(0), facts: {} as SendingFacts }
  const written = await store.write(tx => addTestCall(tx, test))
  if (!('value' in written)) throw new Error('It was not written')
  await launch(clock.now() + soon)
  expect(numbers()).toEqual([phone(1)])
  await store.write(tx => removeTestCall(tx, written.value))
  if (channel.is === 'taken') channel.release()
  await clock.run()
  expect(new Set(numbers())).toEqual(new Set([phone(0), phone(1)]))
})

test('one channel is never given twice, though it is asked for while the engine decides who is called next', async () => {
  const asked: Promise<Channel>[] = []
  let most = 0
  const { engine, trunk, launch } = await given({
    contacts: 12,
    settings: many,
    trunk: { maxCalls: 3 },
    through: store =>
      ({
        transaction: (work, waits) => {
          // Claims are what does not wait for the disk.
          if (waits === 'not' && asked.length < 40)
            asked.push(engine.takeChannel({ trunk, maxCalls: 3 }).then(briefly))
          return store.transaction(work, waits)
        },
      }) satisfies EngineStore,
  })
  const briefly = (channel: Channel) => {
    most = Math.max(most, engine.channelsOn(trunk))
    if (channel.is === 'taken') bench.clock.at(bench.clock.now() + 1_000, channel.release)
    return channel
  }
  await launch()
  const given3 = (await Promise.all(asked)).map(({ is }) => is)
  expect(new Set(given3)).toEqual(new Set(['taken', 'trunk-full']))
  expect(most).toBe(3)
})
