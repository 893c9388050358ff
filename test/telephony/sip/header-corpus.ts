import { readdirSync, readFileSync } from 'node:fs'
import { readSipText } from '../../../src-main/telephony/sip/message/sip-text.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)

/** The torture messages of RFC 4475 and RFC 5118 by file name. */
export const tortureMessages = (): readonly { readonly name: string; readonly data: Buffer }[] =>
  ['sip-rfc4475/', 'sip-rfc5118/'].flatMap(folder =>
    readdirSync(new URL(folder, fixtures))
      .filter(file => !file.endsWith('.md'))
      .map(file => ({ name: folder + file, data: readFileSync(new URL(folder + file, fixtures)) })),
  )

/** Rules of sip.js's grammar, by the header that they read. */
export const ruleOf: Readonly<Record<string, string>> = {
  via: 'Via',
  from: 'From',
  to: 'To',
  contact: 'Contact',
  'record-route': 'Record_Route',
  'call-id': 'Call_ID',
  cseq: 'CSeq',
  'content-length': 'Content_Length',
  'max-forwards': 'Max_Forwards',
  'content-type': 'Content_Type',
  'www-authenticate': 'WWW_Authenticate',
  'proxy-authenticate': 'Proxy_Authenticate',
}

export type Sample = readonly [rule: string, text: string]

/** Start line and known headers of the torture messages, as they stand. */
export const tortureSamples = (): readonly Sample[] =>
  tortureMessages().flatMap(({ data }) => {
    const raw = data.toString('utf8')
    const message = readSipText(raw)
    const headers = message?.headers.flatMap(([name, value]): Sample[] =>
      ruleOf[name] ? [[ruleOf[name], value]] : [],
    )
    return [['Request_Response', raw.split('\r\n', 1)[0] ?? ''], ...(headers ?? [])] as Sample[]
  })

