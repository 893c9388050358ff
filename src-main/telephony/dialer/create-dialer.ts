import type { TrunkId } from '../../domain/ids.ts'
import type { CallOrder, Dialer, DialRefusal, PreparedCall } from '../../engine/ports.ts'
import type { Speech } from '../../voice/agent-call.ts'
import type { MediaPool, PoolHealth } from '../media/media-pool.ts'
import { writeOffer } from '../sip/sdp.ts'
import { openCallLeg } from './call-leg.ts'
import { endOrphan } from './end-orphan.ts'
import { placeCall } from './place-call.ts'
import { type TrunkTestStep, testTrunk } from './test-trunk.ts'
import type { TrunkConfig } from './trunk-config.ts'
import { createTrunkLines, type OpenTrunk, type TrunkLinesOptions } from './trunk-lines.ts'
import { writeNumber } from './write-number.ts'

export interface DialerOptions extends TrunkLinesOptions {
  readonly media: MediaPool
  readonly speech: Speech
  /** Recordings are kept in its folder `recordings`. */
  readonly dataDir: string
}

/** The engine's way to the world: a SIP line per trunk, an audio leg and an agent per call. */
export interface TrunkDialer extends Dialer {
  /** Makes a trunk known, or changes it. Running calls end on the line they were placed on. */
  applyTrunk(config: TrunkConfig): Promise<void>
  removeTrunk(trunk: TrunkId): Promise<void>
  /** Tries a trunk layer by layer, up to the first that fails. The trunk need not be known. */
  testTrunk(config: TrunkConfig): Promise<readonly TrunkTestStep[]>
  mediaHealth(): PoolHealth
  /** Ends the calls that still run, closes the lines; resolves when each call has been told its end. */
  close(): Promise<void>
}

export const createDialer = (options: DialerOptions): TrunkDialer => {
  const { media, speech, dataDir, now, userAgent } = options
  const trunks = createTrunkLines(options)
  const running = new Set<Promise<void>>()

  const prepare = async (order: CallOrder): Promise<PreparedCall | DialRefusal> => {
    const trunk = trunks.get(order.trunk)
    const down = whyDown(trunk, trunks.health(order.trunk))
    if (trunk === null || down !== null) return { refused: 'trunk_down', message: down ?? '' }
    const to = writeNumber(order.to, trunk.config.settings.numberFormat)
    const from = writeNumber(order.callerId, trunk.config.settings.numberFormat)
    if (to === null || from === null) return badNumber(to === null ? order.to : order.callerId)

    const use = trunk.use()
    const recording = order.record ? `recordings/${order.call}.wav` : null
    const audio = await openCallLeg({ media, dataDir, recording })
    if ('refused' in audio) {
      use.release()
      return { refused: 'no_media_port', message: audio.refused }
    }
    const invite = trunk.line.prepareInvite({
      sipCallId: order.sipCallId,
      to,
      from,
      ...(order.callerName === undefined ? {} : { fromName: order.callerName }),
      ringSeconds: order.ringSeconds,
      offer: writeOffer({ host: trunk.line.localHost, port: audio.leg.localPort, sessionId: order.call }),
    })
    const { promise, resolve } = Promise.withResolvers<void>()
    running.add(promise)
    const freed = () => {
      running.delete(promise)
      use.release()
      resolve()
    }
    return placeCall({ order, invite, audio, speech, now, freed })
  }

  return {
    prepare,
    endOrphan: (facts, dialog) => endOrphan(facts, dialog, trunks, userAgent),
    trunkHealth: trunks.health,
    onTrunkHealth: trunks.onHealth,
    applyTrunk: trunks.apply,
    removeTrunk: trunks.remove,
    testTrunk: config => testTrunk(config, trunks.get(config.id), userAgent),
    mediaHealth: () => media.health(),
    close: async () => {
      await trunks.close()
      await Promise.all(running)
    },
  }
}

/**
 * A trunk that is down is not dialled: it is found up again by OPTIONS or registration. With neither, only a call
 * can find out.
 */
const whyDown = (trunk: OpenTrunk | null, health: ReturnType<Dialer['trunkHealth']>): string | null => {
  if (trunk === null)
    return health.is === 'down' ? health.reason : 'This trunk is not open yet, or was removed.'
  const { optionsSeconds, register } = trunk.config.settings
  return health.is === 'down' && (register || optionsSeconds > 0) ? health.reason : null
}

const badNumber = (number: string): DialRefusal => ({
  refused: 'bad_number',
  message: `"${number}" is no telephone number in international form (+ and up to 15 digits).`,
})
