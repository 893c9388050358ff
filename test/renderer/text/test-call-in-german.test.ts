import { expect, test } from 'vitest'
import { endedBy } from '../../../src-main/dialer/test-call/ended-by.ts'
import { judgeTestCall, type TestCallFacts } from '../../../src-main/dialer/test-call/judge-test-call.ts'
import { refusalStep } from '../../../src-main/dialer/test-call/refusal-words.ts'
import type { MediaStats } from '../../../src-main/engine/ports/dialer.ts'
import type { SdpAudio } from '../../../src-main/telephony/sip/sdp.ts'
import { told } from '../../../src-renderer/text/de/told/told.ts'

const sound: SdpAudio = {
  is: 'audio',
  host: '192.0.2.1',
  port: 4000,
  codec: 'PCMA',
  telephoneEvent: 101,
  direction: 'sendrecv',
}
const media = (received: number): MediaStats => ({
  sent: 1_234,
  received,
  lost: 0,
  jitterMs: 1,
  roundTripMs: null,
  mos: null,
  pacingP99Ms: 1,
  heardMs: 0,
})
const key = { is: 'key_pressed', atMs: 1, key: '1' } as const
const end = { by: 'them', code: 200, reason: '', rang: true, heardFrom: true } as const
const outcome = { conversation: [], media: media(1_200), hungUpBy: 'agent' } as const

const answered = (change: Partial<TestCallFacts['outcome']> = {}, answer: Partial<SdpAudio> = {}) =>
  judgeTestCall({
    end,
    answer: { afterMs: 4_200, sound: { ...sound, ...answer } },
    outcome: { ...outcome, ...change },
    ender: 'You hung up',
    ringSeconds: 30,
    rtpPort: 20_002,
  })
const silence = (change: Partial<NonNullable<TestCallFacts['end']>> | null) =>
  judgeTestCall({
    end: change && { ...end, code: 0, ...change },
    answer: null,
    outcome,
    ender: 'You hung up',
    ringSeconds: 30,
    rtpPort: 20_002,
  })

const answers = [
  ...[401, 403, 404, 408, 410, 415, 433, 480, 484, 486, 488],
  ...[500, 502, 503, 504, 580, 600, 603, 604, 606, 607, 608],
]
const enders = [...(['you', 'left', 'stopped', 'closed'] as const), null]
const ended = enders.map(
  reason => `${endedBy({ aborted: reason !== null, reason })} before anybody answered.`,
)
const steps = [
  ...answered(),
  ...answered({ conversation: [key] }),
  ...answered({ conversation: [key], media: media(0) }),
  ...answered({ media: media(0) }),
  ...answered({ media: null }),
  ...answered({ hungUpBy: 'person' }),
  ...answered({ hungUpBy: 'supervisor' }),
  ...answered({}, { codec: 'PCMU', telephoneEvent: null }),
  ...silence(null),
  ...silence({ by: 'us' }),
  ...silence({ by: 'unreachable' }),
  ...silence({ by: 'network' }),
  ...silence({ by: 'silent', heardFrom: false }),
  ...silence({ by: 'timeout' }),
  ...silence({ by: 'timeout', rang: false }),
  ...answers.flatMap(code => [true, false].map(rang => refusalStep(code, 'Reason', rang))),
]

const further = [
  ...ended,
  'You hung up before the call left.',
  'The program ended during the call, and the next start hung it up.',
  'Nothing listens on UDP port 5060 of pbx.example: check the port there, and that it speaks SIP over UDP.',
]

test.each([...new Set([...steps.map(({ text }) => text), ...further])])(
  'desktop.md 2: a test call is told in German: %s',
  text => {
    expect(told(text)).not.toBe(text)
    expect(told(text)).not.toMatch(/\b(the|call|sound|trunk says|packets|and)\b/)
  },
)

test('telephony.md 3: of an answered call without packets from there, one-way audio is told, also where a key came', () => {
  const texts = [answered({ media: media(0) }), answered({ conversation: [key], media: media(0) })]
  for (const judged of texts) expect(judged.at(-1)).toMatchObject({ layer: 'sound', ok: false })
  expect(texts.map(judged => judged.at(-1)?.text)).toEqual([
    expect.stringMatching(/^No sound comes back \(1,234 packets out, 0 in\).*20002/),
    expect.stringMatching(/^They hear us, but no sound comes back/),
  ])
})
