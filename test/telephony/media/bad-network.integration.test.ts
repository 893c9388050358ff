import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MediaPool } from '../../../src-main/telephony/media/media-pool.ts'
import { writeRtpHeader } from '../../../src-main/telephony/media/rtp-packet.ts'
import { tone } from '../../../src-main/telephony/media/tones.ts'
import { aRelay, aStranger } from './relay.ts'
import { anEnd, aPool, join, passed, towards } from './two-legs.ts'

let pool: MediaPool
beforeAll(async () => {
  pool = await aPool()
  await pool.load('tone', tone([1000], 20_000))
})
afterAll(() => pool.close())

const aPacket = (sequence: number, payloadType = 8, samples = 160) => {
  const bytes = Buffer.alloc(12 + samples, 0x2a)
  writeRtpHeader(bytes, { payloadType, marker: false, sequence, timestamp: sequence * 160, ssrc: 77 })
  return bytes
}

test('with every tenth packet lost the keys arrive, the loss is counted and the score falls', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  const relay = await aRelay(here.leg.localPort, there.leg.localPort, number => number % 10 === 9)
  here.leg.connect(towards(relay.port))
  there.leg.connect(towards(relay.port))
  here.leg.play('tone')
  for (const key of ['1', '2', '3', '4', '5'] as const) here.leg.sendKey(key)
  await there.until(event => event.is === 'key' && event.key === '5')
  await passed(1500)
  const { received, lost, mos } = await there.leg.close()
  await here.leg.close()
  relay.close()
  expect(there.events.flatMap(event => (event.is === 'key' ? [event.key] : []))).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
  expect(lost / (received + lost)).toBeCloseTo(0.1, 1)
  expect(lost).toBeGreaterThan(5)
  expect(mos).toBeLessThan(2)
})

test('strangers, replays, garbage, wrong codecs and giants are dropped and counted, and the call goes on', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  const peer = await aStranger()
  const stranger = await aStranger('127.0.0.2', peer.port)
  const port = there.leg.localPort
  join(here, there)
  await here.leg.close()
  there.leg.connect(towards(1))
  for (const sequence of [1, 2, 3]) await peer.send(aPacket(sequence), port)
  await passed(50)
  for (const sequence of [2, 3]) await peer.send(aPacket(sequence), port)
  await peer.send(aPacket(4, 96), port)
  await peer.send(aPacket(5, 0), port)
  await peer.send(Buffer.from('INVITE sip:nobody@localhost SIP/2.0\r\n\r\n'), port)
  await peer.send(Buffer.alloc(0), port)
  await peer.send(Buffer.alloc(60_000, 0x80), port)
  for (let sequence = 6; sequence < 16; sequence++) await stranger.send(aPacket(sequence), port)
  await peer.send(aPacket(4), port)
  await passed(100)
  const { dropped, received } = await there.leg.close()
  peer.close()
  stranger.close()
  expect(dropped).toMatchObject({ replayed: 2, wrongPayload: 2, malformed: 2, huge: 1, foreign: 10 })
  expect(received).toBeGreaterThanOrEqual(4)
})

test('a second stream from the same address does not mix into the first', async () => {
  const there = await anEnd(pool)
  const peer = await aStranger()
  const port = there.leg.localPort
  there.leg.connect(towards(1))
  const second = (sequence: number) => {
    const bytes = aPacket(sequence)
    bytes.writeUInt32BE(78, 8)
    return bytes
  }
  for (let sequence = 1; sequence <= 5; sequence++) {
    await peer.send(aPacket(sequence), port)
    await peer.send(second(sequence + 5000), port)
  }
  await passed(250)
  await peer.send(second(6000), port)
  await passed(50)
  const { received, dropped } = await there.leg.close()
  peer.close()
  expect({ received, foreign: dropped.foreign }).toEqual({ received: 6, foreign: 5 })
})

test('audio is sent back to where it comes from, not to the wrong address of the signalling', async () => {
  const elsewhere = await aPool(1, '127.0.0.5')
  const here = await anEnd(pool)
  const behindNat = await anEnd(elsewhere)
  behindNat.leg.connect(towards(here.leg.localPort))
  here.leg.connect({ ...towards(9), host: '127.0.0.9' })
  here.leg.play('tone')
  await behindNat.until(event => event.is === 'speech_started')
  expect((await behindNat.leg.close()).dropped.foreign).toBe(0)
  await here.leg.close()
  await elsewhere.close()
})

test('a peer without telephone-event hears keys as tones, and its tones are understood', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there, null)
  here.leg.playSamples(tone([300, 1900], 200, -20))
  for (const key of ['4', '*', '7'] as const) here.leg.sendKey(key)
  await there.until(event => event.is === 'key' && event.key === '7')
  await passed(200)
  expect(there.events.flatMap(event => (event.is === 'key' ? [event.key] : []))).toEqual(['4', '*', '7'])
  await Promise.all([here.leg.close(), there.leg.close()])
})

test('a line on which nothing comes is told of once, and again when it is back', async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  there.leg.connect(towards(here.leg.localPort))
  await there.until(event => event.is === 'rtp_silent')
  here.leg.connect(towards(there.leg.localPort))
  await there.until(event => event.is === 'rtp_resumed')
  expect(there.events.filter(({ is }) => is === 'rtp_silent')).toHaveLength(1)
  await Promise.all([here.leg.close(), there.leg.close()])
})

test('both ends learn the round trip of a call of some seconds', { timeout: 15_000 }, async () => {
  const here = await anEnd(pool)
  const there = await anEnd(pool)
  join(here, there)
  await passed(8000)
  const [mine, theirs] = await Promise.all([here.leg.close(), there.leg.close()])
  const known = [mine.roundTripMs, theirs.roundTripMs].filter(ms => ms !== null)
  expect(known.length).toBeGreaterThan(0)
  for (const ms of known) expect(ms).toBeLessThan(200)
})
