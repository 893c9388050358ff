import type { E164 } from '../../domain/ids.ts'
import type { EndedCall } from '../../domain/retry.ts'
import type { People } from '../../engine/forecast/forecast-input.ts'
import type { SimulatedCall } from '../../engine/forecast/outcomes.ts'
import type { CalleeAct } from '../../telephony/practice/carrier.ts'
import { type Callee, drawCallee } from '../../telephony/practice/draw-act.ts'
import type { PracticeAssumption } from './forecast-order.ts'

interface Played {
  readonly ended: Partial<EndedCall> & Pick<EndedCall, 'result' | 'sipCode'>
  /** Without ringing: an answer of the network. */
  readonly rings: boolean
  /** At the carrier's speed; as measured in rehearsals, sound being in real time. */
  readonly talkMs: (speed: number, callee: Callee) => number
}

const none = () => 0
const takesPart = (speed: number) => 6_000 + 22_000 / speed

/** What a program without machine detection makes of each practice person. */
const played: Readonly<Record<CalleeAct, Played>> = {
  answers_and_presses: { ended: { result: 'answered', sipCode: 200 }, rings: true, talkMs: takesPart },
  opts_out: { ended: { result: 'answered', sipCode: 200, optedOut: true }, rings: true, talkMs: takesPart },
  answers_and_hangs_up: {
    ended: { result: 'no_conversation', sipCode: 200 },
    rings: true,
    talkMs: (_, { thinkMs }) => 1_000 + thinkMs / 2,
  },
  answers_silently: {
    ended: { result: 'no_conversation', sipCode: 200 },
    rings: true,
    talkMs: speed => Math.min(30_000, 90_000 / speed),
  },
  voicemail: {
    ended: { result: 'answered', sipCode: 200 },
    rings: true,
    talkMs: speed => 5_000 + 20_000 / speed,
  },
  fax: { ended: { result: 'answered', sipCode: 200 }, rings: true, talkMs: () => 12_000 },
  busy: { ended: { result: 'busy', sipCode: 486 }, rings: false, talkMs: none },
  no_answer: { ended: { result: 'no_answer', sipCode: 487 }, rings: true, talkMs: none },
  declines: { ended: { result: 'rejected', sipCode: 603 }, rings: true, talkMs: none },
  wrong_number: { ended: { result: 'invalid', sipCode: 404 }, rings: false, talkMs: none },
  unavailable: { ended: { result: 'no_answer', sipCode: 480 }, rings: false, talkMs: none },
  trunk_busy: {
    ended: { result: 'failed', failure: 'trunk', mayHaveRung: false, sipCode: 503 },
    rings: false,
    talkMs: none,
  },
}

const answered: EndedCall = {
  result: 'answered',
  failure: null,
  mayHaveRung: true,
  sipCode: 200,
  optedOut: false,
}
const NETWORK_MS = 50

/** The very people of a rehearsal with this seed: each does on its n-th call what it will do there. */
export const practicePeople =
  ({ seed, speed }: PracticeAssumption) =>
  (numbers: readonly E164[]): Extract<People, { from: 'practice' }> => ({
    from: 'practice',
    play: ({ lead, invites, ringSeconds }): SimulatedCall => {
      const callee = drawCallee(numbers[lead] ?? '', invites, seed, undefined)
      const { ended, rings, talkMs } = played[callee.act]
      const untilPickUp = callee.act === 'no_answer' ? ringSeconds * 1000 : callee.ringMs / speed
      return {
        ended: { ...answered, ...ended },
        ringMs: Math.round(rings ? untilPickUp : NETWORK_MS),
        talkMs: Math.round(talkMs(speed, callee)),
      }
    },
    text: `The people of the practice carrier, seed ${seed}, speed ${speed}`,
  })
