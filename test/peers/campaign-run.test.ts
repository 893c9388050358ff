import { afterEach, describe, expect, test } from 'vitest'
import { aList, aNumber, answerOf, aRun, expectWholeness } from '../hosts/cli/a-run.ts'
import { callsAsShown } from '../hosts/cli/calls-as-shown.ts'
import { trunkline } from '../hosts/start-trunkline.mjs'
import { tempDir } from '../hosts/temp-dir.ts'
import { missingPrograms } from './programs.ts'
import { type Sipp, type SippOptions, startSipp } from './start-sipp.ts'

const running: Sipp[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(peer => peer.stop()))
})

const refusing = (status: string): SippOptions => ({
  scenario: 'refuse',
  fill: { status, header: 'X-Nothing: here' },
})

/** Lets a campaign of one person run against this peer and gathers what everybody says about it. */
const campaignOfOne = async (behaviour: SippOptions) => {
  const peer = await startSipp(behaviour)
  running.push(peer)
  const data = tempDir()
  const said = await trunkline(...aRun({ data, contacts: aList(20), trunk: peer.port }, '--ring', '10'))
  const { byResult, byStatus, calls, end } = answerOf(said)
  const records = await expectWholeness(data)
  return {
    code: said.code,
    report: { byResult, byStatus, calls, end },
    records,
    shown: await callsAsShown(data),
  }
}

const completed = { is: 'completed' }
const oneCall = (call: object) => [{ to_number: aNumber(20), state: 'ended', failure: null, ...call }]

describe.skipIf(missingPrograms('sipp'))('campaign run against sipp', () => {
  test('each way a call can end stands in the report, in the database and on the screen', async () => {
    const [hungUp, busy, unknown, ringing, unavailable] = await Promise.all([
      campaignOfOne({ scenario: 'hang-up' }),
      campaignOfOne(refusing('486 Busy Here')),
      campaignOfOne(refusing('404 Not Found')),
      campaignOfOne({ scenario: 'ring' }),
      campaignOfOne(refusing('503 Service Unavailable')),
    ])

    expect(hungUp).toMatchObject({
      code: 0,
      report: { byResult: { no_conversation: 1 }, byStatus: { no_conversation: 1 }, end: completed },
      records: {
        calls: oneCall({
          result: 'no_conversation',
          sip_code: 200,
          hung_up_by: 'person',
          counts_as_attempt: 1,
        }),
        leads: [{ status: 'no_conversation', attempts: 1 }],
      },
      shown: [
        { result: 'no_conversation', sipCode: 200, hungUpBy: 'person', q850: 16, countsAsAttempt: true },
      ],
    })
    expect(busy).toMatchObject({
      code: 0,
      report: { byResult: { busy: 1 }, byStatus: { no_answer: 1 }, end: completed },
      records: {
        calls: oneCall({ result: 'busy', sip_code: 486, hung_up_by: null, counts_as_attempt: 1 }),
        leads: [{ status: 'no_answer', attempts: 1 }],
      },
      shown: [{ result: 'busy', sipCode: 486, sipReason: 'Busy Here', hungUpBy: null, talkMs: null }],
    })
    expect(unknown).toMatchObject({
      code: 0,
      report: { byResult: { invalid: 1 }, byStatus: { failed: 1 }, end: completed },
      records: {
        calls: oneCall({ result: 'invalid', sip_code: 404, counts_as_attempt: 1 }),
        leads: [{ status: 'failed', attempts: 1 }],
      },
      shown: [{ result: 'invalid', sipCode: 404, sipReason: 'Not Found' }],
    })
    expect(ringing).toMatchObject({
      code: 0,
      report: { byResult: { no_answer: 1 }, byStatus: { no_answer: 1 }, end: completed },
      records: {
        calls: oneCall({ result: 'no_answer', sip_code: 487, counts_as_attempt: 1 }),
        leads: [{ status: 'no_answer', attempts: 1 }],
      },
      shown: [{ result: 'no_answer', sipCode: 487, ringMs: expect.any(Number) }],
    })
    expect(ringing.shown[0]?.ringMs).toBeGreaterThan(8_000)

    // The trunk failed, not the contact: no attempt is used up, and the program does not wait a minute for the next.
    expect(unavailable).toMatchObject({
      code: 7,
      report: {
        byResult: { failed: 1 },
        byStatus: { retry: 1 },
        end: { is: 'waiting', why: expect.stringMatching(/^The trunk refused the last try; next one /) },
      },
      records: {
        campaigns: [{ state: 'paused' }],
        calls: oneCall({ result: 'failed', failure: 'trunk', sip_code: 503, counts_as_attempt: 0 }),
        leads: [{ status: 'retry', attempts: 0 }],
      },
      shown: [{ result: 'failed', failure: 'trunk', sipCode: 503, countsAsAttempt: false }],
    })

    for (const { shown } of [hungUp, busy, unknown, ringing, unavailable]) {
      expect(shown).toHaveLength(1)
      expect(shown[0]).toMatchObject({
        contact: { name: 'Person 20' },
        number: aNumber(20),
        callerId: aNumber(0),
        state: 'ended',
        attempt: 1,
      })
      expect(shown[0]?.trace[0]?.text).toMatch(/^INVITE sip:\+493023125020@127\.0\.0\.1/)
    }
  })
})
