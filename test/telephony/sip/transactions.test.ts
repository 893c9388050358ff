import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inviteBranch } from '../../../src-main/telephony/sip/message/branch.ts'
import { headOf, type SipHead } from '../../../src-main/telephony/sip/message/sip-head.ts'
import { readSipText } from '../../../src-main/telephony/sip/message/sip-text.ts'
import { createReliability } from '../../../src-main/telephony/sip/reliability/reliability.ts'
import { sipTimers } from '../../../src-main/telephony/sip/reliability/timers.ts'

const peer = { host: '127.0.0.1', port: 5060 }

const text = (first: string, cseq: string, branch: string, toTag = ''): string =>
  `${first}\r\nVia: SIP/2.0/UDP 127.0.0.1:5070;branch=${branch}\r\nFrom: <sip:a@b>;tag=f\r\n` +
  `To: <sip:c@d>${toTag && `;tag=${toTag}`}\r\nCall-ID: id\r\nCSeq: ${cseq}\r\nContent-Length: 0\r\n\r\n`
const head = (raw: string): SipHead => {
  const message = readSipText(raw)
  const read = message && headOf(message)
  if (!read) throw new Error(`unreadable: ${raw}`)
  return read
}

const invite = text('INVITE sip:c@d SIP/2.0', '1 INVITE', inviteBranch('id', 1))
const bye = text('BYE sip:c@d SIP/2.0', '2 BYE', 'z9hG4bKbye', 't')
const response = (status: string, cseq = '1 INVITE', branch = inviteBranch('id', 1), tag = 't'): string =>
  text(`SIP/2.0 ${status}`, cseq, branch, tag)

const layer = () => {
  const sent: { readonly at: number; readonly first: string }[] = []
  const expired: string[] = []
  const unacknowledged: string[] = []
  const begun = Date.now()
  const reliability = createReliability({
    timers: sipTimers(500),
    send: raw =>
      sent.push({ at: Date.now() - begun, first: raw.split(' sip:', 1)[0]?.split('\r\n', 1)[0] ?? '' }),
    destination: () => peer,
    expired: ({ method }) => expired.push(method),
    ackMissing: ({ callId }) => unacknowledged.push(callId),
  })
  const times = (first: string): readonly number[] =>
    sent.filter(message => message.first === first).map(({ at }) => at)
  return { reliability, sent, expired, unacknowledged, times }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('our requests (RFC 3261 section 17.1)', () => {
  test('an INVITE is sent after 0, 0.5, 1.5, 3.5 … s and given up after 32 s (timers A and B)', () => {
    const { reliability, times, expired } = layer()
    reliability.send(invite)
    vi.advanceTimersByTime(40_000)
    expect(times('INVITE')).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500, 31_500])
    expect(expired).toEqual(['INVITE'])
    expect(reliability.openTransactions()).toBe(0)
  })

  test('a BYE is sent at most 4 s apart (timers E and F), a 100 changes nothing', () => {
    const { reliability, times, expired } = layer()
    reliability.send(bye)
    vi.advanceTimersByTime(600)
    expect(reliability.onResponse(head(response('100 Trying', '2 BYE', 'z9hG4bKbye')))).toBe('new')
    vi.advanceTimersByTime(40_000)
    expect(times('BYE')).toEqual([
      0, 500, 1_500, 3_500, 7_500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500,
    ])
    expect(expired).toEqual(['BYE'])
  })

  test('a ringing INVITE is not sent again, and waits as long as it rings', () => {
    const { reliability, times, expired } = layer()
    reliability.send(invite)
    reliability.onResponse(head(response('180 Ringing')))
    vi.advanceTimersByTime(120_000)
    expect(times('INVITE')).toEqual([0])
    expect(expired).toEqual([])
  })

  test.each(['486 Busy', '200 OK'])(
    'a %s that comes again gets its ACK again and is told once (timers D and M)',
    status => {
      const { reliability, times } = layer()
      reliability.send(invite)
      expect(reliability.onResponse(head(response(status)))).toBe('new')
      expect(reliability.onResponse(head(response(status)))).toBe('absorbed')
      expect(times('ACK')).toEqual([])
      reliability.send(
        text('ACK sip:c@d SIP/2.0', '1 ACK', status[0] === '2' ? 'z9hG4bKack' : inviteBranch('id', 1), 't'),
      )
      vi.advanceTimersByTime(20_000)
      expect(reliability.onResponse(head(response(status)))).toBe('absorbed')
      expect(times('ACK')).toEqual([0, 20_000])
      vi.advanceTimersByTime(20_000)
      expect(reliability.openTransactions()).toBe(0)
      expect(reliability.onResponse(head(response(status)))).toBe('stray')
    },
  )

  test('a 2xx of another phone is new', () => {
    const { reliability } = layer()
    reliability.send(invite)
    reliability.onResponse(head(response('200 OK')))
    reliability.send(text('ACK sip:c@d SIP/2.0', '1 ACK', 'z9hG4bKack', 't'))
    expect(reliability.onResponse(head(response('200 OK', '1 INVITE', inviteBranch('id', 1), 'other')))).toBe(
      'new',
    )
  })

  test('an answer to nothing is stray', () => {
    const { reliability } = layer()
    expect(reliability.onResponse(head(response('200 OK')))).toBe('stray')
  })
})

