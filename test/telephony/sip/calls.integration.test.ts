import { afterEach, expect, test } from 'vitest'
import type { DialogFacts } from '../../../src-main/engine/ports.ts'
import { createSipLine } from '../../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer, writeOffer } from '../../../src-main/telephony/sip/sdp.ts'
import type {
  IncomingInvite,
  InviteEnd,
  PreparedInvite,
  SipLine,
} from '../../../src-main/telephony/sip/sip-line.ts'

const offer = writeOffer({ host: '127.0.0.1', port: 40_000, sessionId: 1 })
const lines: SipLine[] = []
const open = async (options: Partial<Parameters<typeof createSipLine>[0]> = {}): Promise<SipLine> => {
  const line = await createSipLine({
    localHost: '127.0.0.1',
    localPort: 0,
    peer: null,
    userAgent: 'Trunkline test',
    t1Ms: 50,
    ...options,
  })
  lines.push(line)
  return line
}
afterEach(async () => {
  await Promise.all(lines.splice(0).map(line => line.close()))
})

const call = (
  line: SipLine,
  to: string,
  seen: { codes: number[]; dialog?: DialogFacts; sdp?: string } = { codes: [] },
) => {
  const prepared = line.prepareInvite({
    sipCallId: `${to}-${Math.random()}`,
    to,
    from: '+4930111',
    ringSeconds: 5,
    offer,
  })
  const answered = Promise.withResolvers<void>()
  const ended = new Promise<InviteEnd>(resolve =>
    prepared.send({
      provisional: (_at, code) => seen.codes.push(code),
      async answered(_at, dialog, sdp) {
        seen.dialog = dialog
        seen.sdp = sdp
        answered.resolve()
      },
      info() {},
      ended: resolve,
    }),
  )
  return { prepared, answered: answered.promise, ended, seen }
}

const answering = (invite: IncomingInvite): Promise<void> => {
  invite.progress(180)
  return invite.answer(String(writeAnswer(invite.offer, { host: '127.0.0.1', port: 40_002, sessionId: 2 })))
}

test('a call rings, is answered, and our BYE is confirmed', async () => {
  const carrier = await open()
  const trunk = await open({ peer: { host: '127.0.0.1', port: carrier.localPort } })
  const acknowledged = new Promise<IncomingInvite>(resolve =>
    carrier.onInvite(async invite => {
      await answering(invite)
      resolve(invite)
    }),
  )
  const { prepared, answered, ended, seen }: { prepared: PreparedInvite } & ReturnType<typeof call> = call(
    trunk,
    '+4930222',
  )
  await answered
  const invite = await acknowledged
  expect(invite).toMatchObject({ from: '+4930111', to: '+4930222', offer })
  prepared.hangUp()
  expect(await ended).toMatchObject({ code: 200, by: 'us', rang: true, heardFrom: true, byeConfirmed: true })
  expect(seen.codes).toEqual([180])
})
