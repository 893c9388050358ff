import type { DialogFacts } from '../../../src-main/engine/ports/dialer.ts'
import { createSipLine } from '../../../src-main/telephony/sip/create-sip-line.ts'
import { writeAnswer, writeOffer } from '../../../src-main/telephony/sip/sdp.ts'
import type {
  IncomingInvite,
  InviteEnd,
  OutgoingInvite,
  SipLine,
  SipLineOptions,
} from '../../../src-main/telephony/sip/sip-line.ts'

export const offer = writeOffer({ host: '127.0.0.1', port: 40_000, sessionId: 1 })
export const answerTo = (invite: IncomingInvite): string =>
  String(writeAnswer(invite.offer, { host: '127.0.0.1', port: 40_002, sessionId: 2 }))

const open = new Set<SipLine>()

/** A line on loopback with T1 = 50 ms: ten times as fast as in life. Without a peer it is a carrier. */
export const aLine = async (options: Partial<SipLineOptions> = {}): Promise<SipLine> => {
  const line = await createSipLine({
    localHost: '127.0.0.1',
    localPort: 0,
    peer: null,
    userAgent: 'Trunkline test',
    t1Ms: 50,
    ...options,
  })
  open.add(line)
  return line
}

export const closeLines = async (): Promise<void> => {
  await Promise.all([...open].map(line => line.close()))
  open.clear()
}

export const at = (line: { readonly localPort: number }) => ({ host: '127.0.0.1', port: line.localPort })

export interface Seen {
  readonly codes: number[]
  readonly keys: string[]
  readonly told: string[]
  dialog: DialogFacts | null
  sdp: string | null
}

let calls = 0

/** Calls, notes what is told, and lets the test decide what `answered` does. */
export const call = (
  line: SipLine,
  invite: Partial<OutgoingInvite> = {},
  onAnswered: () => Promise<void> = async () => {},
) => {
  const sipCallId = `call-${process.pid}-${Date.now()}-${++calls}`
  const prepared = line.prepareInvite({
    sipCallId,
    to: '+4930222',
    from: '+4930111',
    ringSeconds: 5,
    offer,
    ...invite,
  })
  const seen: Seen = { codes: [], keys: [], told: [], dialog: null, sdp: null }
  const answered = Promise.withResolvers<void>()
  const rang = Promise.withResolvers<void>()
  const ended = new Promise<InviteEnd>(resolve =>
    prepared.send({
      provisional(_at, code) {
        seen.told.push(String(code))
        seen.codes.push(code)
        rang.resolve()
      },
      answered(_at, dialog, sdp) {
        seen.told.push('answered')
        Object.assign(seen, { dialog, sdp })
        answered.resolve()
        return onAnswered()
      },
      info: key => seen.keys.push(key),
      ended(end) {
        seen.told.push('ended')
        resolve(end)
      },
    }),
  )
  return { prepared, facts: prepared.facts, rang: rang.promise, answered: answered.promise, ended, seen }
}

export const nextInvite = (line: SipLine): Promise<IncomingInvite> =>
  new Promise(resolve => line.onInvite(resolve))

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
