import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { MediaPool } from '../../../src-main/telephony/media/media-pool.ts'
import { tone } from '../../../src-main/telephony/media/tones.ts'
import { frequencyShare, readWav } from './hearing.ts'
import { anEnd, aPool, join, passed } from './two-legs.ts'

let pool: MediaPool
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), 'media-'))
  pool = await aPool()
})
afterAll(async () => {
  await pool.close()
  await rm(folder, { recursive: true })
})

test('a tone that one end plays is heard by the other and is in both recordings, each on its side', async () => {
  await pool.load('tone', tone([1000], 1000))
  const here = await anEnd(pool, path(folder, 'here.wav'))
  const there = await anEnd(pool, path(folder, 'there.wav'))
  join(here, there)
  expect(here.leg.play('tone')).toBe(1)
  await here.until(event => event.is === 'played' && event.play === 1 && !event.interrupted)
  await there.until(event => event.is === 'speech_started')
  await passed(400)
  const [mine, theirs] = await Promise.all([here.leg.close(), there.leg.close()])

  expect(theirs.received).toBeGreaterThan(40)
  expect(theirs.lost).toBe(0)
  expect(theirs.heardMs).toBeGreaterThan(600)
  expect(mine.heardMs).toBe(0)
  expect(theirs.mos).toBeGreaterThan(3.5)
  const sent = readWav(await readFile(path(folder, 'here.wav')))
  const got = readWav(await readFile(path(folder, 'there.wav')))
  expect(frequencyShare(sent.right, 1000)).toBeGreaterThan(0.95)
  expect(frequencyShare(got.left, 1000)).toBeGreaterThan(0.95)
  expect(got.right.every(sample => Math.abs(sample) < 16)).toBe(true)
})

test('keys travel both ways and each is told once', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there)
  for (const key of ['1', '2', '#'] as const) here.leg.sendKey(key)
  there.leg.sendKey('9', 300)
  await there.until(event => event.is === 'key' && event.key === '#')
  expect(await here.until(event => event.is === 'key')).toEqual({ is: 'key', key: '9', durationMs: 300 })
  await passed(200)
  expect(there.events.flatMap(event => (event.is === 'key' ? [event.key] : []))).toEqual(['1', '2', '#'])
  expect(here.events.filter(event => event.is === 'key')).toHaveLength(1)
  await Promise.all([here.leg.close(), there.leg.close()])
})

test('speech is heard on a call that is not recorded, too', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there)
  here.leg.playSamples(tone([440, 620], 800))
  await there.until(event => event.is === 'speech_started')
  await there.until(event => event.is === 'speech_ended' && event.forMs > 300)
  await Promise.all([here.leg.close(), there.leg.close()])
})

test('monitoring.md §2, “active calls … level meter”: each side is as loud as it sounds, and still again after', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there)
  expect(there.leg.level()).toEqual({ caller: 0, agent: 0 })
  here.leg.playSamples(tone([440, 620], 1500))
  await vi.waitUntil(() => there.leg.level().caller > 0.05 && here.leg.level().agent > 0.05, {
    timeout: 5000,
  })
  expect(there.leg.level().agent).toBeLessThan(0.01)
  await vi.waitUntil(() => there.leg.level().caller < 0.01, { timeout: 5000 })
  await Promise.all([here.leg.close(), there.leg.close()])
})
