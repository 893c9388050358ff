import { afterEach, expect, test } from 'vitest'
import { aLine, answerTo, at, call, closeLines } from './lines.ts'
import { lossyProxy, seededDice } from './lossy-proxy.ts'

afterEach(closeLines)

test('with a quarter of all datagrams lost each way, 97 of 100 calls and more complete with their BYE confirmed', async () => {
  const seed = Date.now() % 1_000_000
  // Slower than other tests: on a busy machine 64 T1 must leave room for all the sendings.
  const t1Ms = 150
  const carrier = await aLine({ t1Ms })
  const proxy = await lossyProxy(carrier.localPort, 0.25, seededDice(seed))
  const trunk = await aLine({ peer: at(proxy), t1Ms })
  const invited = new Map<string, number>()
  carrier.onInvite(invite => {
    invited.set(invite.sipCallId, (invited.get(invite.sipCallId) ?? 0) + 1)
    invite.progress(180)
    invite.answer(answerTo(invite)).catch(() => {})
  })
  const ends = await Promise.all(
    Array.from({ length: 100 }, () => {
      const { prepared, answered, ended } = call(trunk, { ringSeconds: 30 })
      void answered.then(() => setTimeout(() => prepared.hangUp(), 100))
      return ended
    }),
  )
  const complete = ends.filter(end => end.code === 200 && end.byeConfirmed).length
  const { passed, lost } = proxy.counts()
  console.log(`seed ${seed}: ${complete} of 100 calls complete; ${passed} datagrams passed, ${lost} lost`)
  proxy.close()
  expect(complete, `seed ${seed}`).toBeGreaterThanOrEqual(97)
  expect(
    [...invited.values()].filter(times => times > 1),
    `seed ${seed}`,
  ).toEqual([])
}, 60_000)
