import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDialer, type DialerOptions, type TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import type { TrunkConfig } from '../../src-main/dialer/trunk-config.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import type { CallId, TrunkId } from '../../src-main/domain/ids.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import type {
  CallObserver,
  CallOrder,
  CallOutcome,
  PreparedCall,
} from '../../src-main/engine/ports/dialer.ts'
import { createMediaPool } from '../../src-main/telephony/media/create-media-pool.ts'
import type { MediaPool } from '../../src-main/telephony/media/media-pool.ts'
import type { Carrier } from '../../src-main/telephony/practice/carrier.ts'
import { createCarrier, type PracticeOptions } from '../../src-main/telephony/practice/create-carrier.ts'
import type { Speech } from '../../src-main/voice/agent-call.ts'
import { toneSpeech } from './tone-speech.ts'

export const trunk = 1 as TrunkId

/** Asks once for 1, 2 or 9, then says goodbye. */
export const question: Flow = {
  start: 'ask',
  maxCallSeconds: 60,
  steps: {
    ask: {
      do: 'ask',
      text: 'A machine is calling you on behalf of the practice. Press 1, 2 or 9.',
      store: 'answer',
      choices: {
        '1': { label: 'yes', next: 'goal' },
        '2': { label: 'no', next: 'bye' },
        '9': { label: 'stop', next: 'out' },
      },
      waitSeconds: 4,
      tries: 1,
      onSilence: 'bye',
    },
    goal: { do: 'goal', name: 'confirmed', outcome: 'achieved', next: 'bye' },
    out: { do: 'opt_out', scope: 'all', next: 'bye' },
    bye: { do: 'end', text: 'Thank you, goodbye.' },
  },
}

let calls = 0

export const anOrder = (order: Partial<CallOrder> = {}): CallOrder => {
  const call = ++calls
  return {
    call: call as CallId,
    sipCallId: `call-${call}-${Math.random().toString(36).slice(2)}`,
    trunk,
    movesOn: false,
    to: '+493012345610',
    callerId: '+493099999999',
    ringSeconds: 20,
    flow: question,
    variables: {},
    record: false,
    ...order,
  }
}

export const aTrunk = (port: number, config: Partial<TrunkConfig> = {}): TrunkConfig => ({
  id: trunk,
  name: 'Practice',
  settings: { ...trunkDefaults, host: '127.0.0.1', port, optionsSeconds: 0 },
  password: null,
  t1Ms: 100,
  ...config,
})

/** One call as its observer saw it. */
export interface PlacedCall {
  readonly order: CallOrder
  readonly prepared: PreparedCall
  readonly told: readonly string[]
  readonly events: readonly ConversationEvent[]
  readonly ended: Promise<CallOutcome>
  /** Resolves when the observer is told so. */
  readonly answered: Promise<void>
  readonly ringing: Promise<void>
}

export const send = (
  order: CallOrder,
  prepared: PreparedCall,
  observe: Partial<CallObserver> = {},
): PlacedCall => {
  const told: string[] = []
  const events: ConversationEvent[] = []
  const ended = Promise.withResolvers<CallOutcome>()
  const answered = Promise.withResolvers<void>()
  const ringing = Promise.withResolvers<void>()
  prepared.send({
    ringing: at => {
      told.push('ringing')
      observe.ringing?.(at)
      ringing.resolve()
    },
    answered: async (at, dialog) => {
      told.push('answered')
      await observe.answered?.(at, dialog)
      answered.resolve()
    },
    happened: event => {
      events.push(event)
      observe.happened?.(event)
    },
    ended: outcome => {
      told.push('ended')
      ended.resolve(outcome)
    },
  })
  return {
    order,
    prepared,
    told,
    events,
    ended: ended.promise,
    answered: answered.promise,
    ringing: ringing.promise,
  }
}

/** A dialer and the practice carrier on loopback, with real SIP and RTP between them. */
export interface Exchange {
  readonly dataDir: string
  readonly media: MediaPool
  readonly dialer: TrunkDialer
  readonly carrier: Carrier
  place(facts?: Partial<CallOrder>, observe?: Partial<CallObserver>): Promise<PlacedCall>
  close(): Promise<void>
}

export const openMedia = (ports = { from: 30_000, to: 39_999 }): Promise<MediaPool> =>
  createMediaPool({
    workerPath: join(import.meta.dirname, '../../src-main/telephony/media/worker.ts'),
    workers: 1,
    ports,
    localHost: '127.0.0.1',
  })

export const openDialer = (
  media: MediaPool,
  dataDir: string,
  options: Partial<DialerOptions> = {},
): TrunkDialer =>
  createDialer({
    media,
    speech: toneSpeech,
    dataDir,
    now: Date.now,
    userAgent: 'Trunkline test',
    knownPort: () => 0,
    rememberPort: () => {},
    ...options,
  })

export const openExchange = async ({
  practice = {},
  config = {},
  makeSpeech,
}: {
  readonly practice?: Partial<PracticeOptions>
  readonly config?: Partial<TrunkConfig>
  /** Real speech on both sides; tones where absent. */
  readonly makeSpeech?: (media: MediaPool) => Speech
} = {}): Promise<Exchange> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'exchange-'))
  const media = await openMedia()
  const speech = makeSpeech?.(media)
  const carrier = await createCarrier({
    host: '127.0.0.1',
    port: 0,
    seed: 7,
    speed: 20,
    media,
    now: Date.now,
    ...(speech === undefined ? {} : { say: text => speech.speak(text) }),
    t1Ms: 100,
    ...practice,
  })
  const dialer = openDialer(media, dataDir, speech === undefined ? {} : { speech })
  await dialer.applyTrunk(aTrunk(carrier.port, config))
  return {
    dataDir,
    media,
    dialer,
    carrier,
    place: async (facts, observe) => {
      const order = anOrder(facts)
      const prepared = await dialer.prepare(order)
      if ('refused' in prepared) throw new Error(prepared.message)
      return send(order, prepared, observe)
    },
    close: async () => {
      await dialer.close()
      await carrier.close()
      await media.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
