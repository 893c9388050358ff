import { afterEach, expect, test } from 'vitest'
import { headerOf, type SipText } from '../../../src-main/telephony/sip/message/sip-text.ts'
import { writeAnswer } from '../../../src-main/telephony/sip/sdp.ts'
import { aLine, at, call, closeLines, offer, pause } from './lines.ts'
import { type ScriptedPeer, scriptedPeer } from './scripted-peer.ts'

let peer: ScriptedPeer
afterEach(async () => {
  await closeLines()
  await peer.close()
})

const sdp = String(writeAnswer(offer, { host: '127.0.0.1', port: 40_004, sessionId: 3 }))
const cseqOf = (message: SipText) => headerOf(message, 'cseq')
const uriOf = ({ start }: SipText) => (start.is === 'request' ? start.uri : '')
const invite = (cseq: number) =>
  peer.next(message => peer.is('INVITE')(message) && cseqOf(message) === `${cseq} INVITE`)

const callPeer = async (credentials?: { user: string; password: string }) => {
  peer = await scriptedPeer()
  const trunk = await aLine({ peer: at(peer), ...(credentials ? { credentials } : {}) })
  return { trunk, ...call(trunk) }
}
const moved = (request: SipText, user: string, port = peer.localPort) =>
  peer.respond(request, '302 Moved Temporarily', {
    tag: `moved${cseqOf(request)?.[0]}`,
    headers: [`Contact: <sip:${user}@127.0.0.1:${port}>`],
  })

test('a call that is sent on reaches the other user, and can be hung up there', async () => {
  const { answered, ended, prepared, seen } = await callPeer()
  const first = await invite(1)
  moved(first, '+4930777')
  const second = await invite(2)
  expect(uriOf(second)).toBe(`sip:+4930777@127.0.0.1:${peer.localPort}`)
  for (const same of ['call-id', 'from', 'to']) expect(headerOf(second, same)).toBe(headerOf(first, same))
  expect(headerOf(second, 'via')).not.toBe(headerOf(first, 'via'))
  peer.respond(second, '200 OK', { tag: 'them', headers: [peer.contact], body: sdp })
  await answered
  expect(seen.dialog?.cseq).toBe(2)
  prepared.hangUp()
  const bye = await peer.next(peer.is('BYE'))
  expect(cseqOf(bye)).toBe('3 BYE')
  peer.respond(bye, '200 OK')
  expect(await ended).toMatchObject({ code: 200, by: 'us', byeConfirmed: true })
  // One for each answer: the redirection and the call.
  expect(peer.requests('ACK').map(cseqOf)).toEqual(['1 ACK', '2 ACK'])
})

test('the third redirection in a row ends the call', async () => {
  const { ended } = await callPeer()
  for (const cseq of [1, 2, 3]) moved(await invite(cseq), `+493077${cseq}`)
  expect(await ended).toMatchObject({ code: 302, by: 'them' })
  expect(new Set(peer.requests('INVITE').map(cseqOf)).size).toBe(3)
})

test('a redirection to somebody else’s host is not followed', async () => {
  const { ended } = await callPeer()
  moved(await invite(1), '+4930777', 9)
  expect(await ended).toMatchObject({ code: 302, by: 'them' })
  expect(peer.requests('INVITE')).toHaveLength(1)
})

test('a call that is hung up after it was sent on is cancelled where it rings', async () => {
  const { ended, prepared, rang } = await callPeer()
  moved(await invite(1), '+4930777')
  const second = await invite(2)
  peer.respond(second, '180 Ringing', { tag: 'them', headers: [peer.contact] })
  await rang
  prepared.hangUp()
  const cancel = await peer.next(peer.is('CANCEL'))
  expect(headerOf(cancel, 'via')).toBe(headerOf(second, 'via'))
  peer.respond(cancel, '200 OK')
  peer.respond(second, '487 Request Terminated', { tag: 'them' })
  expect(await ended).toMatchObject({ code: 487, by: 'us' })
})

test('a call that is hung up while it is being sent on goes nowhere else', async () => {
  const { ended, prepared } = await callPeer()
  const first = await invite(1)
  peer.respond(first, '100 Trying')
  await pause(20)
  prepared.hangUp()
  peer.respond(await peer.next(peer.is('CANCEL')), '200 OK')
  moved(first, '+4930777')
  expect(await ended).toMatchObject({ code: 302 })
  await pause(50)
  expect(peer.requests('INVITE').map(cseqOf)).not.toContain('2 INVITE')
})

test('after a crash the INVITE that a redirection and two passwords made is still cancelled by the facts alone', async () => {
  const login = { user: 'anna', password: 'secret' }
  const { trunk, facts, rang } = await callPeer(login)
  const challenge = (request: SipText, nonce: string) =>
    peer.respond(request, '407 Proxy Authentication Required', {
      tag: nonce,
      headers: [`Proxy-Authenticate: Digest realm="r", nonce="${nonce}", algorithm=MD5`],
    })
  challenge(await invite(1), 'n1')
  moved(await invite(2), '+4930777')
  challenge(await invite(3), 'n2')
  const last = await invite(4)
  peer.respond(last, '180 Ringing', { tag: 'them', headers: [peer.contact] })
  await rang
  const ending = trunk.endOrphan(facts, null)
  const cancel = await peer.next(message => peer.is('CANCEL')(message) && cseqOf(message) === '4 CANCEL')
  expect(headerOf(cancel, 'via')).toBe(headerOf(last, 'via'))
  for (const request of peer.requests('CANCEL'))
    peer.respond(request, '481 Call Does Not Exist', { tag: 'x' })
  peer.onEach(message => {
    if (peer.is('CANCEL')(message)) peer.respond(message, '481 Call Does Not Exist', { tag: 'x' })
  })
  await ending
})
