import { answerTo } from '../auth/answer-challenge.ts'
import type { Credentials } from '../auth/digest.ts'
import type { Address } from '../message/address.ts'
import { makeRequest, type RequestParts } from '../message/make-request.ts'
import type { SipText } from '../message/sip-text.ts'
import type { RawRequests } from '../raw-requests.ts'

export interface AskOptions {
  readonly raw: RawRequests
  readonly to: Address
  readonly credentials: Credentials | null
  readonly token: () => string
}

/** A nonce may be called stale once; a second refusal of the same password is final. */
const mostAnswers = 2

/** Sends a request made without sip.js and answers the challenge that may come back. `null`: silence. */
export const ask = async (
  { raw, to, credentials, token }: AskOptions,
  parts: RequestParts,
): Promise<SipText | null> => {
  let sent = parts
  for (let answers = 0; ; answers++) {
    const { request, branch } = makeRequest(sent)
    const answer = await raw.request(request, branch, to)
    const { method, uri } = parts
    const authorized =
      answer && credentials ? answerTo(answer, credentials, { method, uri, cnonce: token() }) : null
    if (!authorized || answers === mostAnswers || (answers > 0 && !authorized.stale)) return answer
    sent = { ...parts, cseq: sent.cseq + 1, headers: [...(parts.headers ?? []), authorized.header] }
  }
}
