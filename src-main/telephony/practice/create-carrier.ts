import { setTimeout as sleep } from 'node:timers/promises'
import { createSipLine } from '../sip/create-sip-line.ts'
import { renderCalleeSounds, type Say } from './callee-sounds.ts'
import type { Carrier, CarrierOptions, LedgerEntry } from './carrier.ts'
import { drawCallee } from './draw-act.ts'
import { createLedger } from './ledger.ts'
import { takeCall } from './take-call.ts'

export interface PracticeOptions extends CarrierOptions {
  /** Real speech for what people say; a synthetic babble where absent. */
  readonly say?: Say
  /** Timer T1 of RFC 3261 in ms; 500 where absent. */
  readonly t1Ms?: number
}

/** Callers that are gone confirm no BYE; closing does not wait for them any longer. */
const GOODBYES_TAKE_MS = 2_000

/** A carrier on this machine with people behind its numbers: real SIP and RTP, nobody is ever called. */
export const createCarrier = async (options: PracticeOptions): Promise<Carrier> => {
  const { host, port, seed, mix, speed, media, credentials, now, onEntry, say, t1Ms } = options
  const sounds = await renderCalleeSounds(say)
  const line = await createSipLine({
    localHost: host,
    localPort: port,
    peer: null,
    userAgent: 'Trunkline practice carrier',
    now,
    ...(credentials === undefined ? {} : { demand: { ...credentials, realm: 'practice' } }),
    ...(t1Ms === undefined ? {} : { t1Ms }),
  })
  const ledger = createLedger(onEntry)
  const closing = new AbortController()
  const calls = new Set<Promise<void>>()

  line.onInvite(invite => {
    if (closing.signal.aborted) return invite.reject(503, 'Service Unavailable')
    const number = invite.to.startsWith('+') ? invite.to : `+${invite.to}`
    const callee = drawCallee(number, ledger.attemptsOf(number), seed, mix)
    const pen = ledger.open(invited(invite.sipCallId, number, invite.from, callee.act, invite.at))
    const call = takeCall({
      invite,
      callee,
      pen,
      sounds,
      media,
      localHost: line.localHost,
      now,
      speed,
      closing: closing.signal,
    })
    calls.add(call)
    void call.finally(() => calls.delete(call))
  })

  return {
    port: line.localPort,
    ledger: ledger.entries,
    close: async () => {
      closing.abort()
      await Promise.race([Promise.allSettled(calls), sleep(GOODBYES_TAKE_MS)])
      await line.close()
    },
  }
}

const invited = (
  sipCallId: string,
  number: string,
  callerId: string,
  act: LedgerEntry['act'],
  invitedAt: LedgerEntry['invitedAt'],
): LedgerEntry => ({
  sipCallId,
  number,
  callerId,
  act,
  invitedAt,
  rangAt: null,
  answeredAt: null,
  endedAt: null,
  endedBy: null,
  code: null,
  pressed: '',
  heardMs: 0,
  byeConfirmed: false,
})
