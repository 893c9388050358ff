import { type Address, hostPort, uriHost, uriUser } from '../message/address.ts'
import { type Header, headerOf, headersOf, type SipText } from '../message/sip-text.ts'
import { type AskOptions, ask } from './ask.ts'
import type { ProbeResult } from './keeper.ts'
import { within } from './within.ts'
import { refusalInWords, silenceInWords } from './words.ts'

export interface RegisterOptions extends AskOptions {
  readonly local: Address
  readonly domain: string
  readonly user: string
  readonly expiresSeconds: number
  readonly patienceMs: number
  readonly userAgent: string
}

/** Registers one Contact under one Call-ID with growing CSeq (RFC 3261 section 10.2). */
export const createRegistration = (options: RegisterOptions) => {
  const { local, domain, user, userAgent, to } = options
  const callId = options.token()
  const fromTag = options.token()
  const contact = `<sip:${uriUser(user)}@${hostPort(local)}>`
  let cseq = 1
  let seconds = options.expiresSeconds

  const register = (expires: number): Promise<SipText | null> => {
    const headers: readonly Header[] = [
      ['contact', contact],
      ['expires', String(expires)],
    ]
    // Room for the answers to challenges, also when this round is given up before it ends.
    cseq += 10
    const record = `<sip:${uriUser(user)}@${uriHost(domain)}>`
    return ask(options, {
      method: 'REGISTER',
      uri: `sip:${uriHost(domain)}`,
      local,
      from: `${record};tag=${fromTag}`,
      to: record,
      callId,
      cseq,
      headers,
      userAgent,
    })
  }

  const registerLongEnough = async (): Promise<SipText | null> => {
    const answer = await register(seconds)
    if (answer?.start.is !== 'response' || answer.start.status !== 423) return answer
    seconds = Math.max(seconds, Number(headerOf(answer, 'min-expires') ?? 0))
    return register(seconds)
  }

  return {
    async renew(): Promise<ProbeResult> {
      const answer = await within(options.patienceMs, registerLongEnough())
      if (answer?.start.is !== 'response')
        return { is: 'bad', reason: silenceInWords(to, options.patienceMs), patience: 'short' }
      const { status, reason } = answer.start
      if (status >= 300)
        return {
          is: 'bad',
          reason: refusalInWords(status, reason, user),
          patience: status < 500 ? 'long' : 'short',
        }
      // Renewed well before it ends: one lost exchange must not cost the registration.
      return {
        is: 'good',
        registered: true,
        againMs: Math.max(1, grantedSeconds(answer, contact, seconds) * 0.8) * 1000,
      }
    },
    unregister: (): Promise<unknown> => register(0),
  }
}

/** The registrar decides how long: Contact's own expires, else Expires, else what we asked for (section 10.2.4). */
const grantedSeconds = (answer: SipText, contact: string, asked: number): number => {
  const ours = headersOf(answer, 'contact')
    .flatMap(value => value.split(/,(?=\s*<)/))
    .find(value => value.includes(contact))
  const granted = /;\s*expires\s*=\s*(\d+)/i.exec(ours ?? '')?.[1] ?? headerOf(answer, 'expires')
  return Number(granted ?? asked) || asked
}
