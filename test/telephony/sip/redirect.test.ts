import { expect, test } from 'vitest'
import { redirectedTo } from '../../../src-main/telephony/sip/call/redirect.ts'

const peer = { peer: { host: '192.0.2.10', port: 5060 }, peerHost: 'sip.carrier.example' }
const to = (...contacts: string[]) => redirectedTo(contacts, peer)

test('a Contact at our own peer, by name or address, is followed by its user', () => {
  expect(to('<sip:+4930777@sip.carrier.example>')).toBe('+4930777')
  expect(to('"Anna" <sip:+4930777@SIP.carrier.example:5060;user=phone>;q=0.9')).toBe('+4930777')
  expect(to('sip:+4930777@192.0.2.10;expires=60')).toBe('+4930777')
})

test('of several the first at our own peer counts', () => {
  expect(to('<sip:1@elsewhere.example>, <sip:2@192.0.2.10>', '<sip:3@192.0.2.10>')).toBe('2')
})

test.each([
  [],
  ['<sip:+4930777@elsewhere.example>'],
  ['<sip:+4930777@192.0.2.10:5070>'],
  ['<sip:+4930777@192.0.2.10.evil.example>'],
  ['<tel:+4930777>'],
  ['<sips:+4930777@192.0.2.10>'],
  ['<sip:192.0.2.10>'],
  ['<sip:a%0d%0aX@192.0.2.10>'],
  [`<sip:${'1'.repeat(65)}@192.0.2.10>`],
  ['<<<>>>@,;'],
  [''],
])('nothing else is: %s', (...contacts) => expect(to(...contacts)).toBe(null))
