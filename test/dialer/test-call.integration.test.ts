import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import type { TrunkTestStep } from '../../src-main/dialer/test-trunk.ts'
import type { E164 } from '../../src-main/domain/ids.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../src-main/telephony/practice/carrier.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { createSipLine } from '../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer } from '../../src-main/telephony/sip/sdp.ts'
import type { IncomingInvite } from '../../src-main/telephony/sip/sip-line.ts'
import { freeUdpPort } from '../peers/free-port.ts'
import { aTrunk, openDialer, openMedia } from './open-exchange.ts'

let media: MediaPool
let carrier: Carrier
const opened: TrunkDialer[] = []

beforeAll(async () => {
  media = await openMedia()
  carrier = await createCarrier({
    host: '127.0.0.1',
    port: 0,
    seed: 7,
    speed: 20,
    media,
    now: Date.now,
    t1Ms: 100,
  })
})
afterAll(async () => {
  for (const dialer of opened) await dialer.close()
  await carrier.close()
  await media.close()
})

interface Doing {
  readonly port?: number
  readonly signal?: AbortSignal
  readonly told?: (stage: string) => void
}

const aDialer = () => {
  const dialer = openDialer(media, '')
  opened.push(dialer)
  return dialer
}

const testCall = (to: string, { port = carrier.port, signal, told = () => {} }: Doing = {}) =>
  aDialer().testTrunk(aTrunk(port), {
    to: to as E164,
    callerId: '+493099999999' as E164,
    signal: signal ?? new AbortController().signal,
    tell: told,
  })

const layers = (steps: readonly TrunkTestStep[]) =>
  steps.map(({ layer, ok }) => `${layer} ${ok ? 'ok' : 'failed'}`)
const well = ['name ok', 'route ok', 'answer ok', 'ready ok']

/** A trunk of one's own that does so with each call. */
const aPeer = async (take: (invite: IncomingInvite) => void): Promise<number> => {
  const line = await createSipLine({
    localHost: '127.0.0.1',
    localPort: 0,
    peer: null,
    t1Ms: 100,
    userAgent: 'peer',
  })
  line.onInvite(take)
  return line.localPort
}

describe.concurrent('telephony.md 1: a test call', () => {
  test('to somebody who presses 1 proves call, codec and sound both ways', async () => {
    const told: string[] = []
    const steps = await testCall('+493023125110', { told: stage => told.push(stage) })
    expect(layers(steps)).toEqual([...well, 'call ok', 'codec ok', 'sound ok'])
    expect(steps.at(-1)?.text).toMatch(
      /^Key 1 was pressed: sound goes both ways \(\d[\d,]* packets out, \d[\d,]* in\)\.$/,
    )
    expect(told).toEqual(['calling', 'ringing', 'answered'])
    expect(carrier.ledger().find(({ number }) => number === '+493023125110')).toMatchObject({
      callerId: '+493099999999',
      pressed: '1',
      endedBy: 'caller',
    })
  })

  test.each([
    ['01', /busy \(486\)/],
    ['04', /does not exist \(404\)/],
    ['05', /takes no calls now \(503\)/],
    ['12', /cannot be reached \(480\)/],
    ['03', /declined \(603\)/],
  ])('to a number that ends in %s says what the answer means', async (ending, words) => {
    const steps = await testCall(`+4930231252${ending}`)
    expect(layers(steps)).toEqual([...well, 'call failed'])
    expect(steps.at(-1)?.text).toMatch(words)
  })

  test('that nobody answers is given up, and says that it rang', async () => {
    const steps = await testCall('+493023125302')
    expect(steps.at(-1)).toEqual({
      layer: 'call',
      ok: false,
      text: 'It rang, and nobody answered within 30 s: answer it, or call another telephone.',
    })
  })

  test('to somebody who presses nothing has sound, and says that no key came', async () => {
    const steps = await testCall('+493023125308')
    expect(layers(steps)).toEqual([...well, 'call ok', 'codec ok', 'sound failed'])
    expect(steps.at(-1)?.text).toMatch(/^Sound comes back \(.* hung up without pressing a key/)
  })

  test('from which no sound comes back is one-way audio', async () => {
    const deaf = await freeUdpPort()
    const port = await aPeer(async invite => {
      const sdp = writeAnswer(invite.offer, { host: '127.0.0.1', port: deaf, sessionId: 1 })
      if (typeof sdp !== 'string') throw new Error(sdp.message)
      await invite.answer(sdp)
      setTimeout(() => void invite.bye(), 1_500)
    })
    const steps = await testCall('+493023125410', { port })
    expect(layers(steps)).toEqual([...well, 'call ok', 'codec ok', 'sound failed'])
    expect(steps.at(-1)?.text).toMatch(/^No sound comes back \(\d+ packets out, 0 in\): one-way audio/)
  })

  test('to a trunk that takes none of our codecs says so, whether it refuses or answers', async () => {
    const refusing = await aPeer(invite => invite.reject(488))
    const steps = await testCall('+493023125410', { port: refusing })
    expect(layers(steps)).toEqual([...well, 'codec failed'])
    expect(steps.at(-1)?.text).toContain('(488)')
    const answering = await aPeer(invite => {
      const sdp = writeAnswer(invite.offer, { host: '127.0.0.1', port: 40_000, sessionId: 1 })
      if (typeof sdp !== 'string') throw new Error(sdp.message)
      void invite.answer(sdp.replace(/RTP\/AVP [\d ]+/, 'RTP/AVP 18')).catch(() => {})
    })
    const answered = await testCall('+493023125410', { port: answering })
    expect(layers(answered)).toEqual([...well, 'call ok', 'codec failed'])
    expect(answered.at(-1)?.text).toContain('speaks neither G.711')
  })

  test.each([
    [401, /refused user and password/],
    [403, /forbids this call \(403\)/],
    [484, /incomplete/],
    [580, /ended the call with 580 \(.*\): ask the carrier/],
  ])('that a trunk refuses with %i says what to do', async (code, words) => {
    const port = await aPeer(invite => invite.reject(code, 'Reason'))
    expect((await testCall('+493023125410', { port })).at(-1)?.text).toMatch(words)
  })

  test('that is ended from here leaves no telephone ringing', async () => {
    const leave = new AbortController()
    const steps = await testCall('+493023125502', {
      signal: leave.signal,
      told: stage => stage === 'ringing' && leave.abort(),
    })
    expect(steps.at(-1)?.text).toBe('The call was ended from here before anybody answered.')
    expect(carrier.ledger().find(({ number }) => number === '+493023125502')).toMatchObject({
      endedBy: 'cancel',
    })
  })

  test('waits for the one that goes on', async () => {
    const dialer = aDialer()
    const ringing = Promise.withResolvers<void>()
    const leave = new AbortController()
    const wish = { to: '+493023125602' as E164, callerId: '+493099999999' as E164, signal: leave.signal }
    const first = dialer.testTrunk(aTrunk(carrier.port), {
      ...wish,
      tell: stage => stage === 'ringing' && ringing.resolve(),
    })
    await ringing.promise
    const second = await dialer.testTrunk(aTrunk(carrier.port), { ...wish, tell: () => {} })
    expect(second.at(-1)?.text).toMatch(/^Another test call goes on/)
    leave.abort()
    await first
  })

  test('is not placed where a layer before it fails', async () => {
    const steps = await testCall('+493023125710', { port: await freeUdpPort() })
    expect(layers(steps).at(-1)).toBe('answer failed')
    expect(carrier.ledger().filter(({ number }) => number === '+493023125710')).toEqual([])
  })
})
