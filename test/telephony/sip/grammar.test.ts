import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { fastParse, originalParse, readCommon } from '../../../src-main/telephony/sip/grammar/fast-grammar.ts'
import { createSampler, type Sample, tortureSamples } from './header-corpus.ts'
import { seededDice } from './lossy-proxy.ts'

/** `isDeepStrictEqual` compares classes and own properties, and is fast enough to be asked so often. */
const expectSame = ([rule, text]: Sample, seed: number | null): void => {
  const original = originalParse(text, rule)
  const fast = fastParse(text, rule)
  if (!isDeepStrictEqual(fast, original))
    expect({ seed, rule, text, is: fast }).toStrictEqual({ seed, rule, text, is: original })
}

test('the fast parser reads every header of the torture messages as the original does', () => {
  const samples = tortureSamples()
  expect(samples.length).toBeGreaterThan(400)
  for (const sample of samples) expectSame(sample, null)
})

// Where the short way does not know a form it asks the original, so only what it does know can differ.
test('and a hundred thousand made ones that it reads by itself, damaged ones among them', () => {
  const seed = Date.now() % 1_000_000_000
  const sample = createSampler(seededDice(seed))
  let compared = 0
  let made = 0
  for (; compared < 100_000 && made < 2_000_000; made++) {
    const [rule, text] = sample()
    if ((readCommon(text, rule) ?? null) === null) continue
    expectSame([rule, text], seed)
    compared++
  }
  console.log(`seed ${seed}: ${compared} of ${made} header values compared`)
  expect(compared).toBe(100_000)
}, 240_000)

test.each([
  ['Contact', 'sip:10.0.0.255;x,SIP:anna@pbx.example.com;tag'],
  ['Contact', 'sip:a@b,sip:c@d'],
  ['From', 'sip:b;x=1;tag=2'],
] as const)('without brackets as with them: %s %s', (rule, text) => expectSame([rule, text], null))

test.each([
  ['Request_Response', 'INVITE sip:+4930231254120@127.0.0.1:5070;transport=udp SIP/2.0'],
  ['Request_Response', 'SIP/2.0 180 Ringing'],
  ['Request_Response', 'SIP/2.0 487 Request Terminated'],
  ['Via', 'SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK-524287-1---f7b;received=192.0.2.7;rport=5060'],
  ['Via', 'SIP/2.0/UDP 192.0.2.7;branch=z9hG4bK1f5c.8b0f4e61.0'],
  ['From', '"Anna Example" <sip:+4930111@trunk.example.com>;tag=as5d41402a'],
  ['To', '<sip:+4930222@192.0.2.7:5060;user=phone>;tag=12345SIPpTag011'],
  ['To', 'sut <sip:service@127.0.0.1:5061>'],
  ['Contact', '<sip:127.0.0.1:5061;transport=UDP>'],
  ['Contact', '<sip:anna@10.0.0.1:5060>;expires=60'],
  ['Record_Route', '<sip:192.0.2.1;lr>,<sip:192.0.2.2:5080;lr>'],
  ['Call_ID', '1-12345@127.0.0.1'],
  ['CSeq', '102 INVITE'],
  ['Content_Type', 'application/sdp'],
] as const)('what trunks send needs no long way: %s %s', (rule, text) => {
  expect(readCommon(text, rule)).toBeTruthy()
  expectSame([rule, text], null)
})
