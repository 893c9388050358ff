import { expect, test } from 'vitest'
import { createPacer, type Pacer } from '../../../src-main/telephony/media/pacer.ts'

function aPacer(change: (pacer: Pacer<string>, sender: string) => void = () => {}) {
  const sent: { sender: string; due: number }[] = []
  const skipped: { sender: string; frames: number }[] = []
  const pacer: Pacer<string> = createPacer(0, {
    frame(sender, due) {
      sent.push({ sender, due })
      change(pacer, sender)
    },
    skipped: (sender, frames) => skipped.push({ sender, frames }),
  })
  return { pacer, sent, skipped }
}

test('nobody to serve: nothing is due', () => expect(aPacer().pacer.run(5)).toBeNull())

test('a sender is served each 20 ms, exactly, however late the clock is', () => {
  const { pacer, sent } = aPacer()
  pacer.add('a', 0)
  for (const now of [0, 23, 40.4, 78]) pacer.run(now)
  expect(sent.map(({ due }) => due)).toEqual([0, 20, 40, 60])
  expect(pacer.run(79)).toBe(80)
})

test('two hundred senders are spread over twenty milliseconds', () => {
  const { pacer, sent } = aPacer()
  for (let at = 0; at < 200; at++) pacer.add(`s${at}`, 0)
  pacer.run(0)
  expect(sent).toHaveLength(10)
  for (let now = 1; now < 20; now++) pacer.run(now)
  expect(sent).toHaveLength(200)
})

test('a delay of 50 ms is made up for', () => {
  const { pacer, sent, skipped } = aPacer()
  pacer.add('a', 0)
  pacer.run(0)
  pacer.run(70)
  expect(sent.map(({ due }) => due)).toEqual([0, 20, 40, 60])
  expect(skipped).toEqual([])
})

test('after a longer stall frames are left out, not sent as a burst', () => {
  const { pacer, sent, skipped } = aPacer()
  pacer.add('a', 0)
  pacer.run(0)
  pacer.run(1021)
  expect(skipped).toEqual([{ sender: 'a', frames: 50 }])
  expect(sent.map(({ due }) => due)).toEqual([0, 1020])
  expect(pacer.run(1025)).toBe(1040)
})

test('a sender that joins late is not behind', () => {
  const { pacer, sent } = aPacer()
  pacer.add('a', 1003)
  pacer.run(1003)
  pacer.run(1020)
  expect(sent).toEqual([{ sender: 'a', due: 1020 }])
})

test('a sender may leave while it is served', () => {
  const { pacer, sent } = aPacer((running, sender) => running.remove(sender))
  pacer.add('a', 0)
  pacer.run(0)
  expect(pacer.run(60)).toBeNull()
  expect(sent).toHaveLength(1)
})
