import { expect, test } from 'vitest'
import { encode, laws } from '../../../src-main/telephony/media/g711.ts'
import { createSpeechDetector, type SpeechChange } from '../../../src-main/telephony/media/speech-detector.ts'
import { silence, tone } from '../../../src-main/telephony/media/tones.ts'
import { aDice } from './hearing.ts'

const dice = aDice(3)
const noise = (ms: number, dbfs: number) => {
  const amplitude = 32_768 * 10 ** (dbfs / 20) * Math.sqrt(12)
  return Int16Array.from({ length: ms * 8 }, () => dice() * amplitude)
}
/** Syllables of 160 ms with 80 ms between. */
const speech = (ms: number) =>
  Int16Array.from(
    Array.from({ length: ms / 240 }, () => [...tone([180, 700, 1100], 160, -24), ...silence(80)]).flat(),
  )
const mixed = (a: Int16Array, b: Int16Array) => a.map((sample, at) => sample + (b[at] ?? 0))

function heard(...sounds: Int16Array[]) {
  const detector = createSpeechDetector(laws.PCMA)
  const line = encode(laws.PCMA, Int16Array.from(sounds.flatMap(sound => [...sound])))
  const changes: SpeechChange[] = []
  for (let at = 0; at + 160 <= line.length; at += 160) {
    const change = detector.hear(line.subarray(at, at + 160))
    if (change) changes.push(change)
  }
  return { changes, heardMs: detector.heardMs() }
}

test('a silent line is silent', () => expect(heard(silence(5000))).toEqual({ changes: [], heardMs: 0 }))

test('a sentence is one stretch of speech of its own length', () => {
  const { changes } = heard(silence(1000), speech(1920), silence(1000))
  expect(changes).toEqual([{ is: 'speech_started' }, { is: 'speech_ended', forMs: 1840 }])
})

test('somebody who speaks at once is heard at once', () =>
  expect(heard(speech(960), silence(600)).changes[0]).toEqual({ is: 'speech_started' }))

test('steady noise of a car is not speech, a voice in it is', () => {
  expect(heard(noise(8000, -42)).heardMs).toBeLessThan(400)
  const { changes } = heard(noise(3000, -42), mixed(noise(1920, -42), speech(1920)), noise(2000, -42))
  expect(changes.filter(({ is }) => is === 'speech_ended').at(-1)).toMatchObject({
    forMs: expect.closeTo(1900, -2.6),
  })
})

test('a long tone is heard to its end', () =>
  expect(heard(tone([2100], 3000), silence(600)).heardMs).toBeCloseTo(3000, -2))

test('a click is not speech', () =>
  expect(heard(silence(1000), tone([800], 30), silence(500)).changes).toEqual([]))
