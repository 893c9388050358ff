import { setTimeout as sleep } from 'node:timers/promises'
import type { CallId, TrunkId } from '../domain/ids.ts'
import type { CallOrder, Dialer, DialRefusal, PreparedCall } from '../engine/ports/dialer.ts'
import type { MediaPool, PoolHealth, SoundLevel } from '../telephony/media/media-pool.ts'
import { writeOffer } from '../telephony/sip/sdp.ts'
import type { Speech } from '../voice/agent-call.ts'
import { openCallLeg } from './call-leg.ts'
import { endOrphan } from './end-orphan.ts'
import { findRoute } from './find-route.ts'
import { type CallListener, type Listening, type PlacedCall, placeCall } from './place-call.ts'
import type { TestCallEnd } from './test-call/ended-by.ts'
import { placeTestCall, type TestCallWish } from './test-call/place-test-call.ts'
import { createTrunkTests } from './test-call/trunk-tests.ts'
import { type TrunkTestStep, testTrunk } from './test-trunk.ts'
import type { TrunkConfig } from './trunk-config.ts'
import { createTrunkLines, type TrunkLinesOptions } from './trunk-lines.ts'
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
  /** Tries a trunk layer by layer, up to the first that fails; with a wish by a real call at last. It need not be known. */
  testTrunk(config: TrunkConfig, call?: TestCallWish): Promise<readonly TrunkTestStep[]>
  /** Hangs up test calls: the one of that id, or all of them. */
  endTestCalls(by: TestCallEnd, id?: string): void
  mediaHealth(): PoolHealth
  /** A call that is not known any more is over. */
  listen(call: CallId, listener: CallListener): Listening
  /** How loud both sides are now; `null`: there is nothing to hear. */
  level(call: CallId): SoundLevel | null
  /** Ends the calls that still run, closes the lines; resolves when each call has been told its end. */
  close(): Promise<void>
}

/** Closing waits so long for the peers to confirm the ends of their calls. */
const GOODBYES_TAKE_MS = 3_000

export const createDialer = (options: DialerOptions): TrunkDialer => {
  const { media, speech, dataDir, now, userAgent, findRoute: find = findRoute } = options
  const trunks = createTrunkLines(options)
  const calls = new Map<CallId, PlacedCall>()

  const prepare = async (order: CallOrder): Promise<PreparedCall | DialRefusal> => {
    const trunk = trunks.get(order.trunk)
    const health = trunks.health(order.trunk)
    // A trunk that is down is not dialled: its line goes on asking and finds it up again by itself.
    if (health.is === 'down') return { refused: 'trunk_down', message: health.reason }
    if (trunk === null) return notOpen
    const to = writeNumber(order.to, trunk.config.settings.numberFormat)
    const from = writeNumber(order.callerId, trunk.config.settings.numberFormat)
    if (to === null || from === null) return badNumber(to === null ? order.to : order.callerId)

    const use = trunk.use()
    const audio = await openCallLeg(
      order.record
        ? { media, dataDir, recording: `recordings/${order.call}.wav` }
        : { media, recording: null },
    )
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
      movesOn: order.movesOn,
      offer: writeOffer({ host: trunk.line.localHost, port: audio.leg.localPort, sessionId: order.call }),
    })
    const call = placeCall({
      order,
      invite,
      audio,
      speech,
      now,
      freed: () => {
        calls.delete(order.call)
        use.release()
      },
    })
    calls.set(order.call, call)
    return call
  }

  const tests = createTrunkTests({
    layers: (config, tell, further) =>
      testTrunk(config, trunks.get(config.id), { userAgent, now, findRoute: find }, tell, further),
    place: (line, settings, wish) => placeTestCall({ media, speech, now }, line, settings, wish),
  })

  const allOver = async (): Promise<void> => {
    const giveUp = AbortSignal.timeout(GOODBYES_TAKE_MS)
    while (calls.size + tests.count() > 0 && !giveUp.aborted) await sleep(20)
  }

  return {
    prepare,
    endOrphan: (facts, dialog) => endOrphan(facts, dialog, trunks, userAgent),
    trunkHealth: trunks.health,
    onTrunkHealth: trunks.onHealth,
    applyTrunk: trunks.apply,
    removeTrunk: trunks.remove,
    testTrunk: tests.run,
    endTestCalls: tests.end,
    mediaHealth: () => media.health(),
    listen: (call, listener) => calls.get(call)?.listen(listener) ?? 'over',
    level: call => calls.get(call)?.level() ?? null,
    close: async () => {
      tests.end('closed')
      for (const call of calls.values()) call.abandon()
      await allOver()
      await trunks.close()
      await allOver()
    },
  }
}

const notOpen: DialRefusal = { refused: 'trunk_down', message: 'This trunk is not open yet, or was removed.' }

const badNumber = (number: string): DialRefusal => ({
  refused: 'bad_number',
  message: `"${number}" is no telephone number in international form (+ and up to 15 digits).`,
})
