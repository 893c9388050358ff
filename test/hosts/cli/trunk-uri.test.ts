import { describe, expect, test } from 'vitest'
import { readTrunkUri } from '../../../src-main/hosts/cli/trunk-uri.ts'

describe('a trunk on the command line', () => {
  test('with user, password, port and transport', () =>
    expect(readTrunkUri('sip:desk:s%40cret@pbx.example:5080;transport=udp')).toMatchObject({
      settings: { host: 'pbx.example', port: 5080, user: 'desk' },
      password: 's@cret',
    }))

  test('by address alone, on the standard port', () =>
    expect(readTrunkUri('sip:192.0.2.7')).toMatchObject({
      settings: { host: '192.0.2.7', port: 5060, user: '' },
      password: null,
    }))

  for (const [text, reason] of [
    ['pbx.example', 'is no trunk address'],
    ['sip:a:b@host:99999', 'Port 99999 does not exist'],
    ['sip:host;transport=tls', 'Transport tls is not supported yet'],
    ['sip:[::1]:5060', 'IPv6'],
    ['sip:u%:p@host', 'broken %-escape'],
  ] as const)
    test(`${text} is refused in words`, () =>
      expect(readTrunkUri(text)).toEqual({ reason: expect.stringContaining(reason) }))

  test('the refusal never repeats the password', () =>
    expect(JSON.stringify(readTrunkUri('sip:desk:topsecret@ho st'))).not.toContain('topsecret'))
})
