import { describe, expect, test } from 'vitest'
import { answerAgain } from '../../../src-main/telephony/sip/call/answer-again.ts'
import { readSdp, type SdpAudio, writeAnswer, writeOffer } from '../../../src-main/telephony/sip/sdp.ts'

const here = { host: '192.0.2.1', port: 40_000, sessionId: 7 }
const offer = writeOffer(here)

const theirs = (media: readonly string[], session: readonly string[] = ['c=IN IP4 198.51.100.9']): string =>
  ['v=0', 'o=x 1 1 IN IP4 198.51.100.9', 's=-', ...session, 't=0 0', ...media, ''].join('\r\n')
const plain = ['m=audio 5004 RTP/AVP 0 8 96', 'a=rtpmap:96 telephone-event/8000']
const audio = (changed: Partial<SdpAudio> = {}): SdpAudio => ({
  is: 'audio',
  host: '198.51.100.9',
  port: 5004,
  codec: 'PCMU',
  telephoneEvent: 96,
  direction: 'sendrecv',
  ...changed,
})

test('our offer names A-law, µ-law and keys at 20 ms', () => {
  expect(offer).toBe(
    'v=0\r\no=- 7 7 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n' +
      'm=audio 40000 RTP/AVP 8 0 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:0 PCMU/8000\r\n' +
      'a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=sendrecv\r\n',
  )
  expect(readSdp(offer)).toEqual(
    audio({ host: '192.0.2.1', port: 40_000, codec: 'PCMA', telephoneEvent: 101 }),
  )
})

describe('what they say', () => {
  test.each<[string, string, Partial<SdpAudio>]>([
    ['their first codec that we know counts', theirs(plain), {}],
    [
      'unknown codecs before it do not matter',
      theirs(['m=audio 5004 RTP/AVP 9 18 8']),
      { codec: 'PCMA', telephoneEvent: null },
    ],
    [
      'the address of the medium wins over that of the session',
      theirs([...plain, 'c=IN IP4 203.0.113.5']),
      { host: '203.0.113.5' },
    ],
    ['the session may have none', theirs([...plain, 'c=IN IP4 203.0.113.5'], []), { host: '203.0.113.5' }],
    ['IPv6', theirs(plain, ['c=IN IP6 2001:db8::9']), { host: '2001:db8::9' }],
    ['bare line feeds', theirs(plain).replaceAll('\r\n', '\n'), {}],
    ['hold', theirs([...plain, 'a=sendonly']), { direction: 'sendonly' }],
    [
      'hold for the whole session',
      theirs(plain, ['c=IN IP4 198.51.100.9', 'a=inactive']),
      { direction: 'inactive' },
    ],
    ['hold of old phones', theirs(plain, ['c=IN IP4 0.0.0.0']), { host: '0.0.0.0', direction: 'inactive' }],
    [
      'a telephone-event that the m-line does not list is not there',
      theirs(['m=audio 5004 RTP/AVP 0', 'a=rtpmap:96 telephone-event/8000']),
      { telephoneEvent: null },
    ],
    [
      'a telephone-event of another clock is not ours',
      theirs(['m=audio 5004 RTP/AVP 0 97', 'a=rtpmap:97 telephone-event/48000']),
      { telephoneEvent: null },
    ],
    ['video before it', theirs(['m=video 6000 RTP/AVP 31', ...plain]), {}],
    ['encrypted audio beside it', theirs(['m=audio 6000 RTP/SAVP 8', ...plain]), {}],
    ['switched-off audio beside it', theirs(['m=audio 0 RTP/AVP 8', ...plain]), {}],
  ])('%s', (_what, sdp, changed) => expect(readSdp(sdp)).toEqual(audio(changed)))

  test.each([
    ['nothing', '', 'not_sdp'],
    ['something else', 'Signal=5', 'not_sdp'],
    ['no audio', theirs(['m=video 6000 RTP/AVP 31']), 'no_audio'],
    ['a torn m-line', theirs(['m=audio x RTP/AVP 8']), 'no_audio'],
    ['a port that is none', theirs(['m=audio 70000 RTP/AVP 8']), 'no_audio'],
    ['port 0', theirs(['m=audio 0 RTP/AVP 8']), 'port_zero'],
    ['only encrypted audio', theirs(['m=audio 5004 RTP/SAVP 8']), 'not_plain_rtp'],
    ['unknown codecs', theirs(['m=audio 5004 RTP/AVP 9 18', 'a=rtpmap:18 G729/8000']), 'no_common_codec'],
    ['no address', theirs(plain, []), 'no_address'],
  ])('%s is a reason, in words', (_what, sdp, why) =>
    expect(readSdp(sdp)).toEqual({ is: 'refused', why, message: expect.stringMatching(/^The .*\.$/) }),
  )
})

describe('our answer', () => {
  test('takes their first codec, their number for keys, and declines everything else', () => {
    const answer = String(writeAnswer(theirs(['m=video 6000 RTP/AVP 31', ...plain]), here))
    expect(answer).toContain('m=video 0 RTP/AVP 31\r\nm=audio 40000 RTP/AVP 0 96\r\n')
    expect(readSdp(answer)).toEqual(audio({ host: here.host, port: here.port }))
  })

  test.each([
    ['sendonly', 'recvonly'],
    ['recvonly', 'sendonly'],
    ['inactive', 'inactive'],
    ['sendrecv', 'sendrecv'],
  ])('to %s is %s', (asked, answered) =>
    expect(writeAnswer(theirs([...plain, `a=${asked}`]), here)).toContain(`a=${answered}\r\n`),
  )

  test('to what cannot be taken is the reason', () =>
    expect(writeAnswer(theirs(['m=audio 5004 RTP/AVP 9']), here)).toMatchObject({ why: 'no_common_codec' }))
})

describe('in the middle of a call', () => {
  const agreed = { ours: offer, theirs: theirs(plain) }

  test('without an offer ours is said again', () => expect(answerAgain(agreed, '')).toBe(offer))

  test('hold and the same media are answered from our port', () =>
    expect(answerAgain(agreed, theirs([...plain, 'a=sendonly']))).toMatch(/m=audio 40000 [\s\S]*a=recvonly/))

  test.each([
    ['another port', theirs(['m=audio 5006 RTP/AVP 0 96'])],
    ['another codec', theirs(['m=audio 5004 RTP/AVP 8'])],
    ['no audio', theirs(['m=video 5004 RTP/AVP 31'])],
  ])('%s is refused', (_what, sdp) => expect(answerAgain(agreed, sdp)).toBeNull())
})
