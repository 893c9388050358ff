import { afterEach, describe, expect, test } from 'vitest'
import { headerOf, type SipText } from '../../../src-main/telephony/sip/message/sip-text.ts'
import type { LineHealth, SipLine } from '../../../src-main/telephony/sip/sip-line.ts'
import { aLine, answerTo, at, call, closeLines } from './lines.ts'
import { type ScriptedPeer, scriptedPeer } from './scripted-peer.ts'

const peers: ScriptedPeer[] = []
afterEach(async () => {
  await closeLines()
  await Promise.all(peers.splice(0).map(peer => peer.close()))
})

const credentials = { user: 'anna', password: 'secret' }
const demand = { ...credentials, realm: 'practice' }

const healthOf = (line: SipLine, is: LineHealth['is']): Promise<LineHealth> =>
  new Promise(resolve => {
    if (line.health().is === is) resolve(line.health())
    line.onHealth(health => health.is === is && resolve(health))
  })

describe('a trunk that asks for a password', () => {
  test('gets it, and the call goes through', async () => {
    const carrier = await aLine({ demand })
    const trunk = await aLine({ peer: at(carrier), credentials })
    carrier.onInvite(invite => void invite.answer(answerTo(invite)))
    const { prepared, answered, ended, seen } = call(trunk)
    await answered
    expect(seen.dialog).toMatchObject({ cseq: 2 })
    prepared.hangUp()
    expect(await ended).toMatchObject({ code: 200, byeConfirmed: true })
  })

  test.each([
    ['a wrong password', { user: 'anna', password: 'wrong' }],
    ['a wrong user', { user: 'bert', password: 'secret' }],
  ])('ends the call with 407 for %s, after one try', async (_what, wrong) => {
    const carrier = await aLine({ demand })
    const trunk = await aLine({ peer: at(carrier), credentials: wrong })
    const end = await call(trunk).ended
    expect(end).toMatchObject({ code: 407, by: 'them', rang: false })
    const branches = end.trace
      .filter(({ text }) => text.startsWith('INVITE'))
      .map(({ text }) => /branch=(\w+)/.exec(text)?.[1])
    expect(new Set(branches).size).toBe(2)
  })

  test('ends the call with 407 where we have no password', async () => {
    const carrier = await aLine({ demand })
    const trunk = await aLine({ peer: at(carrier) })
    expect(await call(trunk).ended).toMatchObject({ code: 407 })
  })

  test('is answered by the strongest of its challenges, whatever their order and whatever else it offers', async () => {
    const peer = await scriptedPeer()
    peers.push(peer)
    const trunk = await aLine({ peer: at(peer), credentials })
    const { ended } = call(trunk)
    const answered: SipText[] = []
    peer.onEach(message => {
      if (!peer.is('INVITE')(message)) return
      if (headerOf(message, 'authorization')) answered.push(message)
      peer.respond(message, answered.length ? '403 Forbidden' : '401 Unauthorized', {
        tag: 'x',
        headers: [
          'WWW-Authenticate: Digest realm="r", nonce="n2", algorithm=SHA-256, qop="auth", Digest realm="r", nonce="n1", qop="auth"',
          'WWW-Authenticate: Basic realm="r"',
          'WWW-Authenticate: Digest realm="r", nonce="n3", algorithm=MD5, qop="auth,auth-int", domain="sip:x y"',
        ],
      })
    })
    peer.respond(await peer.next(peer.is('INVITE')), '100 Trying')
    expect(await ended).toMatchObject({ code: 403, by: 'them' })
    expect(headerOf(answered[0] as SipText, 'authorization')).toMatch(/nonce="n2".*algorithm=SHA-256/)
  })
})

describe('registration', () => {
  test('is made, and the trunk is up', async () => {
    const carrier = await aLine({ demand })
    const trunk = await aLine({ peer: at(carrier), credentials, register: { expiresSeconds: 60 } })
    expect(await healthOf(trunk, 'up')).toMatchObject({ registered: true })
  })

  test('with a wrong password is told in plain words and not tried again at once', async () => {
    const carrier = await aLine({ demand })
    const wrong = { user: 'anna', password: 'wrong' }
    const trunk = await aLine({ peer: at(carrier), credentials: wrong, register: { expiresSeconds: 60 } })
    const health = await healthOf(trunk, 'down')
    expect(health).toMatchObject({ reason: 'The trunk refused the password (401). Check user and password.' })
    expect(health.is === 'down' && (health.retryAt ?? 0) - health.since).toBeGreaterThan(5_000)
  })

  test('is renewed before it ends, with the time that the registrar grants or asks for', async () => {
    const peer = await scriptedPeer()
    peers.push(peer)
    const seen: SipText[] = []
    const thrice = new Promise<void>(resolve =>
      peer.onEach(message => {
        if (!peer.is('REGISTER')(message)) return
        seen.push(message)
        if (seen.length === 1)
          peer.respond(message, '423 Interval Too Brief', { tag: 'x', headers: ['Min-Expires: 90'] })
        else
          peer.respond(message, '200 OK', {
            tag: 'x',
            headers: [`Contact: ${headerOf(message, 'contact')};expires=1`],
          })
        if (seen.length === 3) resolve()
      }),
    )
    await aLine({ peer: at(peer), credentials, register: { expiresSeconds: 60 } })
    await thrice
    expect(seen.map(message => headerOf(message, 'expires'))).toEqual(['60', '90', '90'])
    const cseqs = seen.map(message => Number.parseInt(headerOf(message, 'cseq') ?? '', 10))
    expect(cseqs).toEqual(cseqs.toSorted((a, b) => a - b))
    expect(new Set(seen.map(message => headerOf(message, 'call-id'))).size).toBe(1)
  })

  test('is taken back when the line is closed', async () => {
    const peer = await scriptedPeer()
    peers.push(peer)
    peer.onEach(message => peer.is('REGISTER')(message) && peer.respond(message, '200 OK', { tag: 'x' }))
    const trunk = await aLine({ peer: at(peer), credentials, register: { expiresSeconds: 60 } })
    await healthOf(trunk, 'up')
    await trunk.close()
    expect(peer.requests('REGISTER').map(message => headerOf(message, 'expires'))).toEqual(['60', '0'])
  })

  test('of a silent trunk is down after 8 T1 and tried again', async () => {
    const peer = await scriptedPeer()
    peers.push(peer)
    const trunk = await aLine({ peer: at(peer), credentials, register: { expiresSeconds: 60 } })
    expect(await healthOf(trunk, 'down')).toMatchObject({ reason: expect.stringContaining('within 0.4 s') })
    peer.onEach(message => peer.is('REGISTER')(message) && peer.respond(message, '200 OK', { tag: 'x' }))
    expect(await healthOf(trunk, 'up')).toMatchObject({ registered: true })
  })
})

describe('a ping', () => {
  test('tells code and round trip, or what failed', async () => {
    const carrier = await aLine()
    expect(await (await aLine({ peer: at(carrier) })).ping()).toMatchObject({ ok: true, code: 200 })
    const peer = await scriptedPeer()
    peers.push(peer)
    expect(await (await aLine({ peer: at(peer) })).ping()).toMatchObject({
      ok: false,
      reason: expect.stringContaining('No answer'),
    })
  })

  test('every so often keeps the health known', async () => {
    const carrier = await aLine()
    const trunk = await aLine({ peer: at(carrier), optionsSeconds: 0.2 })
    await healthOf(trunk, 'up')
    await carrier.close()
    await healthOf(trunk, 'down')
    await aLine({ localPort: carrier.localPort })
    expect(await healthOf(trunk, 'up')).toMatchObject({ registered: false })
  })
})
