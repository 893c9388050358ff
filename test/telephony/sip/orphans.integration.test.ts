import { afterEach, expect, test } from 'vitest'
import type { DialogFacts } from '../../../src-main/engine/ports/dialer.ts'
import { openUdpSocket } from '../../../src-main/telephony/sip/udp-socket.ts'
import { aLine, answerTo, at, call, closeLines, pause } from './lines.ts'
import { lossyProxy } from './lossy-proxy.ts'

afterEach(closeLines)

const credentials = { user: 'anna', password: 'secret' }
const demand = { ...credentials, realm: 'practice' }

/** A line whose words reach the carrier until it is cut off: what a killed process looks like from outside. */
const mortal = async (carrier: { readonly localPort: number }) => {
  let alive = true
  const proxy = await lossyProxy(carrier.localPort, 0.5, () => (alive ? 1 : 0))
  return {
    proxy,
    die() {
      alive = false
    },
    revive() {
      alive = true
    },
  }
}

test.each([
  ['without', undefined],
  ['with', demand],
])(
  'a ringing call of a killed process is cancelled by its facts alone, %s a password',
  async (_how, asked) => {
    const carrier = await aLine(asked ? { demand: asked } : {})
    const { proxy, die, revive } = await mortal(carrier)
    const cancelled = Promise.withResolvers<void>()
    const ringing = Promise.withResolvers<void>()
    carrier.onInvite(invite => {
      invite.progress(180)
      invite.onCancelled(cancelled.resolve)
      ringing.resolve()
    })
    const first = await aLine({ peer: at(proxy), credentials })
    const { facts } = call(first)
    await ringing.promise
    die()
    await first.close()
    revive()
    const second = await aLine({ peer: at(proxy), credentials, localPort: facts.localPort })
    await second.endOrphan(facts, null)
    await cancelled.promise
    proxy.close()
  },
)

test('an answered call of a killed process is ended with BYE by its dialog', async () => {
  const carrier = await aLine()
  const { proxy, die, revive } = await mortal(carrier)
  const ended = Promise.withResolvers<string>()
  carrier.onInvite(invite => {
    invite.onEnded(ended.resolve)
    void invite.answer(answerTo(invite))
  })
  const first = await aLine({ peer: at(proxy) })
  const { facts, answered, seen } = call(first)
  await answered
  await pause(50)
  die()
  await first.close()
  revive()
  const second = await aLine({ peer: at(proxy), localPort: facts.localPort })
  await second.endOrphan(facts, seen.dialog as DialogFacts)
  expect(await ended.promise).toBe('caller')
  proxy.close()
})

test('an answer to a call of a killed process is acknowledged and the call ended, nobody having asked', async () => {
  const carrier = await aLine()
  const { proxy, die, revive } = await mortal(carrier)
  const ended = Promise.withResolvers<string>()
  const invited = Promise.withResolvers<() => void>()
  carrier.onInvite(invite => {
    invite.onEnded(ended.resolve)
    invited.resolve(() => void invite.answer(answerTo(invite)))
  })
  const first = await aLine({ peer: at(proxy) })
  const { facts } = call(first)
  const pickUp = await invited.promise
  die()
  await first.close()
  revive()
  await aLine({ peer: at(proxy), localPort: facts.localPort })
  pickUp()
  expect(await ended.promise).toBe('caller')
  proxy.close()
})

test('ending an orphan of a trunk that is gone gives up after 64 T1', async () => {
  const carrier = await aLine()
  const { proxy, die } = await mortal(carrier)
  const line = await aLine({ peer: at(proxy) })
  const { facts } = line.prepareInvite({
    sipCallId: 'gone',
    to: '1',
    from: '2',
    ringSeconds: 5,
    offer: 'v=0',
  })
  die()
  await line.endOrphan(facts, null)
  proxy.close()
})

test('a port that is taken is told in words', async () => {
  const taken = await openUdpSocket({ host: '127.0.0.1', port: 0 }, { onDatagram() {}, onSendError() {} })
  await expect(aLine({ localPort: taken.port })).rejects.toThrow(
    `SIP port 127.0.0.1:${taken.port} cannot be opened`,
  )
  await taken.close()
})
