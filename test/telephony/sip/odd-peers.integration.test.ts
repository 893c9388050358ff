import { afterEach, describe, expect, test } from 'vitest'
import { headerOf } from '../../../src-main/telephony/sip/message/sip-text.ts'
import { writeAnswer } from '../../../src-main/telephony/sip/sdp.ts'
import { aLine, at, call, closeLines, offer, pause } from './lines.ts'
import { type ScriptedPeer, scriptedPeer } from './scripted-peer.ts'

let peer: ScriptedPeer
afterEach(async () => {
  await closeLines()
  await peer.close()
})

const sdp = String(writeAnswer(offer, { host: '127.0.0.1', port: 40_004, sessionId: 3 }))

const callPeer = async (invite: Parameters<typeof call>[1] = {}) => {
  peer = await scriptedPeer()
  const trunk = await aLine({ peer: at(peer) })
  const running = call(trunk, invite)
  const request = await peer.next(peer.is('INVITE'))
  return { trunk, request, ...running }
}

/** Answers the call and gives a request of the peer's within its dialog. */
const talking = async () => {
  const running = await callPeer()
  peer.respond(running.request, '200 OK', { tag: 'them', headers: [peer.contact], body: sdp })
  await peer.next(peer.is('ACK'))
  const { facts } = running
  const inDialog = (method: string, cseq: number, headers: string[] = [], body = ''): string =>
    [
      `${method} sip:trunkline@127.0.0.1:${facts.localPort} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${peer.localPort};branch=z9hG4bKpeer${method}${cseq}`,
      'Max-Forwards: 70',
      `From: ${facts.to};tag=them`,
      `To: ${facts.from}`,
      `Call-ID: ${facts.sipCallId}`,
      `CSeq: ${cseq} ${method}`,
      peer.contact,
      ...headers,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n')
  const answerOf = async (method: string, cseq: number) =>
    peer.next(
      ({ start, headers }) =>
        start.is === 'response' &&
        headers.some(([name, value]) => name === 'cseq' && value === `${cseq} ${method}`),
    )
  const statusOf = async (method: string, cseq: number): Promise<number> => {
    const { start } = await answerOf(method, cseq)
    return start.is === 'response' ? start.status : 0
  }
  return { ...running, inDialog, answerOf, statusOf }
}

describe('a peer that says nothing', () => {
  test('campaigns.md §10.3: with another peer the call is given up after 8 T1, and the trunk is down in plain words', async () => {
    const { trunk, ended } = await callPeer({ movesOn: true })
    const end = await ended
    expect(end).toMatchObject({ code: 0, by: 'silent', rang: false, heardFrom: false })
    expect(peer.requests('INVITE')).toHaveLength(4)
    expect(trunk.health()).toMatchObject({
      is: 'down',
      reason: `No answer from 127.0.0.1:${peer.localPort} within 0.4 s. Check address, port and firewall.`,
    })
  })

  test('campaigns.md §10.3: as the single one it is waited for over 64 T1, and down for others after 8', async () => {
    const { trunk, ended } = await callPeer()
    const down = new Promise<number>(resolve =>
      trunk.onHealth(({ is }) => is === 'down' && resolve(peer.requests('INVITE').length)),
    )
    expect(await down).toBe(4)
    expect(await ended).toMatchObject({ code: 0, by: 'silent', heardFrom: false })
    expect(peer.requests('INVITE')).toHaveLength(7)
    expect(peer.requests('CANCEL')).toHaveLength(0)
  })

  test('as the single one it may still answer late', async () => {
    const { trunk, request, answered } = await callPeer()
    await new Promise<void>(resolve => trunk.onHealth(({ is }) => is === 'down' && resolve()))
    peer.respond(request, '200 OK', { tag: 'late', headers: [peer.contact], body: sdp })
    await answered
    await peer.next(peer.is('ACK'))
  })

  test('and wakes up late is sent a CANCEL, or ACK and BYE', async () => {
    const { ended, request } = await callPeer({ movesOn: true })
    await ended
    peer.respond(request, '180 Ringing', { tag: 'late', headers: [peer.contact] })
    const cancel = await peer.next(peer.is('CANCEL'))
    expect(headerOf(cancel, 'via')).toBe(headerOf(request, 'via'))
    peer.respond(request, '200 OK', { tag: 'late', headers: [peer.contact], body: sdp })
    await peer.next(peer.is('ACK'))
    await peer.next(peer.is('BYE'))
  })

  test('is asked with OPTIONS until it is back', async () => {
    const { trunk, ended } = await callPeer()
    await ended
    peer.onEach(
      message => peer.is('OPTIONS')(message) && peer.respond(message, '405 Method Not Allowed', { tag: 'x' }),
    )
    await new Promise<void>(resolve => {
      trunk.onHealth(health => health.is === 'up' && resolve())
    })
  })
})

describe('provisional answers', () => {
  test('without To-tag and Contact count as ringing', async () => {
    const { request, rang, ended, seen } = await callPeer()
    peer.respond(request, '180 Ringing')
    await rang
    peer.respond(request, '486 Busy Here', { tag: 'x' })
    expect(await ended).toMatchObject({ code: 486, rang: true })
    expect(seen.codes).toEqual([180])
  })

  test('stop the repetition of the INVITE', async () => {
    const { request } = await callPeer()
    peer.respond(request, '100 Trying')
    await pause(500)
    expect(peer.requests('INVITE').length).toBeLessThanOrEqual(2)
  })

  test('followed by nothing end at the ring time, even when the CANCEL is not answered either', async () => {
    const { request, ended } = await callPeer({ ringSeconds: 0.1 })
    peer.respond(request, '180 Ringing', { tag: 'x', headers: [peer.contact] })
    expect(await ended).toMatchObject({ code: 0, by: 'timeout', rang: true })
    expect(peer.requests('CANCEL').length).toBeGreaterThan(3)
  })
})

describe('final answers', () => {
  test('sent again are acknowledged again, each with the same ACK', async () => {
    const { request, ended } = await callPeer()
    for (let times = 0; times < 3; times++) peer.respond(request, '486 Busy Here', { tag: 'x' })
    await ended
    await pause(50)
    const acks = peer.requests('ACK')
    expect(acks).toHaveLength(3)
    expect(new Set(acks.map(ack => JSON.stringify(ack))).size).toBe(1)
    expect(headerOf(acks[0] ?? request, 'via')).toBe(headerOf(request, 'via'))
  })

  test('without Contact and Content-Type are an answer all the same', async () => {
    const { request, answered, seen } = await callPeer()
    peer.send(
      [
        'SIP/2.0 200 OK',
        `Via: ${headerOf(request, 'via')}`,
        `From: ${headerOf(request, 'from')}`,
        `To: ${headerOf(request, 'to')};tag=them`,
        `Call-ID: ${headerOf(request, 'call-id')}`,
        'CSeq: 1 INVITE',
        '',
        sdp,
      ].join('\r\n'),
    )
    await answered
    await peer.next(peer.is('ACK'))
    expect(seen.sdp).toBe(sdp)
    expect(seen.dialog).toMatchObject({ remoteTarget: `sip:127.0.0.1:${peer.localPort}` })
  })

  test('of a second phone behind a forking proxy get ACK and BYE', async () => {
    const { request, seen } = await talking()
    peer.respond(request, '200 OK', { tag: 'other', headers: [peer.contact], body: sdp })
    const bye = await peer.next(peer.is('BYE'))
    expect(headerOf(bye, 'to')).toContain('tag=other')
    expect(peer.requests('ACK')).toHaveLength(2)
    expect(seen.told).toEqual(['answered'])
  })

  test('that cross our CANCEL get ACK and BYE', async () => {
    const { prepared, request, ended, seen } = await callPeer()
    peer.respond(request, '180 Ringing', { tag: 'x', headers: [peer.contact] })
    await peer.next(peer.is('INVITE'))
    await pause(50)
    prepared.hangUp()
    await peer.next(peer.is('CANCEL'))
    peer.respond(request, '200 OK', { tag: 'x', headers: [peer.contact], body: sdp })
    const bye = await peer.next(peer.is('BYE'))
    peer.respond(bye, '200 OK')
    expect(await ended).toMatchObject({ code: 200, by: 'us', byeConfirmed: true })
    expect(seen.told).toEqual(['180', 'ended'])
  })

  test('that ask for a password after we cancelled lead to a second CANCEL, not to a ringing phone', async () => {
    peer = await scriptedPeer()
    const trunk = await aLine({ peer: at(peer), credentials: { user: 'a', password: 'b' } })
    const { prepared, ended } = call(trunk)
    const first = await peer.next(peer.is('INVITE'))
    peer.respond(first, '100 Trying')
    await pause(30)
    prepared.hangUp()
    await peer.next(peer.is('CANCEL'))
    peer.respond(first, '401 Unauthorized', {
      tag: 'x',
      headers: ['WWW-Authenticate: Digest realm="r", nonce="n"'],
    })
    const second = await peer.next(message => headerOf(message, 'cseq') === '2 INVITE')
    peer.respond(second, '180 Ringing', { tag: 'y', headers: [peer.contact] })
    await peer.next(message => headerOf(message, 'cseq') === '2 CANCEL')
    peer.respond(second, '487 Request Terminated', { tag: 'y' })
    expect(await ended).toMatchObject({ code: 487, by: 'us' })
  })
})

describe('in the middle of a call', () => {
  test('keys come by INFO in both forms', async () => {
    const { inDialog, statusOf, seen } = await talking()
    peer.send(inDialog('INFO', 1, ['Content-Type: application/dtmf-relay'], 'Signal=5\r\nDuration=160\r\n'))
    peer.send(inDialog('INFO', 2, ['Content-Type: application/dtmf'], '#'))
    peer.send(inDialog('INFO', 3, ['Content-Type: text/plain'], 'hello'))
    expect(await Promise.all([1, 2, 3].map(cseq => statusOf('INFO', cseq)))).toEqual([200, 200, 200])
    expect(seen.keys).toEqual(['5', '#'])
  })

  test('hold is answered in kind, with a Contact', async () => {
    const { inDialog, answerOf } = await talking()
    const hold = sdp.replace('a=sendrecv', 'a=sendonly')
    peer.send(inDialog('INVITE', 7, ['Content-Type: application/sdp'], hold))
    const answer = await answerOf('INVITE', 7)
    expect(answer.start).toMatchObject({ status: 200 })
    expect(answer.body).toContain('a=recvonly')
    expect(headerOf(answer, 'contact')).toContain('sip:trunkline@')
  })

  test('a re-INVITE that cannot be read is refused and the call goes on', async () => {
    const { inDialog, statusOf, prepared, ended } = await talking()
    peer.send(inDialog('INVITE', 7, [], sdp))
    peer.send(inDialog('INVITE', 8).replace(peer.contact, 'X-Contact: none'))
    expect(await statusOf('INVITE', 7)).toBe(415)
    expect(await statusOf('INVITE', 8)).toBe(400)
    peer.onEach(message => peer.is('BYE')(message) && peer.respond(message, '200 OK'))
    prepared.hangUp()
    expect(await ended).toMatchObject({ byeConfirmed: true })
  })

  test('other media is refused and the call goes on', async () => {
    const { inDialog, statusOf, prepared, ended } = await talking()
    peer.send(
      inDialog('INVITE', 7, ['Content-Type: application/sdp'], sdp.replace('audio 40004', 'audio 50004')),
    )
    expect(await statusOf('INVITE', 7)).toBe(488)
    peer.onEach(message => peer.is('BYE')(message) && peer.respond(message, '200 OK'))
    prepared.hangUp()
    expect(await ended).toMatchObject({ byeConfirmed: true })
  })

  test('a refresh by UPDATE keeps its Session-Expires, one with media is refused', async () => {
    const { inDialog, answerOf, statusOf } = await talking()
    peer.send(inDialog('UPDATE', 3, ['Session-Expires: 1800;refresher=uac']))
    const answer = await answerOf('UPDATE', 3)
    expect(answer.start).toMatchObject({ status: 200 })
    expect(headerOf(answer, 'session-expires')).toBe('1800;refresher=uac')
    peer.send(inDialog('UPDATE', 4, ['Content-Type: application/sdp'], sdp))
    expect(await statusOf('UPDATE', 4)).toBe(488)
  })

  test('an unconfirmed BYE is told after 64 T1', async () => {
    const { prepared, ended } = await talking()
    prepared.hangUp()
    expect(await ended).toMatchObject({ code: 200, by: 'us', byeConfirmed: false })
    expect(peer.requests('BYE').length).toBeGreaterThan(5)
  })
})

describe('requests that belong to nothing', () => {
  test('get 481, OPTIONS gets 200, and the unknown 405', async () => {
    const { facts } = await callPeer()
    const send = (method: string, cseq: number, to = `${facts.from}x`) =>
      peer.send(
        `${method} sip:whoever@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:${peer.localPort};branch=z9hG4bKs${cseq}\r\n` +
          `From: <sip:a@b>;tag=1\r\nTo: ${to}\r\nCall-ID: stray\r\nCSeq: ${cseq} ${method}\r\nContent-Length: 0\r\n\r\n`,
      )
    const status = async (cseq: number): Promise<number> => {
      const { start } = await peer.next(
        message =>
          headerOf(message, 'cseq')?.startsWith(`${cseq} `) === true && message.start.is === 'response',
      )
      return start.is === 'response' ? start.status : 0
    }
    send('BYE', 11)
    send('UPDATE', 12)
    send('CANCEL', 13)
    send('OPTIONS', 14, '<sip:b@c>')
    send('PUBLISH', 15, '<sip:b@c>')
    send('REGISTER', 16, '<sip:b@c>')
    expect(await Promise.all([11, 12, 13, 14, 15, 16].map(status))).toEqual([481, 481, 481, 200, 405, 405])
  })

  test('from anybody but the peer are not looked at', async () => {
    const { facts } = await callPeer()
    const stranger = await scriptedPeer()
    stranger.send(
      `OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:${stranger.localPort};branch=z9hG4bKx\r\nFrom: <sip:a@b>;tag=1\r\n` +
        'To: <sip:c@d>\r\nCall-ID: x\r\nCSeq: 1 OPTIONS\r\n\r\n',
      facts.localPort,
    )
    await pause(100)
    expect(stranger.received).toEqual([])
    await stranger.close()
  })
})
