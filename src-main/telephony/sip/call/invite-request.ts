import { type OutgoingRequestMessage, URI } from 'sip.js/lib/core/index.js'
import type { SendingFacts } from '../../../engine/ports/dialer.ts'
import { type Address, uriHost } from '../message/address.ts'
import type { OutgoingInvite } from '../sip-line.ts'
import type { LineContext } from './line-context.ts'

/** Who we are to the trunk, and where it is. */
export interface Identity {
  readonly peer: Address
  /** The peer as it is called in URIs: its name where it has one. */
  readonly peerHost: string
  readonly fromDomain: string
}

/** Makes the INVITE with tags and Call-ID, and sends nothing. */
export const makeInvite = (
  line: LineContext,
  identity: Identity,
  invite: OutgoingInvite,
): { readonly message: OutgoingRequestMessage; readonly facts: SendingFacts } => {
  const message = write(line, identity, invite, { user: invite.to, fromTag: line.token(), cseq: 1 })
  const { localAddress } = line
  const { peer } = identity
  const facts: SendingFacts = {
    sipCallId: invite.sipCallId,
    transport: 'udp',
    localHost: localAddress.host,
    localPort: localAddress.port,
    remoteHost: peer.host,
    remotePort: peer.port,
    requestUri: message.ruri.toRaw(),
    from: message.from.toString(),
    to: message.to.toString(),
    cseq: message.cseq,
  }
  return { message, facts }
}

/** The same call once more, to another user of the same peer (RFC 3261 section 8.1.3.4). */
export const makeRedirectedInvite = (
  line: LineContext,
  identity: Identity,
  invite: OutgoingInvite,
  { fromTag, cseq }: OutgoingRequestMessage,
  user: string,
): OutgoingRequestMessage => write(line, identity, invite, { user, fromTag, cseq: cseq + 1 })

interface Varying {
  /** Of the Request-URI; To stays whom we called. */
  readonly user: string
  readonly fromTag: string
  readonly cseq: number
}

const write = (
  { core }: LineContext,
  { peer, peerHost, fromDomain }: Identity,
  { sipCallId, to, from, fromName = '', offer }: OutgoingInvite,
  { user, fromTag, cseq }: Varying,
): OutgoingRequestMessage => {
  const at = (called: string) =>
    new URI('sip', called, uriHost(peerHost), peer.port === 5060 ? undefined : peer.port)
  return core.makeOutgoingRequestMessage(
    'INVITE',
    at(user),
    new URI('sip', from, uriHost(fromDomain)),
    at(to),
    { callId: sipCallId, fromTag, fromDisplayName: quotable(fromName), cseq },
    [
      `Contact: ${core.configuration.contact.toString()}`,
      'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE',
    ],
    { contentDisposition: 'session', contentType: 'application/sdp', content: offer },
  )
}

/** sip.js puts the name in quotes as it is. */
const quotable = (name: string): string => name.replace(/["\\\r\n]/g, '').slice(0, 80)
