/** The little of SDP (RFC 4566, RFC 3264) that a G.711 call needs. */

export type Codec = 'PCMA' | 'PCMU'
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

/** Where we take RTP. `sessionId`: any number, the same throughout one call. */
export interface LocalMedia {
  readonly host: string
  readonly port: number
  readonly sessionId: number
}

export interface SdpAudio {
  readonly is: 'audio'
  readonly host: string
  readonly port: number
  /** The first of theirs that we know. */
  readonly codec: Codec
  /** Payload type of telephone-event at 8 kHz, `null` where they have none. */
  readonly telephoneEvent: number | null
  /** As they see it: `sendonly` means that they send. `inactive` also for a connection address of 0.0.0.0. */
  readonly direction: Direction
}

/** Why there can be no audio, and the same in words. */
export interface SdpRefusal {
  readonly is: 'refused'
  readonly why: 'not_sdp' | 'no_audio' | 'port_zero' | 'no_address' | 'no_common_codec' | 'not_plain_rtp'
  readonly message: string
}

const payloadOf = { PCMA: 8, PCMU: 0 } as const satisfies Record<Codec, number>
const codecs: readonly Codec[] = ['PCMA', 'PCMU']
const ourTelephoneEvent = 101

export const writeOffer = (local: LocalMedia): string =>
  sdp(local, [audioLine(local.port, codecs, ourTelephoneEvent, 'sendrecv')])

/** The answer to their offer with one codec; every other medium is declined (RFC 3264 section 6). */
export const writeAnswer = (offer: string, local: LocalMedia): string | SdpRefusal => {
  const heard = readSdp(offer)
  if (heard.is === 'refused') return heard
  const chosen = pickAudio(mediaOf(offer))
  const lines = mediaOf(offer).map(media =>
    media.line === chosen?.line
      ? audioLine(local.port, [heard.codec], heard.telephoneEvent, mirrored[heard.direction])
      : `m=${media.kind} 0 ${media.protocol} ${media.payloads.join(' ') || '0'}`,
  )
  return sdp(local, lines)
}

const mirrored = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
} as const satisfies Record<Direction, Direction>

const sdp = ({ host, sessionId }: LocalMedia, media: readonly string[]): string => {
  const address = `IN ${host.includes(':') ? 'IP6' : 'IP4'} ${host}`
  return `v=0\r\no=- ${sessionId} ${sessionId} ${address}\r\ns=-\r\nc=${address}\r\nt=0 0\r\n${media.join('\r\n')}\r\n`
}

const audioLine = (port: number, of: readonly Codec[], event: number | null, direction: Direction): string =>
  [
    `m=audio ${port} RTP/AVP ${[...of.map(codec => payloadOf[codec]), ...(event === null ? [] : [event])].join(' ')}`,
    ...of.map(codec => `a=rtpmap:${payloadOf[codec]} ${codec}/8000`),
    ...(event === null ? [] : [`a=rtpmap:${event} telephone-event/8000`, `a=fmtp:${event} 0-15`]),
    'a=ptime:20',
    `a=${direction}`,
  ].join('\r\n')

export const readSdp = (text: string): SdpAudio | SdpRefusal => {
  if (!/^v=0\s*$/m.test(text))
    return refused('not_sdp', 'The answer carries no description of its media (SDP).')
  const audio = mediaOf(text).filter(media => media.kind === 'audio')
  if (audio.length === 0) return refused('no_audio', 'The other side offers no audio.')
  const open = audio.filter(media => media.port > 0)
  if (open.length === 0) return refused('port_zero', 'The other side has switched its audio off (port 0).')
  const media = pickAudio(open)
  if (!media)
    return refused('not_plain_rtp', `The other side wants ${open[0]?.protocol}; only RTP/AVP is spoken here.`)
  const codec = media.payloads
    .map(payload => codecs.find(known => String(payloadOf[known]) === payload))
    .find(Boolean)
  if (!codec)
    return refused('no_common_codec', 'The other side speaks neither G.711 A-law (PCMA) nor µ-law (PCMU).')
  const host = media.host ?? addressIn(linesOf(text.split(/^m=/m, 1)[0] ?? ''))
  if (!host) return refused('no_address', 'The other side gives no address for its audio.')
  const direction =
    directionIn(media.attributes) ?? directionIn(linesOf(text.split(/^m=/m, 1)[0] ?? '')) ?? 'sendrecv'
  return {
    is: 'audio',
    host,
    port: media.port,
    codec,
    telephoneEvent: telephoneEventOf(media),
    // RFC 3264 section 8.4: the hold of older phones.
    direction: host === '0.0.0.0' || host === '::' ? 'inactive' : direction,
  }
}

const refused = (why: SdpRefusal['why'], message: string): SdpRefusal => ({ is: 'refused', why, message })

interface Media {
  readonly line: string
  readonly kind: string
  readonly port: number
  readonly protocol: string
  readonly payloads: readonly string[]
  readonly host: string | null
  readonly attributes: readonly string[]
}

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)

const mediaOf = (text: string): readonly Media[] =>
  text
    .split(/^(?=m=)/m)
    .filter(part => part.startsWith('m='))
    .flatMap(part => {
      const lines = linesOf(part)
      const fields = /^m=(\S+) (\d{1,5})(?:\/\d+)? (\S+)(?: (.*))?$/.exec(lines[0]?.trimEnd() ?? '')
      if (!fields || Number(fields[2]) > 65_535) return []
      return {
        line: part,
        kind: fields[1] ?? '',
        port: Number(fields[2]),
        protocol: fields[3] ?? '',
        payloads: (fields[4] ?? '').split(' ').filter(Boolean),
        host: addressIn(lines),
        attributes: lines,
      }
    })

const pickAudio = (media: readonly Media[]): Media | undefined =>
  media.find(({ kind, port, protocol }) => kind === 'audio' && port > 0 && /^RTP\/AVPF?$/i.test(protocol))

const addressIn = (lines: readonly string[]): string | null =>
  lines.map(line => /^c=IN IP[46] ([^\s/]+)/i.exec(line)?.[1]).find(Boolean) ?? null

const directionIn = (lines: readonly string[]): Direction | null =>
  (lines
    .map(line => /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/.exec(line)?.[1])
    .find(Boolean) as Direction) ?? null

const telephoneEventOf = ({ attributes, payloads }: Media): number | null => {
  for (const line of attributes) {
    const payload = /^a=rtpmap:(\d{1,3})\s+telephone-event\/8000\b/i.exec(line)?.[1]
    if (payload && payloads.includes(payload)) return Number(payload)
  }
  return null
}
