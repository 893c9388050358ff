import { expect, test } from 'vitest'
import { createJitterBuffer } from '../../../src-main/telephony/media/jitter-buffer.ts'

const quiet = 0xd5

/** A buffer with a sender: packet number n holds the byte n. */
function aLine(first = 1000, samples = 160) {
  const buffer = createJitterBuffer(quiet)
  const frame = new Uint8Array(160)
  return {
    buffer,
    send: (number: number) =>
      buffer.push((first + number * samples) >>> 0, new Uint8Array(samples).fill(number), 0, samples),
    hear: () => {
      buffer.pull(frame)
      return frame[0] === quiet ? null : (frame[0] as number)
    },
  }
}
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const heardOf = (line: ReturnType<typeof aLine>, count: number) => numbers(count).map(() => line.hear())

test('a steady stream comes out complete and 60 ms later', () => {
  const line = aLine()
  const heard = numbers(50).map(number => {
    line.send(number)
    return line.hear()
  })
  expect(heard.slice(0, 3)).toEqual([null, null, null])
  expect(heard.slice(3)).toEqual(numbers(47))
})

test('packets that overtake each other come out in order', () => {
  const line = aLine()
  for (const number of [1, 3, 2, 5, 4]) line.send(number)
  expect(heardOf(line, 8)).toEqual([null, null, null, 1, 2, 3, 4, 5])
})

test('a lost packet is a gap of its own length', () => {
  const line = aLine()
  for (const number of [1, 2, 4]) line.send(number)
  expect(heardOf(line, 7)).toEqual([null, null, null, 1, 2, null, 4])
})

test('timestamps that begin anew after 2³² go on without a gap', () => {
  const line = aLine(2 ** 32 - 400)
  for (const number of numbers(6)) line.send(number)
  expect(heardOf(line, 9).slice(3)).toEqual(numbers(6))
})

test.for([80, 240, 320, 480])('packets of %i samples play at the right speed', samples => {
  const line = aLine(0, samples)
  for (const number of [1, 2, 3]) line.send(number)
  const heard = heardOf(line, 3 + Math.ceil((3 * samples) / 160)).slice(3)
  expect(heard).toEqual(heard.map((_, at) => 1 + Math.floor((at * 160) / samples)))
})

test('a sender that is silent for a while and goes on in step is not cut', () => {
  const line = aLine()
  line.send(1)
  heardOf(line, 30)
  line.send(31)
  line.send(32)
  expect(heardOf(line, 4)).toContain(31)
})

test('when the network becomes slower the delay grows instead of words being lost', () => {
  const line = aLine()
  for (const number of numbers(5)) {
    line.send(number)
    line.hear()
  }
  heardOf(line, 8)
  const heard = [6, 7, 8, 9, 10].flatMap(number => {
    line.send(number)
    return line.hear()
  })
  expect(heard).toEqual([6, 7, 8, 9, 10])
})

test('delay that is no longer needed is given back', () => {
  const line = aLine()
  for (const number of numbers(12)) line.send(number)
  const early = line.buffer.delayMs()
  for (let number = 13; number < 250; number++) {
    line.hear()
    line.send(number)
  }
  line.hear()
  expect(early).toBeGreaterThan(200)
  for (let number = 250; number < 3000; number++) {
    line.send(number)
    line.hear()
  }
  expect(line.buffer.delayMs()).toBeLessThanOrEqual(80)
})

test('a jump to another timeline is followed within 200 ms', () => {
  const line = aLine()
  for (const number of numbers(10)) {
    line.send(number)
    line.hear()
  }
  const heard = numbers(10).map(number => {
    line.buffer.push(3_000_000_000 + number * 160, new Uint8Array(160).fill(100 + number), 0, 160)
    return line.hear()
  })
  expect(heard.at(-1)).toBeGreaterThan(100)
})

test('a packet from the past is late and changes nothing', () => {
  const line = aLine(100_000)
  for (const number of numbers(20)) {
    line.send(number)
    if (number > 3) line.hear()
  }
  expect(line.buffer.push(100_000 - 4000, new Uint8Array(160).fill(99), 0, 160)).toBe('late')
  expect(heardOf(line, 3)).not.toContain(99)
})
