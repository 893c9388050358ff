import { createSocket } from 'node:dgram'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameSamples } from '../../../src-main/telephony/media/audio-format.ts'
import { createMediaPool } from '../../../src-main/telephony/media/create-media-pool.ts'
import { openLeg } from '../../../src-main/telephony/media/leg.ts'
import { tone } from '../../../src-main/telephony/media/tones.ts'
import { frequencyShare, onset, readWav } from './hearing.ts'
import { anEnd, aPool, join, passed, workerPath } from './two-legs.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), 'misfortunes-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A worker that dies when it is told to forget the sound `die`. */
async function aMortalWorker(): Promise<string> {
  const file = path(folder, 'mortal-worker.mjs')
  const source = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', message => {
      if (message.do === 'forget' && message.sound === 'die') process.exit(7)
    })
    await import(${JSON.stringify(workerPath)})`
  await writeFile(file, source)
  return file
}

test('when an audio worker dies its calls are told, and new calls have audio again, with all sounds', {
  timeout: 15_000,
}, async () => {
  const pool = await createMediaPool({
    workerPath: await aMortalWorker(),
    workers: 1,
    ports: { from: 10_000, to: 29_999 },
    localHost: '127.0.0.1',
  })
  await pool.load('tone', tone([1000], 600))
  const record = path(folder, 'cut-off.wav')
  const here = await anEnd(pool, record)
  const there = await anEnd(pool)
  join(here, there)
  here.leg.play('tone')
  await passed(2500)
  pool.forget('die')
  expect(await here.until(event => event.is === 'lost')).toMatchObject({
    reason: expect.stringContaining('7'),
  })
  await there.until(event => event.is === 'lost')
  expect(await here.leg.close()).toMatchObject({ sent: 0, mos: null, recordingFailure: expect.any(String) })
  const play = here.leg.play('tone')
  await here.until(event => event.is === 'played' && event.play === play && event.interrupted)

  // What was recorded up to then can be played.
  const { right } = readWav(await readFile(record))
  expect(right.length).toBeGreaterThanOrEqual(8000)

  while (pool.health().workersAlive === 0) await passed(20)
  const [again, other] = [await anEnd(pool), await anEnd(pool)]
  join(again, other)
  again.leg.play('tone')
  await other.until(event => event.is === 'speech_started')
  await pool.close()
})

test('a worker that cannot start is told as an error in words', () =>
  expect(
    createMediaPool({
      workerPath: path(folder, 'nowhere.mjs'),
      workers: 2,
      ports: { from: 10_000, to: 10_009 },
      localHost: '127.0.0.1',
    }),
  ).rejects.toThrow(/could not be started.*nowhere/))

test('a port that another program has is passed over, and when none is left the refusal says so', async () => {
  const other = createSocket('udp4')
  await new Promise<void>(done => other.bind({ port: 0, address: '127.0.0.1' }, done))
  const taken = other.address().port
  const even = taken - (taken % 2)
  const ports = { from: even, to: even + 1 }
  const pool = await createMediaPool({ workerPath, workers: 1, ports, localHost: '127.0.0.1' })
  expect(await pool.open({ record: null, onEvent: () => {} })).toEqual({
    refused: `No audio port from ${even} to ${even + 1} is free.`,
  })
  await new Promise<void>(done => other.close(() => done()))
  const leg = await pool.open({ record: null, onEvent: () => {} })
  expect(leg).toMatchObject({ localPort: even })
  expect(await pool.open({ record: null, onEvent: () => {} })).toHaveProperty('refused')
  if ('localPort' in leg) await leg.close()
  expect(await pool.open({ record: null, onEvent: () => {} })).toHaveProperty('localPort')
  await pool.close()
})

test('a host that is not ours is refused with the reason', async () => {
  const ports = { from: 10_000, to: 10_099 }
  const pool = await createMediaPool({ workerPath, workers: 1, ports, localHost: '203.0.113.1' })
  expect(await pool.open({ record: null, onEvent: () => {} })).toEqual({
    refused: expect.stringContaining('EADDRNOTAVAIL'),
  })
  await pool.close()
})

test('a recording that cannot be written costs the recording, not the call', async () => {
  const pool = await aPool()
  await pool.load('tone', tone([1000], 400))
  const here = await anEnd(pool, '/dev/null/no.wav')
  const there = await anEnd(pool)
  join(here, there)
  here.leg.play('tone')
  await there.until(event => event.is === 'speech_ended')
  expect(await here.leg.close()).toMatchObject({
    recordingFailure: expect.stringContaining('The recording stopped'),
  })
  await pool.close()
})

test('caller and agent lie on one timeline in the recording', async () => {
  const pool = await aPool()
  await pool.load('here', tone([600], 300))
  await pool.load('there', tone([1800], 300))
  const record = path(folder, 'aligned.wav')
  const here = await anEnd(pool, record)
  const there = await anEnd(pool)
  join(here, there)
  await passed(500)
  here.leg.play('here')
  there.leg.play('there')
  await there.until(event => event.is === 'played')
  await passed(600)
  await Promise.all([here.leg.close(), there.leg.close()])
  const { left, right } = readWav(await readFile(record))
  expect(frequencyShare(left, 1800)).toBeGreaterThan(0.9)
  expect(frequencyShare(right, 600)).toBeGreaterThan(0.9)
  // The caller is heard by the delay of the jitter buffer later.
  expect(onset(left) - onset(right)).toBeGreaterThan(0)
  expect(onset(left) - onset(right)).toBeLessThan(8 * 300)
  await pool.close()
})

test('stopping tells of the sound that was cut and of the one behind it, and an unknown sound ends at once', async () => {
  const pool = await aPool()
  await pool.load('long', tone([600], 5000))
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there)
  here.leg.play('long')
  here.leg.play('long')
  await passed(200)
  here.leg.stop()
  here.leg.play('never loaded')
  await here.until(event => event.is === 'played' && event.play === 3)
  expect(here.events.filter(({ is }) => is === 'played')).toEqual([
    { is: 'played', play: 1, interrupted: true },
    { is: 'played', play: 2, interrupted: true },
    { is: 'played', play: 3, interrupted: true },
  ])
  await pool.close()
})

test('closing the pool in the middle of calls completes their recordings and settles everything', async () => {
  const pool = await aPool(2)
  const record = path(folder, 'closed.wav')
  const here = await anEnd(pool, record)
  const there = await anEnd(pool)
  join(here, there)
  await passed(300)
  const closing = here.leg.close()
  await pool.close()
  expect((await closing).sent).toBeGreaterThan(5)
  await there.leg.close()
  expect(readWav(await readFile(record)).left.length).toBeGreaterThan(800)
  expect(await pool.open({ record: null, onEvent: () => {} })).toHaveProperty('refused')
})

test('a leg that stood still records the time in which it did', async () => {
  const record = path(folder, 'stalled.wav')
  const leg = await openLeg({ host: '127.0.0.1', port: 19_990, record, emit: () => {} })
  leg.skipped(25)
  leg.connect({ host: '127.0.0.1', port: 19_992, codec: 'PCMA', telephoneEvent: null })
  const step = (frames: number) => {
    for (let frame = 0; frame < frames; frame++) leg.step(performance.now())
  }
  step(10)
  leg.skipped(50)
  step(10)
  expect((await leg.close()).recordingFailure).toBeNull()
  expect(readWav(await readFile(record)).left.length / frameSamples, 'from the answer on').toBe(70)
})
