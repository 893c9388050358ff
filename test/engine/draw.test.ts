import { expect, test } from 'vitest'
import { drawOn, nothingDrawn } from '../../src-main/engine/launch/draw.ts'
import { seededDice } from '../fakes/seeded-dice.ts'

const stream = Array.from({ length: 100 }, (_, index) => index)

test('a sample has its size and nobody twice, however the stream comes', () => {
  const dice = seededDice(1)
  const half = drawOn(nothingDrawn, stream.slice(0, 50), 10, dice)
  const { sample, seen } = drawOn(half, stream.slice(50), 10, dice)
  expect([new Set(sample).size, seen]).toEqual([10, 100])
})

test('fewer than the sample takes are all in it', () =>
  expect(drawOn(nothingDrawn, [1, 2], 10, seededDice(1)).sample).toEqual([1, 2]))

test('each has the same chance: over 10,000 draws everybody comes about 1,000 times', () => {
  const dice = seededDice(7)
  const drawn = new Map<number, number>()
  for (let round = 0; round < 10_000; round++)
    for (const item of drawOn(nothingDrawn, stream, 10, dice).sample)
      drawn.set(item, (drawn.get(item) ?? 0) + 1)
  // Five standard deviations of a binomial distribution: 5 × √(10,000 × 0.1 × 0.9) = 150.
  for (const item of stream) expect(Math.abs((drawn.get(item) ?? 0) - 1_000)).toBeLessThan(150)
})
