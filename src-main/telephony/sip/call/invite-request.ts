import { type OutgoingRequestMessage, URI } from 'sip.js/lib/core/index.js'
import type { SendingFacts } from '../../../engine/ports.ts'
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
  { core, localAddress, token }: LineContext,
  { peer, peerHost, fromDomain }: Identity,
  { sipCallId, to, from, fromName = '', offer }: OutgoingInvite,
): { readonly message: OutgoingRequestMessage; readonly facts: SendingFacts } => {
  const target = new URI('sip', to, uriHost(peerHost), peer.port === 5060 ? undefined : peer.port)
  const message = core.makeOutgoingRequestMessage(
    'INVITE',
    target,
    new URI('sip', from, uriHost(fromDomain)),
    target,
    { callId: sipCallId, fromTag: token(), fromDisplayName: quotable(fromName), cseq: 1 },
    [
      `Contact: ${core.configuration.contact.toString()}`,
      'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE',
    ],
    { contentDisposition: 'session', contentType: 'application/sdp', content: offer },
  )
  const facts: SendingFacts = {
    sipCallId,
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

/** sip.js puts the name in quotes as it is. */
const quotable = (name: string): string => name.replace(/["\\\r\n]/g, '').slice(0, 80)
