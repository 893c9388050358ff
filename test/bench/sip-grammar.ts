/** Header values parsed per second: ours beside sip.js's own parser, on the headers of one answered call. */
import { fastParse, originalParse } from '../../src-main/telephony/sip/grammar/fast-grammar.ts'

const headers = [
  ['Request_Response', 'SIP/2.0 200 OK'],
  ['Via', 'SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK8d1c7b0e5f;received=192.0.2.7;rport=5060'],
  ['From', '"Anna" <sip:+4930111@trunk.example.com>;tag=5d41402abc4b2a76'],
  ['To', '<sip:+4930222@192.0.2.8>;tag=as7f01'],
  ['Call_ID', '7d793037a0760186574b0282f2f435e7@192.0.2.7'],
  ['CSeq', '1 INVITE'],
  ['Contact', '<sip:+4930222@192.0.2.8:5060;transport=udp>'],
  ['Record_Route', '<sip:192.0.2.1;lr>'],
  ['Content_Type', 'application/sdp'],
  ['Content_Length', '214'],
] as const

const perSecond = (parse: (text: string, rule: string) => unknown, forMs: number): number => {
  const begun = performance.now()
  let messages = 0
  do {
    for (const [rule, text] of headers) parse(text, rule)
    messages++
  } while (performance.now() - begun < forMs)
  return Math.round((messages * headers.length * 1000) / (performance.now() - begun))
}

perSecond(fastParse, 300)
perSecond(originalParse as never, 300)
const ours = perSecond(fastParse, 1_000)
const original = perSecond(originalParse as never, 1_000)
console.table([
  { parser: 'ours', 'headers/s': ours, 'µs per message': Math.round((headers.length * 1e6) / ours) },
  {
    parser: 'sip.js',
    'headers/s': original,
    'µs per message': Math.round((headers.length * 1e6) / original),
  },
])
console.log(JSON.stringify({ bench: 'sip-grammar', ours, original, times: Math.round(ours / original) }))
