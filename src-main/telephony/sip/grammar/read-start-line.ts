import { readUri } from './read-uri.ts'

const request =
  /^(INVITE|ACK|OPTIONS|BYE|CANCEL|REGISTER|INFO|UPDATE|PRACK|MESSAGE|SUBSCRIBE|NOTIFY|REFER|PUBLISH) (\S+) (SIP\/2\.0)$/
const response = /^(SIP\/2\.0) ([1-6]\d\d) ([A-Za-z0-9 .,:;()'/_+-]*)$/

/** Request or status line. A URI without a user leaves traces in sip.js's result and is left to it. */
export const readStartLine = (text: string): object | null => {
  const status = response.exec(text)
  if (status) return { sip_version: status[1], status_code: Number(status[2]), reason_phrase: status[3] }
  const match = request.exec(text)
  const uri = match && readUri(match[2] ?? '')
  return uri?.user ? { method: match?.[1], uri, sip_version: match?.[3] } : null
}
