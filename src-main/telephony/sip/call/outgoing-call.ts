import {
  type IncomingResponseMessage,
  type OutgoingInviteRequest,
  type OutgoingInviteRequestDelegate,
  type Session,
  URI,
} from 'sip.js/lib/core/index.js'
import type { DialogFacts, SendingFacts } from '../../../engine/ports.ts'
import type { Address } from '../message/address.ts'
import { q850In } from '../message/q850.ts'
import type { InviteEnd, InviteObserver, OutgoingInvite, PreparedInvite } from '../sip-line.ts'
import type { CallTrace } from '../trace.ts'
import { inDialogRequests } from './in-dialog-requests.ts'
import type { LineContext } from './line-context.ts'

type Timer = ReturnType<typeof setTimeout>

/**
 *  prepared ──send──▶ inviting ──2xx──▶ accepted ──on disk, ACK──▶ up ──BYE──▶ leaving ──its answer──▶ ended
 *                        │ hangUp, ring time                        │ their BYE ─────────────────────────▲
 *                        ▼                                          ▼                                    │
 *                    cancelling ──487, other final, 64·T1────────────────────────────────────────────────┘
 */
type State =
  | { readonly is: 'prepared' }
  | {
      readonly is: 'inviting'
      readonly uac: OutgoingInviteRequest
      ringTimer: Timer
      readonly silence: Timer
    }
  | {
      readonly is: 'cancelling'
      readonly uac: OutgoingInviteRequest
      readonly why: 'us' | 'timeout'
      readonly watchdog: Timer
    }
  | { readonly is: 'accepted'; readonly session: Session; leave: boolean }
  | { readonly is: 'up'; readonly session: Session }
  | { readonly is: 'leaving' }
  | { readonly is: 'ended' }

export interface Identity {
  readonly peer: Address
  readonly fromDomain: string
}

/** The peer counts as dead when nothing at all came from it for so long after an INVITE, in units of T1. */
const silenceInT1 = 8

export interface RunningCall extends PreparedInvite {
  /** The line is closing: hangs up as far as it can and tells the end at once. */
  abandon(): void
}

