import { expect, test } from 'vitest'
import { ladder } from '../../../src-renderer/features/call/ladder.ts'

const message = (first: string, ...rest: string[]) => [first, ...rest].join('\r\n')
const sdp = [
  '',
  'v=0',
  'm=audio 4000 RTP/AVP 8 101',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000',
]

test('each message is a rung with its name, its time from the first and what it carries', () => {
  const rungs = ladder([
    {
      at: 1_000,
      direction: 'sent',
      text: message('INVITE sip:49302312@carrier SIP/2.0', 'CSeq: 1 INVITE', ...sdp),
    },
    { at: 1_866, direction: 'received', text: message('SIP/2.0 180 Ringing', 'CSeq: 1 INVITE', '') },
    { at: 9_000, direction: 'received', text: message('BYE sip:us SIP/2.0', 'Reason: Q.850;cause=16', '') },
  ])
  expect(rungs.map(({ name, seconds, carries }) => [name, seconds, carries])).toEqual([
    ['INVITE', '0.000', 'SDP PCMA, telephone-event'],
    ['180 Ringing', '0.866', ''],
    ['BYE', '8.000', 'Q.850;cause=16'],
  ])
})

test('a message that is no SIP keeps its place and its text', () => {
  const [rung] = ladder([{ at: 0, direction: 'received', text: '\u0000garbage' }])
  expect(rung).toMatchObject({ seconds: '0.000', raw: '\u0000garbage' })
})
