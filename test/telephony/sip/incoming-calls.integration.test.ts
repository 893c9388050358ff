import { afterEach, beforeEach, expect, test } from 'vitest'
import { headerOf } from '../../../src-main/telephony/sip/message/sip-text.ts'
import type { IncomingInvite, SipLine } from '../../../src-main/telephony/sip/sip-line.ts'
import { aLine, answerTo, closeLines, offer, pause } from './lines.ts'
import { type ScriptedPeer, scriptedPeer } from './scripted-peer.ts'

let peer: ScriptedPeer
let carrier: SipLine
let invites: IncomingInvite[]
beforeEach(async () => {
  peer = await scriptedPeer()
  carrier = await aLine()
  invites = []
  carrier.onInvite(invite => invites.push(invite))
})
afterEach(async () => {
  await closeLines()
  await peer.close()
})

const send = (
  method: string,
  cseq: number,
  { branch = 'z9hG4bKone', to = '', callId = 'one' } = {},
): void => {
  const body = method === 'INVITE' ? offer : ''
  peer.send(
    [
      `${method} sip:+4930222@127.0.0.1:${carrier.localPort} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${peer.localPort};branch=${branch}`,
      'Max-Forwards: 70',
      'From: "Anna" <sip:+4930111@127.0.0.1>;tag=anna',
      `To: <sip:+4930222@127.0.0.1>${to}`,
      `Call-ID: ${callId}`,
      `CSeq: ${cseq} ${method}`,
      peer.contact,
      ...(body ? ['Content-Type: application/sdp'] : []),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
    carrier.localPort,
  )
}

const answer = (status: number, cseq: string) =>
  peer.next(
    ({ start, headers }) =>
      start.is === 'response' &&
      start.status === status &&
      headers.some(([name, value]) => name === 'cseq' && value === cseq),
  )
const count = (status: number): number =>
  peer.received.filter(({ start }) => start.is === 'response' && start.status === status).length
const invited = async (): Promise<IncomingInvite> => {
  send('INVITE', 1)
  await answer(100, '1 INVITE')
  return invites[0] as IncomingInvite
}

test('an INVITE that comes three times is one call, and each gets the last answer', async () => {
  const invite = await invited()
  invite.progress(180)
  send('INVITE', 1)
  send('INVITE', 1)
  await pause(50)
  expect(invites).toHaveLength(1)
  expect(count(180)).toBe(3)
})

test('an answer without its ACK is repeated, and in the end the call is hung up', async () => {
  const invite = await invited()
  let endedBy = ''
  invite.onEnded(by => {
    endedBy = by
  })
  const answered = invite.answer(answerTo(invite))
  const bye = await peer.next(peer.is('BYE'))
  expect(count(200)).toBeGreaterThan(5)
  peer.respond(bye, '200 OK')
  await expect(answered).rejects.toThrow('before its ACK')
  expect(endedBy).toBe('us')
})

test('a BYE waits for the ACK', async () => {
  const invite = await invited()
  void invite.answer(answerTo(invite))
  const ok = await answer(200, '1 INVITE')
  const confirmed = invite.bye()
  await pause(100)
  expect(peer.requests('BYE')).toHaveLength(0)
  send('ACK', 1, { branch: 'z9hG4bKack', to: `;${headerOf(ok, 'to')?.split(';')[1]}` })
  peer.respond(await peer.next(peer.is('BYE')), '200 OK')
  expect(await confirmed).toBe(true)
})

test('a CANCEL gets its 200 and the INVITE its 487; afterwards nothing can be said', async () => {
  const invite = await invited()
  let cancelled = 0
  invite.onCancelled(() => cancelled++)
  send('CANCEL', 1)
  await answer(200, '1 CANCEL')
  await answer(487, '1 INVITE')
  expect(cancelled).toBe(1)
  invite.progress(180)
  invite.reject(486)
  await expect(invite.answer('v=0')).rejects.toThrow()
  expect(await invite.bye()).toBe(false)
  await pause(50)
  expect(count(180) + count(486)).toBe(0)
})

test('a refusal is repeated until its ACK', async () => {
  const invite = await invited()
  invite.reject(480, 'Gone fishing', ['Reason: Q.850;cause=19'])
  const refusal = await answer(480, '1 INVITE')
  expect(refusal.start).toMatchObject({ reason: 'Gone fishing' })
  expect(headerOf(refusal, 'reason')).toBe('Q.850;cause=19')
  await pause(200)
  send('ACK', 1)
  await pause(50)
  const repeated = count(480)
  expect(repeated).toBeGreaterThan(1)
  await pause(500)
  expect(count(480)).toBe(repeated)
})

test('the same INVITE over a second way is refused with 482', async () => {
  await invited()
  send('INVITE', 1, { branch: 'z9hG4bKtwo' })
  await answer(482, '1 INVITE')
  expect(invites).toHaveLength(1)
})
