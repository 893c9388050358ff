import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import { createSpeech } from '../../src-main/voice/create-speech.ts'
import { fallbackTone } from '../../src-main/voice/fallback-tone.ts'
import { aFlow } from '../domain/a-flow.ts'
import { aPool } from '../telephony/media/two-legs.ts'

const workerPath = fileURLToPath(new URL('../../src-main/voice/speech-worker.ts', import.meta.url))
let media: MediaPool
let cacheDir: string
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'speech-'))
  media = await aPool()
})
afterAll(async () => {
  await media.close()
  await rm(cacheDir, { recursive: true })
})

const aSpeech = (path = workerPath) => createSpeech({ media, cacheDir, workerPath: path })
const sounds = async () => (await readdir(cacheDir)).filter(name => name.endsWith('.sound'))
const loudness = (samples: Int16Array) =>
  20 *
  Math.log10(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) / 32_768)

test('a sentence becomes telephone sound of usual length and level', async () => {
  const speech = aSpeech()
  const samples = await speech.speak('Hello, this is an automated call from the dental practice.')
  await speech.close()
  expect(samples.length / 8000).toBeGreaterThan(2)
  expect(samples.length / 8000).toBeLessThan(6)
  expect(loudness(samples)).toBeGreaterThan(-26)
  expect(loudness(samples)).toBeLessThan(-18)
})

test('sentences without variables are ready before the first call, and after a restart come from the disk', async () => {
  const flow = aFlow({
    hello: { do: 'say', text: 'Good morning. Dear {{contact_name}}, this is a test.', next: 'bye' },
    bye: { do: 'end', text: 'Good bye.' },
  })
  const speech = aSpeech()
  const progress: number[][] = []
  await speech.prepare(flow, (done, total) => progress.push([done, total]))
  await speech.close()
  expect(progress).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ])
  expect(speech.known('Good morning.')).not.toBeNull()
  expect(speech.known('Dear {{contact_name}}, this is a test.')).toBeNull()
  expect(await sounds()).toHaveLength(2)

  const withoutRenderer = aSpeech(join(cacheDir, 'no-such-worker.mjs'))
  await withoutRenderer.prepare(aFlow({ bye: { do: 'end', text: 'Good bye.' } }))
  expect(withoutRenderer.known('Good bye.')).not.toBeNull()
  await expect(withoutRenderer.prepare(flow)).rejects.toThrow(/no-such-worker/)
  await withoutRenderer.close()
})

test('a sentence for contacts that lack a field is ready, too', async () => {
  const steps = { bye: { do: 'end', text: 'Good bye, {{contact_name}}.' } } as const
  const speech = aSpeech()
  await speech.prepare(aFlow(steps, { defaults: { contact_name: 'dear neighbour' } }))
  expect(speech.known('Good bye, dear neighbour.')).not.toBeNull()
  await speech.close()
})

test('a damaged file in the cache is rendered again', async () => {
  const [name] = await sounds()
  const path = join(cacheDir, name as string)
  const good = await readFile(path)
  const bad = Buffer.from(good)
  bad[200] = (bad[200] as number) ^ 0xff
  await writeFile(path, bad)
  const speech = aSpeech()
  await speech.prepare(
    aFlow({ a: { do: 'say', text: 'Good morning. Good bye.', next: 'b' }, b: { do: 'end' } }),
  )
  await speech.close()
  expect(await readFile(path)).toEqual(good)
})

test('the same text asked for ten times at once is rendered once', async () => {
  const speech = aSpeech()
  const all = await Promise.all(Array.from({ length: 10 }, () => speech.speak('Only once.')))
  await speech.close()
  expect(new Set(all).size).toBe(1)
})

test('when speech cannot work at all a tone is heard instead of silence, and a launch is refused', async () => {
  const speech = aSpeech(join(cacheDir, 'no-such-worker.mjs'))
  expect(await speech.speak('Nobody can say this.')).toBe(fallbackTone)
  await expect(speech.prepare(aFlow({ a: { do: 'end', text: 'Nor this.' } }))).rejects.toThrow(
    /no-such-worker/,
  )
  await speech.close()
})
