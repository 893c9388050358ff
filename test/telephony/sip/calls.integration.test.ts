import { afterEach, describe, expect, test } from 'vitest'
import { aLine, answerTo, at, call, closeLines, nextInvite, pause } from './lines.ts'

afterEach(closeLines)

const pair = async () => {
  const carrier = await aLine()
  const trunk = await aLine({ peer: at(carrier) })
  return { carrier, trunk }
}

describe('a call that is answered', () => {
  test('rings, talks, and our BYE is confirmed', async () => {
    const { carrier, trunk } = await pair()
    const invited = nextInvite(carrier)
    const { prepared, facts, answered, ended, seen } = call(trunk, { fromName: 'Anna "the" Bot' })
    const invite = await invited
    expect(invite).toMatchObject({ sipCallId: facts.sipCallId, from: '+4930111', to: '+4930222' })
    invite.progress(180)
    await invite.answer(answerTo(invite))
    await answered
    expect(seen.sdp).toContain('m=audio 40002 RTP/AVP 8 101')
    const over = new Promise(resolve => invite.onEnded(resolve))
    prepared.hangUp()
    expect(await ended).toMatchObject({
      code: 200,
      by: 'us',
      rang: true,
      heardFrom: true,
      byeConfirmed: true,
    })
    expect(await over).toBe('caller')
    expect(seen.told).toEqual(['180', 'answered', 'ended'])
    expect(trunk.health()).toMatchObject({ is: 'up', registered: false })
  })

  test('ends when they hang up, with the cause that they give', async () => {
    const { carrier, trunk } = await pair()
    const invited = nextInvite(carrier)
    const { ended } = call(trunk)
    const invite = await invited
    await invite.answer(answerTo(invite))
    expect(await invite.bye(['Reason: Q.850;cause=31;text="Normal, unspecified"'])).toBe(true)
    expect(await ended).toMatchObject({ code: 200, by: 'them', q850: 31, rang: false, byeConfirmed: true })
  })

  test('is acknowledged only when its dialog is on disk', async () => {
    const { carrier, trunk } = await pair()
    const invited = nextInvite(carrier)
    const disk = Promise.withResolvers<void>()
    const { answered, seen } = call(trunk, {}, () => disk.promise)
    const invite = await invited
    let acknowledged = false
    const ack = invite.answer(answerTo(invite)).then(() => {
      acknowledged = true
    })
    await answered
    await pause(200)
    expect(acknowledged).toBe(false)
    expect(seen.dialog).toMatchObject({
      cseq: 1,
      remoteTarget: `sip:trunkline@127.0.0.1:${carrier.localPort}`,
    })
    disk.resolve()
    await ack
  })

  test('is ended at once when its dialog cannot be saved', async () => {
    const { carrier, trunk } = await pair()
    const invited = nextInvite(carrier)
    const { ended } = call(trunk, {}, () => Promise.reject(new Error('disk full')))
    const invite = await invited
    const over = new Promise(resolve => invite.onEnded(resolve))
    await invite.answer(answerTo(invite))
    expect(await over).toBe('caller')
    expect(await ended).toMatchObject({ code: 200, by: 'us', byeConfirmed: true })
  })

  test('is ended when the supervisor hung up while it was being saved', async () => {
    const { carrier, trunk } = await pair()
    const invited = nextInvite(carrier)
    const disk = Promise.withResolvers<void>()
    const { prepared, answered, ended } = call(trunk, {}, () => disk.promise)
    const invite = await invited
    void invite.answer(answerTo(invite))
    await answered
    prepared.hangUp()
    disk.resolve()
    expect(await ended).toMatchObject({ code: 200, by: 'us', byeConfirmed: true })
  })
})

