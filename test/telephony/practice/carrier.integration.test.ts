import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createMediaPool } from '../../../src-main/telephony/media/create-media-pool.ts'
import type { MediaPool } from '../../../src-main/telephony/media/media-pool.ts'
import { tone } from '../../../src-main/telephony/practice/callee-sounds.ts'
import type { Carrier, LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'
import { createCarrier, type PracticeOptions } from '../../../src-main/telephony/practice/create-carrier.ts'
import type { SipLine } from '../../../src-main/telephony/sip/sip-line.ts'
import { callCarrier, openCaller } from './call-carrier.ts'

const openPractice = (options: Partial<PracticeOptions> = {}): Promise<Carrier> =>
  createCarrier({
    host: '127.0.0.1',
    port: 0,
    seed: 1,
    speed: 20,
    media,
    now: Date.now,
    t1Ms: 100,
    ...options,
  })

let media: MediaPool
let carrier: Carrier
let caller: SipLine

beforeAll(async () => {
  media = await createMediaPool({
    workerPath: new URL('../../../src-main/telephony/media/worker.ts', import.meta.url).pathname,
    workers: 1,
    ports: { from: 20_000, to: 29_999 },
    localHost: '127.0.0.1',
  })
  carrier = await openPractice()
  caller = await openCaller(carrier)
})
afterAll(async () => {
  await caller.close()
  await carrier.close()
  await media.close()
})

const entriesOf = (number: string) => carrier.ledger().filter(entry => entry.number === number)

/** The last word of the ledger comes a moment after the end of the call. */
const ledgerSays = (number: string, facts: Partial<LedgerEntry>): Promise<LedgerEntry> =>
  vi.waitFor(() => {
    const [entry] = entriesOf(number)
    expect(entry).toMatchObject({ endedAt: expect.any(Number), ...facts })
    return entry as LedgerEntry
  }, 5_000)

describe.concurrent('a practice person', () => {
  test('who hears nothing presses nothing and loses patience', async () => {
    const call = await callCarrier(caller, media, '+49301000010')
    const end = await call.ended
    await call.leg.close()
    expect(end).toMatchObject({ code: 200, by: 'them' })
    await ledgerSays('+49301000010', {
      pressed: '',
      heardMs: 0,
      endedBy: 'callee',
      byeConfirmed: true,
    })
  })

  test('who hears the caller presses a key after it has paused, not before', async () => {
    const call = await callCarrier(caller, media, '+49301000110')
    await call.answered
    const keys = () => call.events.filter(event => event.is === 'key')
    call.leg.playSamples(tone(900, 2_500))
    await vi.waitFor(() => expect(call.events.some(event => event.is === 'played')).toBe(true), {
      timeout: 5_000,
    })
    expect(keys()).toEqual([])
    await vi.waitFor(() => expect(keys()).toMatchObject([{ key: '1' }]), { timeout: 5_000 })
    call.hangUp()
    await call.ended
    const stats = await call.leg.close()
    const entry = await ledgerSays('+49301000110', { pressed: '1', endedBy: 'caller', byeConfirmed: true })
    expect(entry.heardMs).toBeGreaterThan(2_000)
    expect(entry.heardMs).toBeLessThan(3_000)
    expect(stats.heardMs).toBeGreaterThan(200)
  })

  test('who does not pick up is left in peace by a CANCEL', async () => {
    const call = await callCarrier(caller, media, '+49301000002', 1)
    expect(await call.ended).toMatchObject({ code: 487, by: 'timeout' })
    await call.leg.close()
    expect(call.codes).toContain(180)
    await ledgerSays('+49301000002', { endedBy: 'cancel', answeredAt: null })
  })

  test('gives each call of a number its own entry', async () => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const call = await callCarrier(caller, media, '+49301000001')
      expect(await call.ended).toMatchObject({ code: 486, q850: 17, by: 'them' })
      await call.leg.close()
    }
    expect(entriesOf('+49301000001')).toHaveLength(2)
  })

  test('is known by the number with its plus, however the trunk writes it', async () => {
    const call = await callCarrier(caller, media, '49301000304')
    await call.ended
    await call.leg.close()
    await ledgerSays('+49301000304', { code: 404 })
  })
})

test.concurrent('a machine greets, beeps and hangs up', async () => {
  const call = await callCarrier(caller, media, '+49301000006')
  expect(await call.ended).toMatchObject({ by: 'them', code: 200 })
  const { heardMs } = await call.leg.close()
  expect(heardMs).toBeGreaterThan(2_000)
  await ledgerSays('+49301000006', { act: 'voicemail', endedBy: 'callee', pressed: '' })
})

test.concurrent('a machine whose caller is gone without a BYE hangs up after 15 s', async () => {
  const patient = await openPractice({ speed: 1 })
  const line = await openCaller(patient)
  const call = await callCarrier(line, media, '+49301000006')
  await call.answered
  await call.leg.close()
  const goneAt = Date.now()
  await call.ended
  await vi.waitFor(() => expect(patient.ledger()).toMatchObject([{ endedBy: 'callee' }]))
  const [entry] = patient.ledger()
  expect((entry?.endedAt ?? 0) - goneAt).toBeGreaterThan(14_500)
  expect((entry?.endedAt ?? 0) - goneAt).toBeLessThan(20_000)
  await line.close()
  await patient.close()
})

test.concurrent('a carrier that asks for a password takes calls with it, and refuses those without', async () => {
  const strict = await openPractice({ credentials: { user: 'desk', password: 'secret' } })
  const [known, wrong] = await Promise.all([
    openCaller(strict, { user: 'desk', password: 'secret' }),
    openCaller(strict, { user: 'desk', password: 'guess' }),
  ])
  const call = await callCarrier(known, media, '+49301000001')
  expect(await call.ended).toMatchObject({ code: 486 })
  const refused = await callCarrier(wrong, media, '+49301000001')
  expect([401, 403, 407]).toContain((await refused.ended).code)
  expect(strict.ledger()).toHaveLength(1)
  await call.leg.close()
  await refused.leg.close()
  await Promise.all([known.close(), wrong.close()])
  await strict.close()
})

test.concurrent('a carrier that closes ends its running calls', async () => {
  const closing = await openPractice()
  const line = await openCaller(closing)
  const talking = await callCarrier(line, media, '+49301000110')
  const ringing = await callCarrier(line, media, '+49301000002')
  await talking.answered
  await closing.close()
  expect(await talking.ended).toMatchObject({ by: 'them', code: 200 })
  expect(await ringing.ended).toMatchObject({ by: 'them', code: 503 })
  expect(closing.ledger().map(entry => entry.endedBy)).toEqual(['callee', 'rejected'])
  await talking.leg.close()
  await ringing.leg.close()
  await line.close()
})
