import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameSamples } from '../../src-main/telephony/media/audio-format.ts'
import type { StereoFrame } from '../../src-main/telephony/media/stereo-frame.ts'
import { readWav } from '../telephony/media/hearing.ts'
import { type Exchange, openExchange } from './open-exchange.ts'

let exchange: Exchange
beforeAll(async () => {
  exchange = await openExchange()
})
afterAll(() => exchange.close())

const frameOfBoth = 2 * frameSamples
const takesPart = (n: number) => `+4930200${n}10`

/** Ears of a test: everything that was heard, and when it was over. */
function anEar() {
  const frames: StereoFrame[] = []
  const over = Promise.withResolvers<void>()
  const some = Promise.withResolvers<void>()
  return {
    frames,
    over: over.promise,
    /** Half a second was heard. */
    some: some.promise,
    listener: {
      heard: (frame: StereoFrame) => {
        if (frames.push(frame) === 25) some.resolve()
      },
      over: over.resolve,
    },
  }
}

/** Caller and agent in turn, as a recording has them. */
const soundOf = (frames: readonly StereoFrame[]) => frames.flatMap(frame => [...frame])

/** Frames that a busy machine left out are no sound to be heard: plain zeros in the recording, which A-law has none of. */
const withoutGaps = (recorded: readonly number[]): readonly number[] =>
  Array.from({ length: Math.ceil(recorded.length / frameOfBoth) }, (_, at) =>
    recorded.slice(at * frameOfBoth, (at + 1) * frameOfBoth),
  )
    .filter(frame => frame.some(sample => sample !== 0))
    .flat()

/** Where a part begins within the whole, in samples; -1: nowhere. */
function placeOf(part: readonly number[], whole: readonly number[]): number {
  for (let at = 0; at + part.length <= whole.length; at += 2)
    if (part.every((sample, index) => sample === whole[at + index])) return at
  return -1
}

test('monitoring.md 4: who listens to a call hears, sample by sample, what is spoken on both sides', async () => {
  const call = await exchange.place({ to: takesPart(1), record: true })
  expect(exchange.dialer.listen(call.order.call, anEar().listener), 'nobody has answered yet').toBe(
    'not_answered',
  )
  await call.answered
  const first = anEar()
  const second = anEar()
  const leave = await listening(call.order.call, first.listener)
  await listening(call.order.call, second.listener)
  await first.some
  leave()
  const heardByFirst = first.frames.length
  const { recording } = await call.ended
  await Promise.all([second.over])
  expect(first.frames, 'who has left hears nothing more').toHaveLength(heardByFirst)
  expect(exchange.dialer.listen(call.order.call, anEar().listener), 'the call is over').toBe('over')

  const wav = readWav(await readFile(join(exchange.dataDir, recording ?? '')))
  const recorded = withoutGaps([...wav.left].flatMap((sample, at) => [sample, wav.right[at] ?? 0]))
  for (const { frames } of [first, second]) {
    const heard = soundOf(frames)
    expect(placeOf(heard, recorded)).toBeGreaterThanOrEqual(0)
  }
  const all = soundOf(second.frames)
  const loudest = (side: 0 | 1) =>
    all.reduce((most, sample, at) => (at % 2 === side ? Math.max(most, Math.abs(sample)) : most), 0)
  expect(loudest(1), 'the agent spoke').toBeGreaterThan(1_000)
})

test('a call that nobody listens to any more hands no sound over', async () => {
  const call = await exchange.place({ to: takesPart(2) })
  await call.answered
  const ear = anEar()
  const leave = await listening(call.order.call, ear.listener)
  await ear.some
  leave()
  leave()
  const before = ear.frames.length
  await call.ended
  expect(ear.frames).toHaveLength(before)
})

/** As soon as the agent talks: the dialog is on disk a moment after the answer. */
async function listening(call: number, listener: ReturnType<typeof anEar>['listener']): Promise<() => void> {
  for (;;) {
    const leave = exchange.dialer.listen(call as never, listener)
    if (typeof leave === 'function') return leave
    await new Promise(resolve => setImmediate(resolve))
  }
}