describe('a call that is not answered', () => {
  test.each([
    [486, undefined, [], null],
    [404, 'No such number', ['Reason: Q.850;cause=1'], 1],
    [480, undefined, ['Reason: SIP;cause=480, Q.850;cause=18;text="none, really"'], 18],
    [603, 'Decline', [], null],
    [503, undefined, ['Retry-After: 10'], null],
  ] as const)('%i ends it with code, reason and cause', async (code, reason, headers, q850) => {
    const { carrier, trunk } = await pair()
    carrier.onInvite(invite => invite.reject(code, reason, headers))
    const end = await call(trunk).ended
    expect(end).toMatchObject({ code, q850, by: 'them', rang: false, heardFrom: true, byeConfirmed: false })
    if (reason) expect(end.reason).toBe(reason)
  })

  test('is cancelled when it has rung long enough', async () => {
    const { carrier, trunk } = await pair()
    const cancelled = new Promise<void>(resolve =>
      carrier.onInvite(invite => {
        invite.progress(180)
        invite.onCancelled(resolve)
      }),
    )
    const { ended, seen } = call(trunk, { ringSeconds: 0.2 })
    await cancelled
    expect(await ended).toMatchObject({ code: 487, by: 'timeout', rang: true })
    expect(seen.codes).toEqual([180])
  })

  test('is cancelled when the supervisor hangs up, even before any answer came', async () => {
    const { carrier, trunk } = await pair()
    const cancelled = new Promise<void>(resolve => carrier.onInvite(invite => invite.onCancelled(resolve)))
    const { prepared, ended } = call(trunk)
    prepared.hangUp()
    await cancelled
    expect(await ended).toMatchObject({ code: 487, by: 'us', rang: false, heardFrom: true })
  })

  test('shows early media', async () => {
    const { carrier, trunk } = await pair()
    carrier.onInvite(invite => {
      invite.progress(183, answerTo(invite))
      invite.reject(486)
    })
    const { ended, seen } = call(trunk)
    expect(await ended).toMatchObject({ code: 486, rang: true })
    expect(seen.codes).toEqual([183])
  })
})

test('hung up before it is sent, nothing leaves', async () => {
  const { carrier, trunk } = await pair()
  let invites = 0
  carrier.onInvite(() => invites++)
  const prepared = trunk.prepareInvite({
    sipCallId: 'only-prepared',
    to: '+4930222',
    from: '+4930111',
    ringSeconds: 5,
    offer: 'v=0',
  })
  prepared.hangUp()
  expect(prepared.facts).toMatchObject({
    sipCallId: 'only-prepared',
    requestUri: `sip:+4930222@127.0.0.1:${carrier.localPort}`,
    remotePort: carrier.localPort,
    localPort: trunk.localPort,
    cseq: 1,
  })
  expect(prepared.facts.from).toMatch(/^<sip:\+4930111@127\.0\.0\.1>;tag=[0-9a-f]{32}$/)
  const ended = new Promise(resolve =>
    prepared.send({ provisional() {}, async answered() {}, info() {}, ended: resolve }),
  )
  expect(await ended).toMatchObject({ code: 0, by: 'us', heardFrom: false, trace: [] })
  await pause(100)
  expect(invites).toBe(0)
})

test('without a handler a call is refused as busy', async () => {
  const { trunk } = await pair()
  expect(await call(trunk).ended).toMatchObject({ code: 486 })
})

test('closing a line ends its calls at both ends, each told once', async () => {
  const { carrier, trunk } = await pair()
  const invited = nextInvite(carrier)
  const { ended, answered, seen } = call(trunk)
  const invite = await invited
  void invite.answer(answerTo(invite))
  await answered
  const over = new Promise(resolve => invite.onEnded(resolve))
  await trunk.close()
  expect(await over).toBe('caller')
  expect(await ended).toMatchObject({ by: 'network' })
  expect(seen.told.filter(what => what === 'ended')).toHaveLength(1)
})

test('the trace shows the whole ladder with secrets blanked', async () => {
  const credentials = { user: 'anna', password: 'secret' }
  // With the usual T1 nothing is sent twice, however busy the machine is.
  const carrier = await aLine({ demand: { ...credentials, realm: 'practice' }, t1Ms: 500 })
  const trunk = await aLine({ peer: at(carrier), credentials, t1Ms: 500 })
  carrier.onInvite(invite => invite.reject(486))
  const { trace } = await call(trunk).ended
  const ladder = trace.map(
    ({ direction, text }) => `${direction} ${text.split('\r\n', 1)[0]?.replace(/ sip:.*/, '')}`,
  )
  expect(ladder).toEqual([
    'sent INVITE',
    'received SIP/2.0 407 Proxy Authentication Required',
    'sent ACK',
    'sent INVITE',
    'received SIP/2.0 100 Trying',
    'received SIP/2.0 486 Busy Here',
    'sent ACK',
  ])
  expect(trace[3]?.text).toContain('Proxy-Authorization: (blanked)')
  expect(JSON.stringify(trace)).not.toContain('response=')
})
