import { createSocket } from 'node:dgram'
import { afterEach, expect, test } from 'vitest'
import { tortureMessages } from './header-corpus.ts'
import { aLine, answerTo, at, call, closeLines, nextInvite, offer, pause } from './lines.ts'
import { seededDice } from './lossy-proxy.ts'

afterEach(closeLines)

/** A call through which the garbage must not be noticed. */
const pairOnACall = async () => {
  const carrier = await aLine()
  const trunk = await aLine({ peer: at(carrier) })
  const invited = nextInvite(carrier)
  const running = call(trunk)
  const invite = await invited
  await invite.answer(answerTo(invite))
  return { carrier, trunk, invite, ...running }
}

const bomb = async (port: number, datagrams: readonly Buffer[]): Promise<void> => {
  const socket = createSocket('udp4')
  for (const [index, datagram] of datagrams.entries()) {
    socket.send(datagram, port, '127.0.0.1')
    if (index % 20 === 19) await pause(5)
  }
  await pause(200)
  socket.close()
}

const head = (port: number, more: readonly string[] = []): readonly string[] => [
  `OPTIONS sip:trunkline@127.0.0.1:${port} SIP/2.0`,
  'Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKlong',
  'From: <sip:a@b>;tag=1',
  'To: <sip:c@d>',
  'Call-ID: long',
  'CSeq: 1 OPTIONS',
  ...more,
]
const message = (lines: readonly string[], body = ''): Buffer =>
  Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)

test('torture messages, one by one and damaged a thousand times, end nothing and throw nothing', async () => {
  const seed = Date.now() % 1_000_000
  const dice = seededDice(seed)
  const { carrier, prepared, ended } = await pairOnACall()
  const torture = tortureMessages().map(({ data }) => data)
  const damaged = Array.from({ length: 1_000 }, () => {
    const data = Buffer.from(torture[Math.floor(dice() * torture.length)] as Buffer)
    for (let times = 0; times < 5; times++) data[Math.floor(dice() * data.length)] = Math.floor(dice() * 256)
    return data.subarray(0, dice() < 0.2 ? Math.floor(dice() * data.length) : data.length)
  })
  console.log(`seed ${seed}`)
  const uncaught: unknown[] = []
  const note = (error: unknown): void => void uncaught.push(error)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  await bomb(carrier.localPort, [...torture, ...damaged])
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
  expect(uncaught).toEqual([])
  prepared.hangUp()
  expect(await ended).toMatchObject({ byeConfirmed: true })
}, 30_000)

test('datagrams of 64 KB, each of them a trap for a parser, hold nothing up', async () => {
  const { carrier, trunk, prepared, ended } = await pairOnACall()
  const port = carrier.localPort
  const long = 'x'.repeat(60_000)
  const traps = [
    Buffer.alloc(65_000, 0x20),
    Buffer.alloc(65_000, '\r\n'),
    Buffer.from(long),
    message(head(port, [`Contact: <sip:${long}@b>`])),
    message(head(port, [`Contact: ${'<sip:a@b>,'.repeat(6_000)}`])),
    message(
      head(
        port,
        Array.from({ length: 5_000 }, () => 'To: <a>'),
      ),
    ),
    message(
      head(
        port,
        Array.from({ length: 120 }, () => 'Via: SIP/2.0/UDP x'),
      ),
    ),
    message(head(port, [`Subject: ${'\r\n '.repeat(20_000)}x`])),
    message(head(port, [`From: ${'"'.repeat(4_000)}<sip:a@b>`])),
    message(head(port, ['Content-Length: 99999']), long),
    message(head(port, ['Content-Length: -1']), long),
  ]
  // Spread out, so that the event loop shows what each of them costs.
  let longestMs = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last)
    last = performance.now()
  }, 1)
  for (const trap of traps) await bomb(port, [trap])
  clearInterval(pulse)
  console.log(`longest stall ${longestMs.toFixed(1)} ms`)
  expect(await trunk.ping()).toMatchObject({ ok: true })
  prepared.hangUp()
  expect(await ended).toMatchObject({ byeConfirmed: true })
}, 30_000)

test('an INVITE with what cannot be taken is refused with the reason', async () => {
  const carrier = await aLine()
  carrier.onInvite(invite => invite.reject(603))
  const socket = createSocket('udp4')
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  const answers = new Map<string, string>()
  socket.on('message', data => {
    const text = data.toString()
    const status = text.slice(8, 11)
    if (status !== '100') answers.set(/Call-ID: (\S+)/.exec(text)?.[1] ?? '', status)
  })
  const invite = (callId: string, headers: readonly string[], body: string): Buffer =>
    message(
      [
        `INVITE sip:1@127.0.0.1 SIP/2.0`,
        `Via: SIP/2.0/UDP 127.0.0.1:${socket.address().port};branch=z9hG4bK${callId}`,
        'From: <sip:a@b>;tag=1',
        'To: <sip:c@d>',
        `Call-ID: ${callId}`,
        'CSeq: 1 INVITE',
        ...headers,
      ],
      body,
    )
  const contact = 'Contact: <sip:a@127.0.0.1>'
  const sdp = 'Content-Type: application/sdp'
  socket.send(invite('no-contact', [sdp], offer), carrier.localPort, '127.0.0.1')
  socket.send(invite('no-type', [contact], offer), carrier.localPort, '127.0.0.1')
  socket.send(
    invite('other-type', [contact, 'Content-Type: text/plain'], 'hi'),
    carrier.localPort,
    '127.0.0.1',
  )
  socket.send(invite('required', [contact, sdp, 'Require: 100rel'], offer), carrier.localPort, '127.0.0.1')
  socket.send(invite('unreadable', ['Contact: *', sdp], offer), carrier.localPort, '127.0.0.1')
  socket.send(invite('good', [contact, sdp], offer), carrier.localPort, '127.0.0.1')
  await pause(150)
  socket.close()
  expect(Object.fromEntries(answers)).toEqual({
    'no-contact': '400',
    'no-type': '415',
    'other-type': '415',
    required: '420',
    unreadable: '400',
    good: '603',
  })
})
