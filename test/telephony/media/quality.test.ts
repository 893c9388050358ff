import { expect, test } from 'vitest'
import { meanOpinionScore } from '../../../src-main/telephony/media/mos.ts'
import { readReports, writeReport } from '../../../src-main/telephony/media/rtcp-packet.ts'
import { createRtcpSession } from '../../../src-main/telephony/media/rtcp-session.ts'

test('a perfect G.711 line reaches the 4.4 of the E-model', () =>
  expect(meanOpinionScore({ delayMs: 0, loss: 0 })).toBeCloseTo(4.41, 1))

test('loss and delay only ever make it worse, within 1 to 4.5', () => {
  const scores = [0, 0.01, 0.05, 0.1, 0.5, 1].map(loss => meanOpinionScore({ delayMs: 100, loss }))
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(1)
  expect(meanOpinionScore({ delayMs: 400, loss: 0 })).toBeLessThan(
    meanOpinionScore({ delayMs: 100, loss: 0 }),
  )
})

test('two percent of loss on a line without concealment is heard by everybody', () =>
  expect(meanOpinionScore({ delayMs: 50, loss: 0.02 })).toBeLessThan(3.3))

const sent = { packets: 10, octets: 1600, timestamp: 99 }
const heard = (received: number, expected: number) => ({
  ssrc: 2,
  figures: { received, expected, highest: 70_000, jitterMs: 2.5 },
})

test('both ends of a line that takes 40 ms each way learn a round trip of 80 ms', () => {
  const here = createRtcpSession(1, 'a@localhost')
  const there = createRtcpSession(2, 'b@localhost')
  const noon = 1_795_262_400_000
  there.take(here.report(sent, null, noon), noon + 40)
  here.take(there.report(sent, { ...heard(10, 10), ssrc: 1 }, noon + 1040), noon + 1080)
  expect(here.roundTripMs()).toBeCloseTo(80, 0)
  expect(there.roundTripMs()).toBeNull()
})

test('each report tells the loss since the one before', () => {
  const session = createRtcpSession(1, 'a@localhost')
  const shares = [heard(90, 100), heard(190, 200), heard(215, 250)].map(
    figures => readReports(session.report(sent, figures, 0))[0]?.blocks[0],
  )
  expect(shares).toMatchObject([
    { fractionLost: expect.closeTo(0.1, 1), lost: 10 },
    { fractionLost: 0, lost: 10 },
    { fractionLost: 0.5, lost: 35, highest: 70_000, jitter: 20 },
  ])
})

test('who has sent nothing makes a receiver report', () =>
  expect(
    readReports(createRtcpSession(1, 'a').report({ ...sent, packets: 0 }, heard(1, 1), 0))[0]?.sender,
  ).toBeNull())

test('a report that is cut anywhere is left out without an error', () => {
  const block = { ssrc: 2, fractionLost: 0, lost: 0, highest: 0, jitter: 0, lastReport: 0, delaySinceLast: 0 }
  const whole = writeReport({ ssrc: 1, sender: null, blocks: [block] })
  expect(readReports(whole)).toHaveLength(1)
  for (let length = 0; length < whole.length; length++)
    expect(readReports(whole.subarray(0, length))).toEqual([])
})

test('a forged block count reads nothing that is not there', () => {
  const whole = writeReport({ ssrc: 1, sender: null, blocks: [] })
  whole[0] = 0x80 | 31
  expect(readReports(whole)).toEqual([])
})
