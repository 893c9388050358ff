import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { recordingPeaks } from '../../src-main/api/recording-peaks.ts'
import { frameSamples } from '../../src-main/telephony/media/audio-format.ts'
import { encode, laws } from '../../src-main/telephony/media/g711.ts'
import { readWavPeaks } from '../../src-main/telephony/media/wav-peaks.ts'
import { createWavRecording } from '../../src-main/telephony/media/wav-recording.ts'

const folder = mkdtempSync(join(tmpdir(), 'peaks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One second in which the caller speaks first and the agent then. */
async function aRecording(name: string): Promise<string> {
  const path = join(folder, name)
  const recording = createWavRecording(path)
  const frame = (level: number) => encode(laws.PCMA, new Int16Array(frameSamples).fill(level))
  for (let at = 0; at < 50; at++)
    recording.add(frame(at < 25 ? 16_000 : 0), frame(at < 25 ? 0 : -8_000), laws.PCMA)
  expect(await recording.close()).toBeNull()
  return path
}

test('agents.md 4: the outline of a recording shows who spoke when, caller left and agent right', async () => {
  const { seconds, caller, agent } = await readWavPeaks(await aRecording('a.wav'), 10)
  expect(seconds).toBe(1)
  const loud = (peaks: readonly number[]) => peaks.map(peak => Math.round(peak * 100) / 100)
  expect(loud(caller)).toEqual([...new Array(5).fill(0.49), ...new Array(5).fill(0)])
  expect(loud(agent)).toEqual([...new Array(5).fill(0), ...new Array(5).fill(0.25)])
})

test('a recording whose file is gone has no outline; one that was worked out is kept', async () => {
  expect(await recordingPeaks(join(folder, 'gone.wav'))).toBeNull()
  const path = await aRecording('b.wav')
  const peaks = await recordingPeaks(path)
  rmSync(path)
  expect(await recordingPeaks(path)).toBe(peaks)
})
