import { uriHost } from '../message/address.ts'
import type { Identity } from './invite-request.ts'

/**
 * INVITEs that follow the first one at most: two redirections without a password, or one whose target asks for it once
 * more. After a crash all of them are cancelled, so the number must be small and known.
 */
export const MOST_FURTHER_INVITES = 3

/** A redirection is followed up to this distance in CSeq: its INVITE may have to be sent again with a password. */
export const LAST_REDIRECTED = MOST_FURTHER_INVITES - 1

// Neither escapes nor parameters: what cannot be a number or a plain name is not followed.
const contactForm = /^sip:([\w+.!~*'()-]{1,64})@(\[[\da-f:.]+\]|[^\s:;?@[\]]+)(?::(\d{1,5}))?(?:[;?]|$)/i

/**
 * The user whom the first Contact at our own peer names, `null` where there is none. Contacts elsewhere are not
 * followed: only configured peers are called.
 */
export const redirectedTo = (
  contacts: readonly string[],
  { peer, peerHost }: Pick<Identity, 'peer' | 'peerHost'>,
): string | null => {
  const ours = [uriHost(peer.host), uriHost(peerHost)].map(host => host.toLowerCase())
  for (const contact of contacts)
    for (const [, inBrackets, plain = ''] of contact.matchAll(/<([^<>]+)>|^\s*(sip:[^\s,;<>]+)/gi)) {
      const uri = inBrackets ?? plain
      const [, user, host = '', port] = contactForm.exec(uri) ?? []
      const isOurs = ours.includes(host.toLowerCase()) && (port === undefined || Number(port) === peer.port)
      if (user !== undefined && isOurs) return user
    }
  return null
}