export const prepareOutgoingCall = (
  line: LineContext,
  identity: Identity,
  invite: OutgoingInvite,
  onEnded: () => void,
): RunningCall => {
  const { core, timers } = line
  const { peer, fromDomain } = identity
  const target = new URI('sip', invite.to, peer.host, peer.port === 5060 ? undefined : peer.port)
  const message = core.makeOutgoingRequestMessage(
    'INVITE',
    target,
    new URI('sip', invite.from, fromDomain),
    target,
    {
      callId: invite.sipCallId,
      fromTag: line.token(),
      fromDisplayName: quotable(invite.fromName ?? ''),
      cseq: 1,
    },
    [
      `Contact: ${core.configuration.contact.toString()}`,
      'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE',
    ],
    { contentDisposition: 'session', contentType: 'application/sdp', content: invite.offer },
  )
  const facts: SendingFacts = {
    sipCallId: invite.sipCallId,
    transport: 'udp',
    localHost: line.localAddress.host,
    localPort: line.localAddress.port,
    remoteHost: peer.host,
    remotePort: peer.port,
    requestUri: message.ruri.toRaw(),
    from: message.from.toString(),
    to: message.to.toString(),
    cseq: message.cseq,
  }

  let state: State = { is: 'prepared' }
  let observer: InviteObserver
  let trace: CallTrace
  let rang = false
  let proceeding = false
  let earlySdp: string | null = null

  const end = (
    how: Pick<InviteEnd, 'code' | 'reason' | 'by'> & { q850?: number | null; byeConfirmed?: boolean },
  ): void => {
    if (state.is === 'ended' || state.is === 'prepared') return
    stopTimers()
    state = { is: 'ended' }
    trace.stop()
    onEnded()
    observer.ended({
      at: line.now(),
      q850: null,
      byeConfirmed: false,
      ...how,
      rang,
      heardFrom: trace.heardFrom(),
      trace: trace.messages(),
    })
  }

  const stopTimers = (): void => {
    if (state.is === 'inviting') {
      clearTimeout(state.ringTimer)
      clearTimeout(state.silence)
    }
    if (state.is === 'cancelling') clearTimeout(state.watchdog)
  }

  const leave = (session: Session, code: number, reason: string): void => {
    state = { is: 'leaving' }
    const confirmed = (response: { message: IncomingResponseMessage }): void =>
      end({ code, reason, by: 'us', byeConfirmed: !isLocal(response.message) })
    session.bye({ onAccept: confirmed, onRedirect: confirmed, onReject: confirmed })
  }

  const cancel = (why: 'us' | 'timeout'): void => {
    if (state.is !== 'inviting') return
    const { uac } = state
    stopTimers()
    // Without an answer to the INVITE, or with its 487 lost, sip.js would wait for ever.
    const watchdog = setTimeout(() => {
      end({ code: 0, reason: 'no answer to CANCEL', by: why })
      line.dropInvite(invite.sipCallId, uac.message.cseq)
    }, timers.giveUp)
    state = { is: 'cancelling', uac, why, watchdog }
    // A CANCEL may leave only after a provisional answer (RFC 3261 section 9.1).
    if (proceeding) uac.cancel()
  }

  const onProvisional = (response: IncomingResponseMessage): void => {
    const first = !proceeding
    proceeding = true
    if (state.is === 'cancelling' && first) state.uac.cancel()
    const code = response.statusCode ?? 100
    if (state.is !== 'inviting' || code === 100) return
    if (!rang) {
      clearTimeout(state.ringTimer)
      state.ringTimer = setTimeout(cancel, invite.ringSeconds * 1000, 'timeout')
    }
    rang = true
    if (response.body) earlySdp = response.body
    observer.provisional(line.now(), code, response.body || null)
  }

  const onAccept: NonNullable<OutgoingInviteRequestDelegate['onAccept']> = ({
    message: answer,
    session,
    ack,
  }) => {
    const { statusCode: code = 200, reasonPhrase: reason = 'OK' } = answer
    if (state.is === 'cancelling') {
      stopTimers()
      ack()
      return leave(session, code, reason)
    }
    if (state.is !== 'inviting') {
      // A second phone behind a forking proxy, or an answer after we gave up: nobody may be left on the line.
      ack()
      session.bye()
      return
    }
    stopTimers()
    const accepted: State = { is: 'accepted', session, leave: false }
    state = accepted
    const sdp = answer.body || earlySdp || ''
    session.delegate = inDialogRequests({
      agreed: { ours: invite.offer, theirs: sdp },
      contact: core.configuration.contact.toString(),
      onKey: key => observer.info(key),
      onBye: bye =>
        end({ code, reason, by: 'them', q850: q850In(bye.getHeaders('reason')), byeConfirmed: true }),
    })
    const dialog: DialogFacts = {
      localTag: session.localTag,
      remoteTag: session.remoteTag,
      remoteTarget: session.remoteTarget.toString(),
      routeSet: answer.getHeaders('record-route').reverse(),
      cseq: message.cseq,
    }
    const acknowledge = (stay: boolean): void => {
      if (state !== accepted) return
      ack()
      if (stay && !accepted.leave) state = { is: 'up', session }
      else leave(session, code, reason)
    }
    observer.answered(line.now(), dialog, sdp).then(
      () => acknowledge(true),
      () => acknowledge(false),
    )
  }

  const onFinal = ({ message: answer }: { message: IncomingResponseMessage }): void => {
    const by = state.is === 'cancelling' ? state.why : null
    if (isLocal(answer)) {
      if (!by) line.peerSilent()
      end({ code: 0, reason: answer.reasonPhrase ?? '', by: by ?? 'unreachable' })
      return
    }
    end({
      code: answer.statusCode ?? 0,
      reason: answer.reasonPhrase ?? '',
      q850: q850In(answer.getHeaders('reason')),
      // Our CANCEL crossed their own refusal: then it is the refusal that counts.
      by: by && answer.statusCode === 487 ? by : 'them',
    })
  }

  /** Nothing from the peer at all since we called: it is down. Should it wake up later, it gets a CANCEL. */
  const judgeSilence = (sentAt: number): void => {
    if (state.is !== 'inviting' || trace.heardFrom() || line.lastHeard() >= sentAt) return
    const { uac } = state
    uac.cancel()
    setTimeout(() => line.dropInvite(invite.sipCallId, uac.message.cseq), timers.giveUp)
    line.peerSilent()
    end({ code: 0, reason: 'no answer', by: 'unreachable' })
  }

  return {
    facts,
    send(observing) {
      if (state.is !== 'prepared') return
      observer = observing
      trace = line.traces.start(invite.sipCallId)
      const uac = core.invite(message, {
        onTrying: response => onProvisional(response.message),
        onProgress: response => onProvisional(response.message),
        onAccept,
        onRedirect: onFinal,
        onReject: onFinal,
      })
      state = {
        is: 'inviting',
        uac,
        ringTimer: setTimeout(cancel, invite.ringSeconds * 1000, 'timeout'),
        silence: setTimeout(judgeSilence, silenceInT1 * timers.t1, line.now()),
      }
    },
    hangUp() {
      if (state.is === 'inviting') cancel('us')
      else if (state.is === 'accepted') state.leave = true
      else if (state.is === 'up') leave(state.session, 200, 'OK')
    },
    abandon() {
      this.hangUp()
      end({ code: 0, reason: 'the line was closed', by: 'network' })
    },
  }
}

/** An answer that sip.js made itself (408, 503) never was a datagram. */
const isLocal = (message: IncomingResponseMessage): boolean => !message.data

/** sip.js puts the name in quotes as it is. */
const quotable = (name: string): string => name.replace(/["\\\r\n]/g, '').slice(0, 80)
