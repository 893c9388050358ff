import { type IncomingRequestMessage, InviteUserAgentServer, type Session } from 'sip.js/lib/core/index.js'
import type { IncomingInvite } from '../sip-line.ts'
import { inDialogRequests } from './in-dialog-requests.ts'
import type { LineContext } from './line-context.ts'
import { tell } from './tell.ts'

/**
 *  offered ──answer──▶ unacknowledged ──ACK──▶ up ──bye──▶ leaving ──▶ ended
 *     └──reject, CANCEL──────────────────────────────────────────────────▲
 */
type State =
  | { readonly is: 'offered' }
  | { readonly is: 'unacknowledged'; readonly session: Session }
  | { readonly is: 'up'; readonly session: Session }
  | { readonly is: 'leaving' }
  | { readonly is: 'ended' }

export interface RunningIncomingCall extends IncomingInvite {
  abandon(): void
}

/** Takes an INVITE that is not in a dialog; its sender is told at once that it has arrived. */
export const takeIncomingCall = (
  line: LineContext,
  message: IncomingRequestMessage,
  onGone: () => void,
): RunningIncomingCall => {
  let state: State = { is: 'offered' }
  const cancelled: (() => void)[] = []
  const ended: ((by: 'caller' | 'us') => void)[] = []
  const acknowledged = Promise.withResolvers<void>()
  acknowledged.promise.catch(() => {})

  const finish = (): void => {
    if (state.is === 'ended') return
    state = { is: 'ended' }
    acknowledged.reject(new Error('The call ended before its ACK came.'))
    onGone()
  }
  const tellEnd = (by: 'caller' | 'us'): void => {
    finish()
    for (const listener of ended) tell(() => listener(by))
  }

  const uas = new InviteUserAgentServer(line.core, message, {
    onCancel() {
      if (state.is !== 'offered') return
      uas.reject({ statusCode: 487 })
      finish()
      for (const listener of cancelled) tell(listener)
    },
  })
  uas.trying()

  const sendBye = (session: Session, headers: readonly string[]): Promise<boolean> => {
    state = { is: 'leaving' }
    return new Promise(resolve => {
      const answered = ({ message: { data } }: { message: { data?: string } }): void => {
        // What sip.js made itself has no data: no answer came.
        resolve(Boolean(data))
        tellEnd('us')
      }
      session.bye(
        { onAccept: answered, onRedirect: answered, onReject: answered },
        { extraHeaders: [...headers] },
      )
    })
  }

  return {
    sipCallId: message.callId,
    from: message.from.uri.user ?? '',
    to: message.ruri?.user ?? message.to.uri.user ?? '',
    offer: message.body,
    at: line.now(),
    progress(code, sdp) {
      if (state.is === 'offered') uas.progress({ statusCode: code, ...bodyOf(sdp) })
    },
    answer(sdp) {
      if (state.is !== 'offered')
        return Promise.reject(new Error('The call is no longer waiting for an answer.'))
      const { session } = uas.accept({ statusCode: 200, ...bodyOf(sdp) })
      state = { is: 'unacknowledged', session }
      session.delegate = {
        ...inDialogRequests({
          agreed: { ours: sdp, theirs: message.body },
          contact: line.core.configuration.contact.toString(),
          onKey: () => {},
          onBye: () => tellEnd('caller'),
        }),
        onAck() {
          if (state.is !== 'unacknowledged') return
          state = { is: 'up', session }
          acknowledged.resolve()
        },
        // 13.3.1.4: a call whose answer nobody acknowledges is ended with BYE.
        onAckTimeout: () => void sendBye(session, []),
      }
      return acknowledged.promise
    },
    reject(code, reason, headers) {
      if (state.is !== 'offered') return
      uas.reject({
        statusCode: code,
        ...(reason === undefined ? {} : { reasonPhrase: reason }),
        extraHeaders: [...(headers ?? [])],
      })
      finish()
    },
    async bye(headers = []) {
      // A BYE may not overtake the ACK (section 15).
      if (state.is === 'unacknowledged') await acknowledged.promise.catch(() => {})
      return state.is === 'up' ? sendBye(state.session, headers) : false
    },
    onCancelled: listener => void cancelled.push(listener),
    onEnded: listener => void ended.push(listener),
    abandon() {
      if (state.is === 'offered') this.reject(503)
      else if (state.is === 'up') void sendBye(state.session, [])
      tellEnd('us')
    },
  }
}

const bodyOf = (sdp: string | undefined) =>
  sdp === undefined
    ? {}
    : { body: { contentDisposition: 'session', contentType: 'application/sdp', content: sdp } }
