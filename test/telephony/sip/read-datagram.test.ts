import { describe, expect, test } from 'vitest'
import { readDatagram } from '../../../src-main/telephony/sip/message/read-datagram.ts'

const lines = (...more: readonly string[]): readonly string[] => [
  'OPTIONS sip:a@b SIP/2.0',
  'Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKa',
  'From: <sip:a@b;tag=uri>;tag=from',
  'To: <sip:c@d;tag=uri>',
  'Call-ID: id',
  'CSeq: 1 OPTIONS',
  ...more,
]
const read = (of: readonly string[], body = '') =>
  readDatagram(Buffer.from(`${of.join('\r\n')}\r\n\r\n${body}`))

test('a message is read with its tags, and those of a URI are not its tags', () =>
  expect(read(lines())?.head).toMatchObject({
    callId: 'id',
    cseq: 1,
    fromTag: 'from',
    toTag: '',
    branch: 'z9hG4bKa',
  }))

test('compact names, folded lines and odd cases are read', () => {
  const message = read(
    [
      'INVITE sip:a@b SIP/2.0',
      'v: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKa',
      'F: <sip:a@b>',
      ' ;tag=from',
      't: <sip:c@d>',
      'i: id',
      'CSEQ : 7  INVITE',
      'l: 3',
    ],
    'abcdef',
  )
  expect(message?.head).toMatchObject({ callId: 'id', cseq: 7, fromTag: 'from' })
  expect(message?.text.body).toBe('abc')
})

test('a peer without branches gets one, the same for each repetition', () => {
  const old = lines().map(line => line.replace(';branch=z9hG4bKa', ''))
  expect(read(old)?.head.branch).toMatch(/^z9hG4bK[0-9a-f]{32}$/)
  expect(read(old)?.head.branch).toBe(read(old)?.head.branch)
})

describe('is dropped before anything parses it:', () => {
  test.each([
    ['a keep-alive', readDatagram(Buffer.from('\r\n\r\n'))],
    ['no end of the headers', readDatagram(Buffer.from(lines().join('\r\n')))],
    [
      'a head of more than 16 KB',
      read(lines(...Array.from({ length: 100 }, (_, at) => `X-${at}: ${'x'.repeat(200)}`))),
    ],
    ['a header of more than 4 KB', read(lines(`Subject: ${'x'.repeat(5_000)}`))],
    ['a header of more than 4 KB in folds', read(lines(`Subject: x${'\r\n xxxxxxxxx'.repeat(500)}`))],
    ['more than 128 headers', read(lines(...Array.from({ length: 130 }, (_, at) => `X-${at}: x`)))],
    ['more than 24 of one', read(lines(...Array.from({ length: 25 }, () => 'Contact: <sip:a@b>')))],
    ['two To', read(lines('To: <sip:e@f>'))],
    ['a torn body', read(lines('Content-Length: 10'), 'abc')],
    ['a length that is none', read(lines('Content-Length: -1'))],
    ['another method in CSeq', read(lines().map(line => line.replace('1 OPTIONS', '1 INVITE')))],
    ['no Call-ID', read(lines().filter(line => !line.startsWith('Call-ID')))],
    ['another protocol', read(['GET / HTTP/1.1', ...lines().slice(1)])],
  ])('%s', (_what, message) => expect(message).toBeNull())
})
