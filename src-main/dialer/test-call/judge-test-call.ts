import type { CallOutcome } from '../../engine/ports/dialer.ts'
import type { SdpAudio, SdpRefusal } from '../../telephony/sip/sdp.ts'
import type { InviteEnd } from '../../telephony/sip/sip-line.ts'
import type { TrunkTestStep } from '../test-trunk.ts'
import { refusalStep } from './refusal-words.ts'

export interface TestCallFacts {
  /** `null`: the INVITE never left. */
  readonly end: Pick<InviteEnd, 'by' | 'code' | 'reason' | 'rang' | 'heardFrom'> | null
  /** `null`: nobody answered. */
  readonly answer: { readonly afterMs: number; readonly sound: SdpAudio | SdpRefusal } | null
  readonly outcome: Pick<CallOutcome, 'conversation' | 'media' | 'hungUpBy'>
  /** Who ended it, where that was done from here: the beginning of a sentence. */
  readonly ender: string
  readonly ringSeconds: number
  /** UDP port where this call waited for sound. */
  readonly rtpPort: number
}

/** What a test call has shown, layer by layer, up to the first that failed. */
export function judgeTestCall(facts: TestCallFacts): readonly TrunkTestStep[] {
  const { answer } = facts
  if (answer === null) return [notAnswered(facts)]
  const call: TrunkTestStep = {
    layer: 'call',
    ok: true,
    text: `Answered after ${Math.round(answer.afterMs / 1000)} s.`,
  }
  if (answer.sound.is === 'refused')
    return [call, { layer: 'codec', ok: false, text: `No sound was agreed on: ${answer.sound.message}` }]
  return [call, codecStep(answer.sound), soundStep(facts)]
}

function notAnswered({ end, ender, ringSeconds }: TestCallFacts): TrunkTestStep {
  const failed = (text: string): TrunkTestStep => ({ layer: 'call', ok: false, text })
  if (end === null || end.by === 'us') return failed(`${ender} before anybody answered.`)
  if (end.by === 'unreachable')
    return failed('Nothing could be sent to the trunk any more: check the network, then test again.')
  if (end.by === 'network') return failed('The line was closed while the call went on: test again.')
  if (!end.heardFrom || end.by === 'silent')
    return failed(
      'The trunk answers the test, but not the call: ask the carrier whether this computer may call, and look at the firewall.',
    )
  if (end.by === 'timeout')
    return failed(
      end.rang
        ? `It rang, and nobody answered within ${ringSeconds} s: answer it, or call another telephone.`
        : `The trunk took the call, but nothing rang within ${ringSeconds} s: ask the carrier where such calls go.`,
    )
  return refusalStep(end.code, end.reason, end.rang)
}

const codecNames = { PCMA: 'G.711 A-law (PCMA)', PCMU: 'G.711 µ-law (PCMU)' } as const

const codecStep = ({ codec, telephoneEvent }: SdpAudio): TrunkTestStep => ({
  layer: 'codec',
  ok: true,
  text:
    telephoneEvent === null
      ? `${codecNames[codec]} was agreed on, without telephone-event: keys may not arrive.`
      : `${codecNames[codec]} was agreed on, keys as telephone-event.`,
})

function soundStep({
  outcome: { conversation, media, hungUpBy },
  ender,
  rtpPort,
}: TestCallFacts): TrunkTestStep {
  const failed = (text: string): TrunkTestStep => ({ layer: 'sound', ok: false, text })
  if (media === null) return failed('The sound could not be measured: test again.')
  const [sent, received] = [packets(media.sent), packets(media.received)]
  const pressed = conversation.find(event => event.is === 'key_pressed')
  if (media.received === 0)
    return failed(
      pressed
        ? `They hear us, but no sound comes back (${sent} packets out, 0 in): one-way audio, usually by a firewall or NAT. Let the UDP ports of sound through to this computer; this call had ${rtpPort}.`
        : `No sound comes back (${sent} packets out, 0 in): one-way audio, usually by a firewall or NAT. Let the UDP ports of sound through to this computer; this call had ${rtpPort}.`,
    )
  if (pressed)
    return {
      layer: 'sound',
      ok: true,
      text: `Key ${pressed.key} was pressed: sound goes both ways (${sent} packets out, ${received} in).`,
    }
  if (hungUpBy === 'supervisor')
    return failed(`Sound comes back (${received} packets). ${ender} before a key was pressed.`)
  return failed(
    hungUpBy === 'person'
      ? `Sound comes back (${received} packets), but they hung up without pressing a key: call again, and press 1.`
      : `Sound comes back (${received} packets), but no key was pressed: they did not hear the sentence or did not press, or the trunk passes no keys.`,
  )
}

const packets = (count: number): string => count.toLocaleString('en-US')
