import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameSamples } from '../../../src-main/telephony/media/audio-format.ts'
import { encode, laws } from '../../../src-main/telephony/media/g711.ts'
import { createWavRecording } from '../../../src-main/telephony/media/wav-recording.ts'
import { readWav } from './hearing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'))
})
afterAll(() => rm(folder, { recursive: true }))

const law = laws.PCMA
const loud = encode(law, new Int16Array(frameSamples).fill(8_000))

/** Places of the loud samples, in frames: from, to. */
function loudFrames(samples: Int16Array): [number, number][] {
  const parts: [number, number][] = []
  for (let frame = 0; frame * frameSamples < samples.length; frame++) {
    if ((samples[frame * frameSamples] ?? 0) < 1_000) continue
    const last = parts.at(-1)
    if (last?.[1] === frame) last[1] = frame + 1
    else parts.push([frame, frame + 1])
  }
  return parts
}

test('agents.md 4: a recording keeps its time: silence stands for frames that were left out, at its end too', async () => {
  const path = join(folder, 'skipped.wav')
  const recording = createWavRecording(path)
  const say = (frames: number) => {
    for (let frame = 0; frame < frames; frame++) recording.add(loud, loud, law)
  }
  say(70)
  recording.skip(130)
  say(10)
  recording.skip(45)
  expect(await recording.close()).toBeNull()
  const file = await readFile(path)
  const { left, right } = readWav(file)
  expect(left.length / frameSamples).toBe(255)
  expect(file.length, 'the file is as long as its header says').toBe(44 + left.length * 4)
  for (const side of [left, right])
    expect(loudFrames(side)).toEqual([
      [0, 70],
      [200, 210],
    ])
})
