import type {
  IncomingResponseMessage,
  OutgoingInviteRequest,
  OutgoingInviteRequestDelegate,
  Session,
} from 'sip.js/lib/core/index.js'
import { q850In } from '../message/q850.ts'
import type { InviteEnd, InviteObserver, OutgoingInvite, PreparedInvite } from '../sip-line.ts'
import type { CallTrace } from '../trace.ts'
import { type Answer, dialogFactsOf, isChallenge, isLocal } from './answers.ts'
import { inDialogRequests } from './in-dialog-requests.ts'
import { type Identity, makeInvite, makeRedirectedInvite } from './invite-request.ts'
import type { LineContext } from './line-context.ts'
import { type OutgoingState, stopTimersOf } from './outgoing-state.ts'
import { LAST_REDIRECTED, redirectedTo } from './redirect.ts'
import { tell } from './tell.ts'

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
  const { message: first, facts } = makeInvite(line, identity, invite)

  let message = first
  let state: OutgoingState = { is: 'prepared' }
  let observer: InviteObserver
  let trace: CallTrace
  let rang = false
  let proceeding = false
  /** The INVITE that got its CANCEL: a challenge that crosses it makes another one. */
  let cancelledCseq = 0
  let earlySdp: string | null = null

  const end = (
    how: Pick<InviteEnd, 'code' | 'reason' | 'by'> & { q850?: number | null; byeConfirmed?: boolean },
  ): void => {
    if (state.is === 'ended' || state.is === 'prepared') return
    stopTimersOf(state)
    state = { is: 'ended' }
    trace.stop()
    onEnded()
    const known = { rang, heardFrom: trace.heardFrom(), trace: trace.messages() }
    tell(() => observer.ended({ at: line.now(), q850: null, byeConfirmed: false, ...how, ...known }))
  }

  const leave = (session: Session, code: number, reason: string): void => {
    state = { is: 'leaving' }
    const answered = (answer: Answer): void =>
      end({ code, reason, by: 'us', byeConfirmed: !isLocal(answer) && !isChallenge(answer) })
    session.bye({ onAccept: answered, onRedirect: answered, onReject: answered })
  }

  const cancel = (why: 'us' | 'timeout'): void => {
    if (state.is !== 'inviting') return
    const { uac } = state
    stopTimersOf(state)
    // Without an answer to the INVITE, or with its 487 lost, sip.js would wait for ever.
    const watchdog = setTimeout(() => {
      end({ code: 0, reason: 'no answer to CANCEL', by: why })
      line.dropInvite(invite.sipCallId, uac.message.cseq)
    }, timers.giveUp)
    state = { is: 'cancelling', uac, why, watchdog }
    // A CANCEL may leave only after a provisional answer (RFC 3261 section 9.1).
    if (proceeding) sendCancel(uac)
  }

  const sendCancel = (uac: OutgoingInviteRequest): void => {
    if (cancelledCseq === uac.message.cseq) return
    cancelledCseq = uac.message.cseq
    uac.cancel()
  }

  const onProvisional = (response: IncomingResponseMessage): void => {
    proceeding = true
    if (state.is === 'cancelling') sendCancel(state.uac)
    const code = response.statusCode ?? 100
    if (state.is !== 'inviting' || code === 100) return
    if (!rang) {
      clearTimeout(state.ringTimer)
      state.ringTimer = setTimeout(cancel, invite.ringSeconds * 1000, 'timeout')
    }
    rang = true
    if (response.body) earlySdp = response.body
    tell(() => observer.provisional(line.now(), code, response.body || null))
  }

  const onAccept: NonNullable<OutgoingInviteRequestDelegate['onAccept']> = response => {
    const { message: answer, session, ack } = response
    const { statusCode: code = 200, reasonPhrase: reason = 'OK' } = answer
    if (state.is === 'cancelling') {
      stopTimersOf(state)
      ack()
      leave(session, code, reason)
      return
    }
    if (state.is !== 'inviting') {
      // A second phone behind a forking proxy, or an answer after we gave up: nobody may be left on the line.
      ack()
      session.bye()
      return
    }
    stopTimersOf(state)
    const accepted: OutgoingState = { is: 'accepted', session, ack: once(ack), leave: false }
    state = accepted
    const sdp = answer.body || earlySdp || ''
    session.delegate = inDialogRequests({
      agreed: { ours: invite.offer, theirs: sdp },
      contact: core.configuration.contact.toString(),
      onKey: key => tell(() => observer.info(key)),
      onBye: bye =>
        end({ code, reason, by: 'them', q850: q850In(bye.getHeaders('reason')), byeConfirmed: true }),
    })
    const acknowledge = (stay: boolean): void => {
      accepted.ack()
      // They may have hung up in the meantime.
      if (state !== accepted) return
      if (stay && !accepted.leave) state = { is: 'up', session }
      else leave(session, code, reason)
    }
    const saved = (async () =>
      observer.answered(line.now(), dialogFactsOf(session, response, message.cseq), sdp))()
    saved.then(
      () => acknowledge(true),
      () => acknowledge(false),
    )
  }

  /** Calls whom a 3xx names, with the same timers: a call does not ring longer for being sent on. */
  const onRedirect = (response: Answer): void => {
    const user = redirectedTo(response.message.getHeaders('contact'), identity)
    if (state.is !== 'inviting' || user === null || message.cseq - facts.cseq >= LAST_REDIRECTED) {
      onFinal(response)
      return
    }
    message = makeRedirectedInvite(line, identity, invite, message, user)
    proceeding = false
    state = { ...state, uac: sendInvite() }
  }

  const onFinal = (response: Answer): void => {
    const { message: answer } = response
    const by = state.is === 'cancelling' ? state.why : null
    if (isLocal(response)) {
      if (!by) line.peerSilent()
      end({
        code: 0,
        reason: answer.reasonPhrase ?? '',
        by: by ?? (answer.statusCode === 503 ? 'unreachable' : 'silent'),
      })
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

  /**
   * Nothing from the peer at all since we called: it is down. The call itself is given up only where another peer could
   * take it; should this one wake up later, it gets a CANCEL.
   */
  const judgeSilence = (sentAt: number): void => {
    if (state.is !== 'inviting' || trace.heardFrom()) return
    if (line.lastHeard() < sentAt) line.peerSilent()
    if (!invite.movesOn) return
    const { uac } = state
    uac.cancel()
    setTimeout(() => line.dropInvite(invite.sipCallId, uac.message.cseq), timers.giveUp).unref()
    end({ code: 0, reason: 'no answer', by: 'silent' })
  }

  const sendInvite = (): OutgoingInviteRequest =>
    core.invite(message, {
      onTrying: response => onProvisional(response.message),
      onProgress: response => onProvisional(response.message),
      onAccept,
      onRedirect,
      onReject: onFinal,
    })

  return {
    facts,
    send(observing) {
      if (state.is !== 'prepared' && state.is !== 'discarded') return
      observer = observing
      trace = line.traces.start(invite.sipCallId)
      if (state.is === 'discarded') {
        end({ code: 0, reason: 'hung up before it was sent', by: 'us' })
        return
      }
      const sentAt = line.now()
      state = {
        is: 'inviting',
        uac: sendInvite(),
        ringTimer: setTimeout(cancel, invite.ringSeconds * 1000, 'timeout'),
        // After a stall of this thread the timer is early: what waits in the socket is read first.
        silence: setTimeout(() => setImmediate(judgeSilence, sentAt), timers.silence),
      }
    },
    hangUp() {
      // Hung up before it was sent: then it never is.
      if (state.is === 'prepared') state = { is: 'discarded' }
      else if (state.is === 'inviting') cancel('us')
      else if (state.is === 'accepted') state.leave = true
      else if (state.is === 'up') leave(state.session, 200, 'OK')
    },
    abandon() {
      if (state.is === 'accepted') {
        state.ack()
        state.session.bye()
      } else this.hangUp()
      end({ code: 0, reason: 'the line was closed', by: 'network' })
    },
  }
}

const once = (act: () => void): (() => void) => {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}
