import { afterEach, describe, expect, test } from 'vitest'
import type { SipLine } from '../../src-main/telephony/sip/sip-line.ts'
import { aLine, answerTo, call, closeLines } from '../telephony/sip/lines.ts'
import { missingPrograms } from './programs.ts'
import { type Sipp, startSipp } from './start-sipp.ts'

const running: Sipp[] = []
const sipp = async (...args: Parameters<typeof startSipp>): Promise<Sipp> => {
  const started = await startSipp(...args)
  running.push(started)
  return started
}
const lineTo = (peer: Sipp): Promise<SipLine> =>
  aLine({ peer: { host: '127.0.0.1', port: peer.port }, t1Ms: 500 })

afterEach(async () => {
  await closeLines()
  await Promise.all(running.splice(0).map(started => started.stop()))
})

describe.skipIf(missingPrograms('sipp'))('our line calls sipp', () => {
  test('200 calls at 100 a second are answered and ended, and sipp has nothing to complain about', async () => {
    const peer = await sipp({ scenario: 'uas', args: ['-m', '200'] })
    const line = await lineTo(peer)
    const ends = []
    for (let number = 0; number < 200; number++) {
      const { prepared, answered, ended } = call(line, { ringSeconds: 20 })
      void answered.then(() => setTimeout(() => prepared.hangUp(), 100))
      ends.push(ended)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    const complete = (await Promise.all(ends)).filter(end => end.code === 200 && end.byeConfirmed && end.rang)
    expect(complete).toHaveLength(200)
    expect(await peer.exited).toBe(0)
    expect(peer.errors()).toBe('')
  })

  test.each([
    ['486 Busy Here', 'Reason: Q.850;cause=17', { code: 486, reason: 'Busy Here', q850: 17 }],
    ['404 Not Found', 'X-Nothing: here', { code: 404, reason: 'Not Found', q850: null }],
    ['503 Service Unavailable', 'Retry-After: 5', { code: 503, reason: 'Service Unavailable', q850: null }],
  ])('%s ends the call as it says', async (status, header, end) => {
    const peer = await sipp({ scenario: 'refuse', fill: { status, header }, args: ['-m', '1'] })
    expect(await call(await lineTo(peer)).ended).toMatchObject({ ...end, by: 'them', rang: false })
    expect(await peer.exited).toBe(0)
  })

  test('a call that only rings is cancelled', async () => {
    const peer = await sipp({ scenario: 'ring', args: ['-m', '1'] })
    expect(await call(await lineTo(peer), { ringSeconds: 0.5 }).ended).toMatchObject({
      code: 487,
      by: 'timeout',
      rang: true,
    })
    expect(await peer.exited).toBe(0)
  })

  test('their hanging up is told with its cause', async () => {
    const peer = await sipp({ scenario: 'hang-up', args: ['-m', '1'] })
    expect(await call(await lineTo(peer)).ended).toMatchObject({
      code: 200,
      by: 'them',
      q850: 16,
      byeConfirmed: true,
    })
    expect(await peer.exited).toBe(0)
  })

  test('a call that is sent on is answered by whom it was sent on to', async () => {
    const peer = await sipp({ scenario: 'redirect', args: ['-m', '1'] })
    expect(await call(await lineTo(peer)).ended).toMatchObject({ code: 200, by: 'them', byeConfirmed: true })
    expect(await peer.exited).toBe(0)
    expect(peer.errors()).toBe('')
  })

  // sipp forgets a finished call after 4 s, when the last of its answers may still be missing.
  test('with a tenth of its messages lost all calls but one at most are complete', async () => {
    const peer = await sipp({ scenario: 'uas', args: ['-m', '50', '-lost', '10'] })
    const line = await lineTo(peer)
    const ends = await Promise.all(
      Array.from({ length: 50 }, () => {
        const { prepared, answered, ended } = call(line, { ringSeconds: 30 })
        void answered.then(() => setTimeout(() => prepared.hangUp(), 100))
        return ended
      }),
    )
    expect(ends.filter(end => end.code === 200).length).toBeGreaterThanOrEqual(49)
    expect(ends.filter(end => end.byeConfirmed).length).toBeGreaterThanOrEqual(49)
  })
})

describe.skipIf(missingPrograms('sipp'))('sipp calls our line', () => {
  test('200 calls at 100 a second are answered and ended', async () => {
    const line = await aLine({ t1Ms: 500 })
    let over = 0
    line.onInvite(invite => {
      invite.progress(180)
      invite.onEnded(() => over++)
      invite.answer(answerTo(invite)).catch(() => {})
    })
    const target = `127.0.0.1:${line.localPort}`
    const caller = await sipp({ scenario: 'uac', args: [target, '-m', '200', '-r', '100', '-d', '100'] })
    expect(await caller.exited).toBe(0)
    expect(caller.errors()).toBe('')
    expect(over).toBe(200)
  })
})