/** Makes header values, most of them sound, some of them damaged, from a dice. */
export const createSampler = (dice: () => number) => {
  const one = <T>(of: readonly T[]): T => of[Math.floor(dice() * of.length)] as T
  const maybe = (chance: number, text: () => string): string => (dice() < chance ? text() : '')
  const digits = (most: number): string =>
    Array.from({ length: 1 + Math.floor(dice() * most) }, () => Math.floor(dice() * 10)).join('')
  const word = (): string => {
    const letters = "abcXYZ019-_.!~*'%+`"
    return Array.from(
      { length: 1 + Math.floor(dice() * 8) },
      () => letters[Math.floor(dice() * letters.length)],
    ).join('')
  }
  const token = (): string =>
    one([word(), digits(6), 'z9hG4bK77', 'tag', 'lr', 'x', 'as7f01', 'Q', 'expires'])
  const host = (): string =>
    one([
      '127.0.0.1',
      '10.0.0.255',
      `${digits(3)}.${digits(3)}.${digits(3)}.${digits(3)}`,
      'example.com',
      'Pbx-1.Example.COM',
      `${word()}.com`,
      `a.${word()}`,
      'x',
      '1a.b2',
      'b--c.d-e',
      '[2001:db8::1]',
      'a.b.',
      '3com.example',
    ])
  const port = (): string => maybe(0.4, () => `:${one(['5060', digits(5), '', digits(6)])}`)
  const user = (): string =>
    one([
      '+4930231254120',
      'anna',
      word(),
      '1%2b2',
      'a;b=c',
      'a:secret',
      "o'neil",
      '*72',
      'a&b=c+d,$',
      '(1)',
      'ü',
      '',
    ])
  const uriParameter = (): string =>
    `;${one([
      'lr',
      'lr=on',
      'transport=udp',
      'transport=TCP',
      'transport=ws',
      'user=phone',
      'user=dialstring',
      'ob',
      'maddr=1.2.3.4',
      'ttl=3',
      'method=INVITE',
      `${token()}=${token()}`,
      token(),
      'lrx=1',
      'usera=1',
      'X=[::1]',
      'a=b:c',
    ])}`
  const uri = (): string =>
    `${one(['sip', 'sip', 'sip', 'sips', 'SIP', 'tel', 'http'])}:${maybe(0.85, () => `${user()}@`)}${host()}${port()}` +
    `${maybe(0.4, uriParameter)}${maybe(0.2, uriParameter)}${maybe(0.05, () => `?${token()}=${token()}`)}`
  const parameter = (): string =>
    `${one([';', ';', ';', ' ;', '; '])}${one([
      `tag=${token()}`,
      `Tag=${digits(8)}`,
      'tag',
      `expires=${digits(5)}`,
      'expires=never',
      'q=0.7',
      'q=1',
      `${token()}=${token()}`,
      token(),
      `x="${token()} y"`,
      '+sip.instance="<urn:uuid:1>"',
      'tagx=1',
      'a=b:c',
      'h=[::1]',
    ])}`
  const name = (): string =>
    one([
      '',
      '',
      '"Anna" ',
      '"Anna Maria"',
      'Anna ',
      'Anna Maria ',
      '"a\\"b" ',
      '""',
      'Bob',
      '"Ünal" ',
      ' ',
      '"x"  ',
      'a/b ',
      `${word()} `,
    ])
  const nameAddr = (): string =>
    `${dice() < 0.8 ? `${name()}<${uri()}>` : uri()}${maybe(0.6, parameter)}${maybe(0.3, parameter)}`
  const list = (): string =>
    nameAddr() +
    maybe(0.3, () => one([',', ', ', ' , ', ' ,']) + nameAddr()) +
    maybe(0.1, () => `,${nameAddr()}`)
  const viaParameter = (): string =>
    `${one([';', ';', ';', ' ;'])}${one([
      `branch=z9hG4bK${word()}`,
      'rport',
      `rport=${digits(6)}`,
      'received=192.0.2.1',
      'received=1.2.3.456',
      'received=example.com',
      'ttl=16',
      'maddr=x.y',
      `${token()}=${token()}`,
      token(),
      'rporty',
      'branchy=1',
    ])}`
  const via = (): string =>
    `${one(['SIP/2.0/UDP', 'SIP/2.0/UDP', 'SIP/2.0/TCP', 'SIP/2.0/TLS', 'SIP / 2.0 / UDP', 'SIP/2.0/WS', 'sip/2.0/udp'])}${one([' ', ' ', '  '])}` +
    `${host()}${port()}${maybe(0.9, viaParameter)}${maybe(0.5, viaParameter)}${maybe(0.3, viaParameter)}`
  const method = (): string =>
    one([
      'INVITE',
      'ACK',
      'BYE',
      'CANCEL',
      'OPTIONS',
      'REGISTER',
      'INFO',
      'UPDATE',
      'MESSAGE',
      'invite',
      'INVITED',
      'FOO',
      'PRACK',
    ])
  const startLine = (): string =>
    dice() < 0.5
      ? `${method()} ${uri()} ${one(['SIP/2.0', 'SIP/2.0', 'sip/2.0', 'SIP/3.0'])}`
      : `SIP/2.0 ${one(['100', '180', '200', '486', '700', '99', '6000'])}${one([' ', ''])}${one(['OK', 'Busy Here', '', 'Not (really); no', 'Müde', '%41', '"x"', "Can't / won't"])}`
  const challenge = (): string =>
    `${one(['Digest ', 'digest ', 'Basic '])}realm="${one(['r', 'a b', '', 'x@y', '\\"'])}", nonce="${one(['abc', 'a/b+c==', ''])}"` +
    `${maybe(0.4, () => `, opaque="${one(['', 'q1'])}"`)}${maybe(0.8, () => `, algorithm=${one(['MD5', 'SHA-256', 'md5', 'MD5-sess', 'X'])}`)}` +
    `${maybe(0.7, () => `, qop=${one(['"auth"', '"auth,auth-int"', 'auth'])}`)}${maybe(0.3, () => `, stale=${one(['true', 'FALSE', 'x'])}`)}`
  const makers: Readonly<Record<string, () => string>> = {
    Request_Response: startLine,
    Via: via,
    From: nameAddr,
    To: nameAddr,
    Contact: list,
    Record_Route: list,
    Call_ID: () => one([word(), `${word()}@${host()}`, 'a@b@c', '@', `${digits(9)}-x`]),
    CSeq: () => `${digits(12)}${one([' ', ' ', '  ', '\t', ''])}${method()}`,
    Content_Length: () => digits(12),
    Max_Forwards: () => one([digits(3), '', '-1']),
    Content_Type: () =>
      one([
        'application/sdp',
        'text/plain',
        'application/sdp;charset=utf-8',
        'Application/SDP',
        'x',
        'application/dtmf-relay',
      ]),
    WWW_Authenticate: challenge,
    Proxy_Authenticate: challenge,
    SIP_URI: uri,
  }
  const rules = Object.keys(makers)
  const damage = (text: string): string => {
    const at = Math.floor(dice() * text.length)
    const spice = one([
      ' ',
      ';',
      ',',
      '<',
      '>',
      '"',
      '%',
      '=',
      ':',
      '\t',
      '\u0000',
      'é',
      '@',
      '',
      '\\',
      '\r\n ',
    ])
    return text.slice(0, at) + spice + text.slice(at + Math.floor(dice() * 2))
  }
  return (): Sample => {
    const rule = one(rules)
    const text = makers[rule]?.() ?? ''
    return [rule, dice() < 0.15 ? damage(text) : text]
  }
}
