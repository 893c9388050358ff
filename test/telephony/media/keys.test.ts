import { expect, test } from 'vitest'
import type { Key } from '../../../src-main/domain/flow.ts'
import { keys } from '../../../src-main/domain/flow.ts'
import { createKeyReceiver, type KeyPress } from '../../../src-main/telephony/media/key-receiver.ts'
import { createKeySender } from '../../../src-main/telephony/media/key-sender.ts'
import { createKeyToneDetector } from '../../../src-main/telephony/media/key-tone-detector.ts'
import { keyTone, silence, tone } from '../../../src-main/telephony/media/tones.ts'
import { aDice } from './hearing.ts'

interface Sent {
  readonly timestamp: number
  readonly marker: boolean
  readonly payload: Buffer
}
/** What goes over the line in so many slots of 20 ms; `null` is a frame of sound. */
const slots = (sender: ReturnType<typeof createKeySender>, count: number, start = 5000): (Sent | null)[] =>
  Array.from({ length: count }, (_, at) => sender.next(start + at * 160))

const inWords = (packet: Sent | null) =>
  packet &&
  `${packet.payload[0]} ${packet.payload.readUInt16BE(2)}${(packet.payload[1] as number) & 0x80 ? ' end' : ''}${packet.marker ? ' first' : ''}`

test('a key of 100 ms is five packets, the last one sent three times, as RFC 4733 wants it', () => {
  const sender = createKeySender()
  sender.add('5', 100)
  const packets = slots(sender, 9)
  expect(packets.map(inWords)).toEqual([
    '5 160 first',
    '5 320',
    '5 480',
    '5 640',
    '5 800 end',
    '5 800 end',
    '5 800 end',
    null,
    null,
  ])
  expect(new Set(packets.flatMap(packet => packet?.timestamp ?? []))).toEqual(new Set([5000]))
})

test('between two keys there is a pause, so that a double press is two', () => {
  const sender = createKeySender()
  sender.add('1', 40)
  sender.add('1', 40)
  expect(slots(sender, 12).map(inWords)).toEqual([
    '1 160 first',
    '1 320 end',
    '1 320 end',
    '1 320 end',
    null,
    null,
    null,
    '1 160 first',
    '1 320 end',
    '1 320 end',
    '1 320 end',
    null,
  ])
})

/** Receives packets one each 20 ms and then waits. */
function received(packets: readonly (Sent | null)[]): KeyPress[] {
  const receiver = createKeyReceiver()
  const told: (KeyPress | null)[] = []
  packets.forEach((packet, at) => {
    if (packet) told.push(receiver.take(packet.timestamp, packet.payload, at * 20))
    told.push(receiver.expire(at * 20))
  })
  for (let at = 0; at < 20; at++) told.push(receiver.expire((packets.length + at) * 20))
  return told.filter(press => press !== null)
}
const pressed = (...given: Key[]) => {
  const sender = createKeySender()
  for (const key of given) sender.add(key, 100)
  return slots(sender, given.length * 12)
}

test('a key is told once, though its end comes three times', () =>
  expect(received(pressed('9'))).toEqual([{ key: '9', durationMs: 100 }]))

test('all sixteen keys arrive', () =>
  expect(received(pressed(...keys)).map(({ key }) => key)).toEqual([...keys]))

test('a key whose three end packets are lost is told after a moment', () =>
  expect(received(pressed('7').slice(0, 4))).toEqual([{ key: '7', durationMs: 80 }]))

test('a key of which one packet arrived is told', () =>
  expect(received([pressed('3')[6] ?? null])).toEqual([{ key: '3', durationMs: 100 }]))

test('the next key ends the one whose end was lost', () =>
  expect(received([...pressed('1').slice(0, 3), ...pressed('2').map(shifted)]).map(({ key }) => key)).toEqual(
    ['1', '2'],
  ))
const shifted = (packet: Sent | null) => packet && { ...packet, timestamp: packet.timestamp + 1000 }

test('an end packet that the next key has overtaken does not press again', () => {
  const [first, second] = [pressed('1'), pressed('2').map(shifted)]
  const order = [
    ...first.slice(0, 5),
    second[0] ?? null,
    first[5] ?? null,
    first[6] ?? null,
    ...second.slice(1),
  ]
  expect(received(order).map(({ key }) => key)).toEqual(['1', '2'])
})

test('a peer whose timestamps begin anew can still press', () =>
  expect(
    received([
      ...pressed('1'),
      ...pressed('2').map(packet => packet && { ...packet, timestamp: 0x9000_0000 }),
    ]),
  ).toHaveLength(2))

test('an event that is no key, or is cut short, is ignored', () => {
  const receiver = createKeyReceiver()
  expect(receiver.take(1, Uint8Array.from([64, 0x80, 1, 0]), 0)).toBeNull()
  expect(receiver.take(2, Uint8Array.from([1, 0x80]), 0)).toBeNull()
  expect(receiver.expire(10_000)).toBeNull()
})

function heardIn(...sounds: Int16Array[]): KeyPress[] {
  const detector = createKeyToneDetector()
  const line = Int16Array.from([...sounds, silence(200)].flatMap(sound => [...sound]))
  const told: KeyPress[] = []
  for (let at = 0; at + 160 <= line.length; at += 160) {
    const press = detector.hear(line.subarray(at, at + 160))
    if (press) told.push(press)
  }
  return told
}

test('all sixteen keys are heard as tones, each once', () =>
  expect(heardIn(...keys.flatMap(key => [keyTone(key, 100), silence(70)])).map(({ key }) => key)).toEqual([
    ...keys,
  ]))

test.for([70, 80, 100, 250, 1000])('a tone of %i ms is one key wherever it begins', ms => {
  for (const shift of [0, 5, 10, 15]) expect(heardIn(silence(100 + shift), keyTone('6', ms))).toHaveLength(1)
})

test('a tone of 20 ms is a click, no key', () => expect(heardIn(silence(100), keyTone('6', 20))).toEqual([]))

test('a whistle, a dial tone and a busy tone are no keys', () => {
  for (const sound of [
    tone([941], 500),
    tone([1336], 500),
    tone([350, 440], 500),
    tone([480, 620], 500),
    tone([425], 500),
  ]) {
    expect(heardIn(sound)).toEqual([])
  }
})

test('a tone in loud noise is still heard, noise alone is not', () => {
  const dice = aDice(7)
  const noise = (ms: number) => Int16Array.from({ length: ms * 8 }, () => dice() * 6000)
  const noisy = keyTone('8', 200).map((sample, at) => sample + (noise(200)[at] as number))
  expect(heardIn(noise(300), noisy, noise(300)).map(({ key }) => key)).toEqual(['8'])
  expect(heardIn(noise(5000))).toEqual([])
})
