import { type Address, hostPort } from '../message/address.ts'

/** What a supervisor reads when the trunk does not want us: what failed, and what to do. */
export const refusalInWords = (code: number, reason: string, user: string): string => {
  const what = `${code}${reason ? ` ${reason}` : ''}`
  if (code === 401 || code === 407)
    return `The trunk refused the password (${code}). Check user and password.`
  if (code === 403)
    return `The trunk does not let us in (${what}). Check user, password, and the addresses that it allows.`
  if (code === 404) return `The trunk does not know the user ${user} (${what}). Check the user.`
  if (code === 423) return `The trunk wants another time between registrations (${what}). Set a longer one.`
  if (code >= 500 && code < 600) return `The trunk has a fault of its own (${what}). Trying again.`
  return `The trunk refused the registration (${what}).`
}

export const silenceInWords = (peer: Address, afterMs: number): string =>
  `No answer from ${hostPort(peer)} within ${afterMs / 1000} s. Check address, port and firewall.`

export const sendErrorInWords = (peer: Address, error: string): string =>
  `Nothing can be sent to ${hostPort(peer)}: ${error}. Check the network.`
