import { createSocket } from 'node:dgram'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import type { TestCallRecord, TestCallWish } from '../../src-main/dialer/test-call/place-test-call.ts'
import type { TrunkTestStep } from '../../src-main/dialer/test-trunk.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../src-main/telephony/practice/carrier.ts'
import { createCarrier } from '../../src-main/telephony/practice/create-carrier.ts'
import { createSipLine } from '../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer } from '../../src-main/telephony/sip/sdp.ts'
import type { IncomingInvite } from '../../src-main/telephony/sip/sip-line.ts'
import { freeUdpPort } from '../peers/free-port.ts'
import { aTestCall } from './a-test-call.ts'
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
  readonly wish?: Partial<TestCallWish>
}

const aDialer = () => {
  const dialer = openDialer(media, '')
  opened.push(dialer)
  return dialer
}

const testCall = (to: string, { port = carrier.port, wish = {} }: Doing = {}) =>
  aDialer().testTrunk(aTrunk(port), aTestCall(to, wish))

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
    const steps = await testCall('+493023125110', { wish: { tell: stage => told.push(stage) } })
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

  test.each([
    ['you', '02', 'You hung up before anybody answered.', 'cancel'],
    ['stopped', '12', '“Pause everything” ended the call before anybody answered.', 'cancel'],
  ] as const)(
    'that is ended by %s leaves no telephone ringing, and says so',
    async (by, ending, words, endedBy) => {
      const to = `+4930231255${ending === '02' ? '02' : '22'}`
      const dialer = aDialer()
      const tell = (stage: string) => stage === 'ringing' && dialer.endTestCalls(by, to)
      const steps = await dialer.testTrunk(aTrunk(carrier.port), aTestCall(to, { tell }))
      expect(layers(steps)).toEqual([...well, 'call failed'])
      expect(steps.at(-1)?.text).toBe(words)
      expect(carrier.ledger().find(({ number }) => number === to)).toMatchObject({ endedBy })
    },
  )

  test('that is hung up while somebody listens shows what was found until then', async () => {
    const to = '+493023125509'
    const dialer = aDialer()
    const tell = (stage: string) =>
      stage === 'answered' && setTimeout(() => dialer.endTestCalls('you', to), 500)
    const steps = await dialer.testTrunk(aTrunk(carrier.port), aTestCall(to, { tell }))
    expect(layers(steps)).toEqual([...well, 'call ok', 'codec ok', 'sound failed'])
    expect(steps.at(-1)?.text).toMatch(/You hung up before a key was pressed|No sound comes back/)
    expect(carrier.ledger().find(({ number }) => number === to)).toMatchObject({ endedBy: 'caller' })
  })

  test('that is hung up before it leaves tells at once how far it came', async () => {
    const silent = createSocket('udp4')
    await new Promise<void>(resolve => silent.bind(0, '127.0.0.1', resolve))
    const dialer = aDialer()
    const test = dialer.testTrunk(aTrunk(silent.address().port), aTestCall('+493023125610'))
    await new Promise(resolve => silent.once('message', resolve))
    dialer.endTestCalls('you', 'another')
    dialer.endTestCalls('you', '+493023125610')
    const steps = await test
    silent.close()
    expect(layers(steps)).toEqual(['name ok', 'route ok', 'call failed'])
    expect(steps.at(-1)?.text).toBe('You hung up before the call left.')
  })

  test('is ended when the program closes', async () => {
    const to = '+493023125602'
    const dialer = aDialer()
    const ringing = Promise.withResolvers<void>()
    const tell = (stage: string) => stage === 'ringing' && ringing.resolve()
    const test = dialer.testTrunk(aTrunk(carrier.port), aTestCall(to, { tell }))
    await ringing.promise
    await dialer.close()
    expect((await test).at(-1)?.text).toBe('The program was closed before anybody answered.')
    expect(carrier.ledger().find(({ number }) => number === to)).toMatchObject({ endedBy: 'cancel' })
  })

  test('is on record before it leaves and before it is answered, and not placed where that fails', async () => {
    const kept: string[] = []
    const record: TestCallRecord = {
      sending: async ({ sipCallId, remotePort }) => {
        expect(carrier.ledger().some(({ number }) => number === '+493023125810')).toBe(false)
        kept.push(`${typeof sipCallId} to ${remotePort === carrier.port}`)
      },
      answered: async ({ remoteTag }) => void kept.push(remoteTag === '' ? 'no dialog' : 'dialog'),
    }
    await testCall('+493023125810', { wish: { record } })
    expect(kept).toEqual(['string to true', 'dialog'])
    const full = { ...record, sending: () => Promise.reject(new Error('The disk is full')) }
    await expect(testCall('+493023125811', { wish: { record: full } })).rejects.toThrow('The disk is full')
    expect(carrier.ledger().filter(({ number }) => number === '+493023125811')).toEqual([])
  })

  test('is not placed where a layer before it fails', async () => {
    const steps = await testCall('+493023125710', { port: await freeUdpPort() })
    expect(layers(steps).at(-1)).toBe('port failed')
    expect(steps.at(-1)?.text).toMatch(/^Nothing listens on UDP port \d+ of 127\.0\.0\.1/)
    expect(carrier.ledger().filter(({ number }) => number === '+493023125710')).toEqual([])
  })
})