describe('their requests (RFC 3261 section 17.2)', () => {
  test('a request that comes again gets the last answer again and is told once (timer J)', () => {
    const { reliability, sent } = layer()
    expect(reliability.onRequest(head(bye), peer)).toBe('new')
    expect(reliability.onRequest(head(bye), peer)).toBe('absorbed')
    expect(sent).toEqual([])
    reliability.send(response('200 OK', '2 BYE', 'z9hG4bKbye'))
    expect(reliability.onRequest(head(bye), peer)).toBe('absorbed')
    expect(sent).toHaveLength(2)
    vi.advanceTimersByTime(33_000)
    expect(reliability.openTransactions()).toBe(0)
  })

  test('a refusal is sent until its ACK comes (timer G)', () => {
    const { reliability, times } = layer()
    reliability.onRequest(head(invite), peer)
    reliability.send(response('486 Busy'))
    vi.advanceTimersByTime(4_000)
    expect(
      reliability.onRequest(head(text('ACK sip:c@d SIP/2.0', '1 ACK', inviteBranch('id', 1), 't')), peer),
    ).toBe('new')
    vi.advanceTimersByTime(10_000)
    expect(times('SIP/2.0 486 Busy')).toEqual([0, 500, 1_500, 3_500])
  })

  test('a 200 is sent until an ACK with a branch of its own comes, and then not again (13.3.1.4)', () => {
    const { reliability, times } = layer()
    reliability.onRequest(head(invite), peer)
    reliability.send(response('200 OK'))
    vi.advanceTimersByTime(6_000)
    const ack = head(text('ACK sip:c@d SIP/2.0', '1 ACK', 'z9hG4bKelse', 't'))
    expect(reliability.onRequest(ack, peer)).toBe('new')
    expect(reliability.onRequest(ack, peer)).toBe('absorbed')
    vi.advanceTimersByTime(10_000)
    expect(times('SIP/2.0 200 OK')).toEqual([0, 500, 1_500, 3_500])
  })

  test('a 200 that is never acknowledged is told after 32 s (timer H)', () => {
    const { reliability, unacknowledged, times } = layer()
    reliability.onRequest(head(invite), peer)
    reliability.send(response('200 OK'))
    vi.advanceTimersByTime(40_000)
    expect(times('SIP/2.0 200 OK')).toHaveLength(11)
    expect(unacknowledged).toEqual(['id'])
    expect(reliability.openTransactions()).toBe(0)
  })

  test('an ACK to nothing is absorbed', () => {
    const { reliability } = layer()
    expect(reliability.onRequest(head(text('ACK sip:c@d SIP/2.0', '1 ACK', 'z9hG4bKx', 't')), peer)).toBe(
      'absorbed',
    )
  })
})

test('a closed layer keeps no timer', () => {
  const { reliability } = layer()
  reliability.send(invite)
  reliability.send(bye)
  reliability.onRequest(head(text('INFO sip:c@d SIP/2.0', '9 INFO', 'z9hG4bKi', 't')), peer)
  reliability.close()
  expect(vi.getTimerCount()).toBe(0)
})
