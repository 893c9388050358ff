import { type Address, hostPort, uriUser } from '../message/address.ts'
import { makeRequest } from '../message/make-request.ts'
import type { RawRequests } from '../raw-requests.ts'
import { within } from './within.ts'
import { silenceInWords } from './words.ts'

export interface PingOptions {
  readonly raw: RawRequests
  readonly peer: Address
  readonly local: Address
  readonly user: string
  readonly userAgent: string
  readonly patienceMs: number
  readonly token: () => string
}

export type Pong =
  | { readonly ok: true; readonly code: number; readonly roundTripMs: number }
  | { readonly ok: false; readonly reason: string }

/** OPTIONS once. Any answer will do: a 404 too comes from somebody. */
export const ping = async ({
  raw,
  peer,
  local,
  user,
  userAgent,
  patienceMs,
  token,
}: PingOptions): Promise<Pong> => {
  const uri = `sip:${hostPort(peer)}`
  const { request, branch } = makeRequest({
    method: 'OPTIONS',
    uri,
    local,
    from: `<sip:${uriUser(user)}@${hostPort(local)}>;tag=${token()}`,
    to: `<${uri}>`,
    callId: token(),
    cseq: 1,
    headers: [
      ['contact', `<sip:${uriUser(user)}@${hostPort(local)}>`],
      ['accept', 'application/sdp'],
    ],
    userAgent,
  })
  const sentAt = performance.now()
  const answer = await within(patienceMs, raw.request(request, branch, peer))
  return answer?.start.is === 'response'
    ? { ok: true, code: answer.start.status, roundTripMs: performance.now() - sentAt }
    : { ok: false, reason: silenceInWords(peer, patienceMs) }
}
