import type { DialogFacts, SendingFacts } from '../../../engine/ports/dialer.ts'
import { type AskOptions, ask } from '../keep/ask.ts'
import { inviteBranch } from '../message/branch.ts'
import { makeRequest } from '../message/make-request.ts'
import { MOST_FURTHER_INVITES } from './redirect.ts'
import type { Strays } from './strays.ts'

export interface OrphanOptions extends Omit<AskOptions, 'to'> {
  readonly strays: Strays
  readonly giveUpMs: number
  readonly userAgent: string
}

/** Ends a call that an earlier process left behind: BYE where its dialog is known, CANCEL where it is not. */
export const endOrphan = async (
  options: OrphanOptions,
  facts: SendingFacts,
  dialog: DialogFacts | null,
): Promise<void> => {
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, options.giveUpMs)
  const ended = dialog ? sendBye(options, facts, dialog) : cancelInvite(options, facts, patience.promise)
  await Promise.race([ended, patience.promise])
  clearTimeout(timer)
}

const local = ({ localHost, localPort }: SendingFacts) => ({ host: localHost, port: localPort })
const remote = ({ remoteHost, remotePort }: SendingFacts) => ({ host: remoteHost, port: remotePort })

/** What was sent between the answer and the crash is not known; a gap in CSeq is allowed (RFC 3261 section 12.2.2). */
const cseqGap = 100

const sendBye = (options: OrphanOptions, facts: SendingFacts, dialog: DialogFacts): Promise<unknown> =>
  ask(
    { ...options, to: remote(facts) },
    {
      method: 'BYE',
      uri: dialog.remoteTarget,
      local: local(facts),
      from: facts.from,
      to: `${facts.to};tag=${dialog.remoteTag}`,
      callId: facts.sipCallId,
      cseq: dialog.cseq + cseqGap,
      routeSet: dialog.routeSet,
      userAgent: options.userAgent,
    },
  )

/**
 * Each password asked for and each redirection made another INVITE, with one CSeq more; which one the peer still knows
 * is unknown, so all that may have been are cancelled. A CANCEL that was taken (200) is over when the INVITE's own answer has come.
 */
const cancelInvite = async (
  options: OrphanOptions,
  facts: SendingFacts,
  patience: Promise<void>,
): Promise<void> => {
  const { raw, strays, userAgent } = options
  const over = new Map<number, () => void>()
  const unwatch = strays.watch(facts.sipCallId, cseq => over.get(cseq)?.())
  const cancelOne = async (cseq: number): Promise<void> => {
    const finished = Promise.withResolvers<void>()
    over.set(cseq, finished.resolve)
    const { request, branch } = makeRequest({
      method: 'CANCEL',
      uri: facts.requestUri,
      local: local(facts),
      from: facts.from,
      to: facts.to,
      callId: facts.sipCallId,
      cseq,
      branch: inviteBranch(facts.sipCallId, cseq),
      userAgent,
    })
    const answer = await raw.request(request, branch, remote(facts))
    if (answer?.start.is === 'response' && answer.start.status < 300)
      await Promise.race([finished.promise, patience])
  }
  const further = Array.from({ length: MOST_FURTHER_INVITES + 1 }, (_, more) => facts.cseq + more)
  await Promise.all(further.map(cancelOne))
  unwatch()
}
