import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CallOutcome } from '../../src-main/engine/ports/dialer.ts'
import { createSipLine } from '../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer } from '../../src-main/telephony/sip/sdp.ts'
import type { IncomingInvite, SipLine } from '../../src-main/telephony/sip/sip-line.ts'
import {
  anOrder,
  aTrunk,
  type Exchange,
  openDialer,
  openExchange,
  openMedia,
  question,
  trunk,
} from './open-exchange.ts'

let exchange: Exchange
beforeAll(async () => {
  exchange = await openExchange()
})
afterAll(() => exchange.close())

const entryOf = (number: string) => exchange.carrier.ledger().find(entry => entry.number === number)
const takesPart = (n: number) => `+4930200${n}10`
const neverAnswers = '+493020000002'

describe.concurrent('a call', () => {
  test('that the supervisor ends while it rings is cancelled', async () => {
    const call = await exchange.place({ to: neverAnswers })
    await call.ringing
    call.prepared.hangUp('supervisor')
    expect(await call.ended).toMatchObject({ result: 'no_answer', hungUpBy: 'supervisor', mayHaveRung: true })
    await vi.waitFor(() => expect(entryOf(neverAnswers)?.endedBy).toBe('cancel'))
  })

  test('that the supervisor ends while the agent talks gets its BYE', async () => {
    const call = await exchange.place({ to: takesPart(1) })
    await call.answered
    call.prepared.hangUp('supervisor')
    call.prepared.hangUp('supervisor')
    expect(await call.ended).toMatchObject({ hungUpBy: 'supervisor', sipCode: 200 })
    expect(call.told).toEqual(['ringing', 'answered', 'ended'])
    await vi.waitFor(() =>
      expect(entryOf(takesPart(1))).toMatchObject({ endedBy: 'caller', byeConfirmed: true }),
    )
  })

  test('that was given up between its record and its INVITE is never sent', async () => {
    const prepared = await exchange.dialer.prepare(anOrder({ to: takesPart(2) }))
    if ('refused' in prepared) throw new Error(prepared.message)
    prepared.hangUp('supervisor')
    const { promise, resolve } = Promise.withResolvers<unknown>()
    prepared.send({ ringing: () => {}, answered: async () => {}, happened: () => {}, ended: resolve })
    expect(await promise).toMatchObject({ hungUpBy: 'supervisor', mayHaveRung: false, sipCode: 0 })
    expect(entryOf(takesPart(2))).toBeUndefined()
  })

  test('that is discarded is never sent', async () => {
    const prepared = await exchange.dialer.prepare(anOrder({ to: takesPart(3), record: true }))
    if ('refused' in prepared) throw new Error(prepared.message)
    prepared.discard()
    prepared.discard()
    expect(entryOf(takesPart(3))).toBeUndefined()
  })

  test('whose answer cannot be saved is ended at once, and no agent talks', async () => {
    const call = await exchange.place(
      { to: takesPart(4), record: true },
      { answered: () => Promise.reject(new Error('the disk is full')) },
    )
    expect(await call.ended).toMatchObject({
      result: 'failed',
      failure: 'other',
      sipReason: 'the disk is full',
      mayHaveRung: true,
      conversation: [],
    })
    await vi.waitFor(() =>
      expect(entryOf(takesPart(4))).toMatchObject({ endedBy: 'caller', byeConfirmed: true }),
    )
  })

  test('is ended by the agent when it lasts longer than the flow allows', async () => {
    const call = await exchange.place({ to: '+493020000009', flow: { ...question, maxCallSeconds: 1 } })
    expect(await call.ended).toMatchObject({ hungUpBy: 'agent', sipCode: 200 })
  })

  test('to something that is no number is refused before anything is sent', async () => {
    expect(await exchange.dialer.prepare(anOrder({ to: '030 1234' }))).toMatchObject({
      refused: 'bad_number',
    })
    expect(await exchange.dialer.prepare(anOrder({ callerId: 'me' }))).toMatchObject({
      refused: 'bad_number',
    })
  })
})

test('nobody learns of a call before ringing, and the trace shows the whole of it', async () => {
  const call = await exchange.place({ to: '+493020000101' })
  const { trace, sipCode } = await call.ended
  expect(sipCode).toBe(486)
  expect(trace[0]).toMatchObject({
    direction: 'sent',
    text: expect.stringMatching(/^INVITE sip:\+493020000101@/),
  })
  expect(
    trace.some(({ direction, text }) => direction === 'received' && text.startsWith('SIP/2.0 486')),
  ).toBe(true)
})

test('a changed trunk takes new calls on a new line, while the running one ends on the old one', async () => {
  const before = await exchange.place({ to: takesPart(5) })
  await before.answered
  const changed = aTrunk(exchange.carrier.port)
  await exchange.dialer.applyTrunk({
    ...changed,
    settings: { ...changed.settings, numberFormat: 'e164', fromDomain: 'pbx.example' },
  })
  const after = await exchange.place({ to: takesPart(6) })
  expect(after.prepared.facts.localPort).not.toBe(before.prepared.facts.localPort)
  expect(after.prepared.facts.requestUri).toContain(`sip:${takesPart(6).slice(1)}@`)
  expect(await before.ended).toMatchObject({ result: 'answered', hungUpBy: 'agent' })
  expect(await after.ended).toMatchObject({ result: 'answered', hungUpBy: 'agent' })
})

