import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { freeUdpPort } from '../../peers/free-port.ts'
import { trunkline } from '../start-trunkline.mjs'
import { tempDir } from '../temp-dir.ts'
import { aList, answerOf, aRun, expectWholeness } from './a-run.ts'

/** Somebody is there and never says a word. */
const aSilentPort = async (): Promise<number> => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  onTestFinished(() => void socket.close())
  await once(socket, 'listening')
  return socket.address().port
}

test('a trunk where nobody listens, or nobody answers, is given up in time; no contact is lost', async () => {
  await Promise.all(
    [await freeUdpPort(), await aSilentPort()].map(async port => {
      const data = tempDir()
      const contacts = aList(20, 21, 22)
      const said = await trunkline(...aRun({ data, contacts, trunk: port }, '--wait', '5'))
      const why = `Trunk held back. 127.0.0.1:${port}: No answer from 127.0.0.1:${port} within 4 s. Check address, port and firewall.`
      const { end, byResult } = answerOf(said)
      expect([said.code, end]).toEqual([7, { is: 'waiting', why }])
      expect(Object.keys(byResult)).toEqual(['failed'])
      expect(said.err.split('\n').at(-2)).toBe(
        `${why} The campaign is kept; go on with it in the console or the window.`,
      )
      const { campaigns, leads, calls } = await expectWholeness(data)
      expect(campaigns).toMatchObject([{ state: 'paused' }])
      expect(leads).toHaveLength(3)
      for (const { status, attempts } of leads) {
        expect(['pending', 'retry']).toContain(status)
        expect(attempts).toBe(0)
      }
      for (const call of calls) expect(call).toMatchObject({ failure: 'trunk', counts_as_attempt: 0 })
    }),
  )
})
