import { expect, test } from 'vitest'
import { encodeSound } from '../../../src-main/telephony/media/encoded-sound.ts'
import { laws } from '../../../src-main/telephony/media/g711.ts'
import { addLateness, createLateness, latenessAt } from '../../../src-main/telephony/media/lateness.ts'
import { createPlayout } from '../../../src-main/telephony/media/playout.ts'
import { createPortRange } from '../../../src-main/telephony/media/port-range.ts'

test('ports are even, each is given once, and none is left in the end', () => {
  const range = createPortRange({ from: 10_001, to: 10_007 }, 1)
  expect([range.take(), range.take(), range.take(), range.take()]).toEqual([10_004, 10_006, 10_002, null])
})

test('a port that was given back rests while others are free', () => {
  const range = createPortRange({ from: 20, to: 25 }, 0)
  range.give(range.take() as number)
  expect([range.take(), range.take(), range.take()]).toEqual([22, 24, 20])
})

test('a range without room for a pair of ports has none', () =>
  expect(createPortRange({ from: 10, to: 10 }, 0).take()).toBeNull())

const sound = (value: number, samples: number) => encodeSound(new Int16Array(samples).fill(value))
const frames = (playout: ReturnType<typeof createPlayout>, count: number) =>
  Array.from({ length: count }, () => {
    const frame = new Uint8Array(160)
    const ended = playout.fill(frame, laws.PCMU)
    return {
      level: laws.PCMU.decoded[frame[0] as number],
      last: laws.PCMU.decoded[frame[159] as number],
      ended,
    }
  })

test('sounds follow each other without a gap and tell when they end', () => {
  const playout = createPlayout()
  playout.add(1, sound(988, 320))
  playout.add(2, sound(1980, 100))
  expect(frames(playout, 4)).toEqual([
    { level: 988, last: 988, ended: null },
    { level: 988, last: 988, ended: { play: 1, interrupted: false } },
    { level: 1980, last: 0, ended: { play: 2, interrupted: false } },
    { level: 0, last: 0, ended: null },
  ])
})

test('stopping tells of everything that was not spoken to its end', () => {
  const playout = createPlayout()
  playout.add(1, sound(988, 320))
  playout.add(2, sound(988, 320))
  frames(playout, 1)
  expect(playout.clear()).toEqual([
    { play: 1, interrupted: true },
    { play: 2, interrupted: true },
  ])
  expect(frames(playout, 1)).toMatchObject([{ level: 0, ended: null }])
})

test('a key tone sounds at once and the sentence goes on behind it', () => {
  const playout = createPlayout()
  playout.add(1, sound(988, 320))
  frames(playout, 1)
  playout.interject(sound(1980, 160))
  playout.interject(sound(0, 160))
  expect(frames(playout, 3).map(({ level }) => level)).toEqual([1980, 0, 988])
})

test('an empty sound ends at once', () => {
  const playout = createPlayout()
  playout.add(1, sound(0, 0))
  expect(frames(playout, 1)).toMatchObject([{ ended: { play: 1 } }])
})

test('ninety-nine of a hundred packets leave within the figure that is shown', () => {
  const histogram = createLateness()
  for (let at = 0; at < 100; at++) addLateness(histogram, at < 99 ? 0.6 : 30)
  expect(latenessAt(0.99, [histogram])).toBe(0.75)
  expect(latenessAt(1, [histogram, createLateness()])).toBe(30.25)
  expect(latenessAt(0.99, [])).toBe(0)
})