test('a trunk that only got another name keeps its line', async () => {
  const prepared = async () => {
    const call = await exchange.dialer.prepare(anOrder())
    if ('refused' in call) throw new Error(call.message)
    call.discard()
    return call.facts.localPort
  }
  await exchange.dialer.applyTrunk(aTrunk(exchange.carrier.port))
  const before = await prepared()
  await exchange.dialer.applyTrunk(aTrunk(exchange.carrier.port, { name: 'Other' }))
  expect(await prepared()).toBe(before)
})

test('a removed trunk is dialled no more', async () => {
  const other = await openExchange()
  await other.dialer.removeTrunk(trunk)
  expect(await other.dialer.prepare(anOrder())).toMatchObject({ refused: 'trunk_down' })
  await other.close()
})

test('a dialer that closes tells every running call its end, and nobody is left on the line', async () => {
  const other = await openExchange()
  const talking = await other.place({ to: takesPart(7) })
  const ringing = await other.place({ to: neverAnswers })
  await talking.answered
  await ringing.ringing
  await other.dialer.close()
  expect((await talking.ended).result).toBe('interrupted')
  expect((await ringing.ended).result).toBe('interrupted')
  await vi.waitFor(() =>
    expect(other.carrier.ledger().map(entry => entry.endedBy)).toEqual(['caller', 'cancel']),
  )
  await other.close()
})

test('with every port taken no call is prepared, and one can be again when a port is free', async () => {
  const media = await openMedia({ from: 41_000, to: 41_001 })
  const dialer = openDialer(media, exchange.dataDir)
  await dialer.applyTrunk(aTrunk(exchange.carrier.port))
  const first = await dialer.prepare(anOrder())
  expect(await dialer.prepare(anOrder())).toMatchObject({
    refused: 'no_media_port',
    message: expect.any(String),
  })
  if ('refused' in first) throw new Error(first.message)
  first.discard()
  await vi.waitFor(async () => {
    const again = await dialer.prepare(anOrder())
    expect(again).not.toHaveProperty('refused')
    if (!('refused' in again)) again.discard()
  })
  await dialer.close()
  await media.close()
})

describe('a callee of another make', () => {
  let callee: SipLine
  let dialer: ReturnType<typeof openDialer>
  let onInvite: (invite: IncomingInvite) => void

  beforeAll(async () => {
    callee = await createSipLine({
      localHost: '127.0.0.1',
      localPort: 0,
      peer: null,
      t1Ms: 100,
      userAgent: 'other',
    })
    callee.onInvite(invite => onInvite(invite))
    dialer = openDialer(exchange.media, exchange.dataDir)
    await dialer.applyTrunk(aTrunk(callee.localPort))
  })
  afterAll(async () => {
    await dialer.close()
    await callee.close()
  })

  const call = async (record = false) => {
    const prepared = await dialer.prepare(anOrder({ record }))
    if ('refused' in prepared) throw new Error(prepared.message)
    const { promise, resolve } = Promise.withResolvers<CallOutcome>()
    prepared.send({ ringing: () => {}, answered: async () => {}, happened: () => {}, ended: resolve })
    return promise
  }

  test.each([
    ['without audio', () => 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n'],
    [
      'with an unknown codec',
      () =>
        'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 96\r\na=rtpmap:96 opus/48000/2\r\n',
    ],
    ['with garbage', () => 'nothing of the kind'],
  ])('that answers %s: the call is ended as failed for its media', async (_, sdp) => {
    const { promise: left, resolve } = Promise.withResolvers<string>()
    onInvite = invite => {
      invite.onEnded(resolve)
      invite.answer(sdp()).catch(() => {})
    }
    expect(await call(true)).toMatchObject({
      result: 'failed',
      failure: 'media',
      mayHaveRung: true,
      sipCode: 200,
    })
    expect(await left).toBe('caller')
  })

  test('that hangs up at once: it was a person, and no conversation', async () => {
    onInvite = invite => {
      const sdp = writeAnswer(invite.offer, { host: '127.0.0.1', port: 9, sessionId: 1 })
      if (typeof sdp === 'string') void invite.answer(sdp).then(() => invite.bye(['Reason: Q.850;cause=16']))
    }
    expect(await call()).toMatchObject({ result: 'no_conversation', hungUpBy: 'person', q850: 16 })
  })

  test('that sends early media: it is noted, and the call goes on', async () => {
    onInvite = invite => {
      const sdp = writeAnswer(invite.offer, { host: '127.0.0.1', port: 9, sessionId: 1 })
      if (typeof sdp !== 'string') return
      invite.progress(183, sdp)
      setTimeout(() => invite.reject(486, 'Busy Here'), 100)
    }
    expect(await call()).toMatchObject({ result: 'busy', earlyMedia: true })
  })
})

test('a recording that holds nothing is not kept', async () => {
  const call = await exchange.place({ to: '+493020000201', record: true })
  expect((await call.ended).recording).toBeNull()
  expect(existsSync(join(exchange.dataDir, `recordings/${call.order.call}.wav`))).toBe(false)
})
