import { conversationResult } from '../../../dialer/conversation-result.ts'
import { bareOutcome } from '../../../engine/ports/bare-outcome.ts'
import type {
  CallObserver,
  CallOrder,
  CallOutcome,
  Dialer,
  DialogFacts,
  MediaStats,
  SendingFacts,
} from '../../../engine/ports/dialer.ts'
import type { Dice } from '../../../engine/ports/dice.ts'
import type { CalledPeople, Ending } from './called-people.ts'
import { converse } from './converse.ts'
import type { PlayClock } from './play-clock.ts'

/** From the INVITE to the first ring. */
const NETWORK_MS = 900

/** Calls that are played on a clock instead of made: no packet leaves, nobody is called. */
export function createPlayedDialer(
  clock: PlayClock,
  { people, dice }: { readonly people: CalledPeople; readonly dice: Dice },
): Dialer {
  const attempts = new Map<string, number>()

  const play = (order: CallOrder, observer: CallObserver): (() => void) => {
    const attempt = (attempts.get(order.to) ?? 0) + 1
    attempts.set(order.to, attempt)
    const ending = people(order, attempt, clock.now())
    const call = { isOver: false, answered: false }
    const end = (outcome: Partial<CallOutcome> & Pick<CallOutcome, 'result'>) => {
      if (call.isOver) return
      call.isOver = true
      observer.ended({ ...bareOutcome, sipCode: 200, sipReason: 'OK', at: clock.now(), ...outcome })
    }
    const later = (ms: number, work: () => void) =>
      clock.at(clock.now() + ms, () => {
        if (!call.isOver) work()
      })

    const pickUp = async (picked: Exclude<Ending, { is: 'unanswered' }>) => {
      await observer.answered(clock.now(), dialogOf(order))
      call.answered = true
      if (call.isOver) return
      if (picked.is !== 'person') {
        const result = picked.is === 'fax' ? 'fax' : 'voicemail'
        const media = soundOf(picked.lastsMs, picked.lastsMs / 2, dice)
        return later(picked.lastsMs, () => end({ result, media, hungUpBy: 'agent' }))
      }
      const { events, lastsMs, hungUpBy, heardMs } = converse(
        order.flow,
        order.variables,
        picked.temper,
        dice,
      )
      for (const event of events) later(event.atMs, () => observer.happened(event))
      later(lastsMs, () =>
        end({
          result: conversationResult(events, heardMs),
          conversation: events,
          media: soundOf(lastsMs, heardMs, dice),
          hungUpBy,
        }),
      )
    }

    if (ending.is === 'unanswered') {
      const { result, failure, sipCode, sipReason, ringMs } = ending
      const outcome = { result, ...(failure ? { failure } : {}), sipCode, sipReason }
      if (ringMs === null) later(NETWORK_MS, () => end(outcome))
      else
        later(NETWORK_MS, () => {
          observer.ringing(clock.now())
          later(Math.min(ringMs, order.ringSeconds * 1000), () => end(outcome))
        })
    } else
      later(NETWORK_MS, () => {
        observer.ringing(clock.now())
        later(ending.ringMs, () => void pickUp(ending))
      })
    return () =>
      end(
        call.answered
          ? { result: 'no_conversation', hungUpBy: 'supervisor' }
          : { result: 'no_answer', hungUpBy: 'supervisor', sipCode: 487, sipReason: 'Request Terminated' },
      )
  }

  return {
    prepare: async order => {
      let hangUp = () => {}
      return {
        facts: factsOf(order),
        send: observer => {
          hangUp = play(order, observer)
        },
        discard: () => {},
        hangUp: () => hangUp(),
      }
    },
    endOrphan: async () => {},
    trunkHealth: () => ({ is: 'up', since: 0, registered: false }),
    onTrunkHealth: () => () => {},
  }
}

/** G.711 in packets of 20 ms over a good line, and now and then over a worse one. */
function soundOf(lastsMs: number, heardMs: number, dice: Dice): MediaStats {
  const packets = Math.round(lastsMs / 20)
  const isPoor = dice() < 0.03
  return {
    sent: packets,
    received: packets,
    lost: isPoor ? Math.round(packets * (0.02 + dice() * 0.03)) : 0,
    jitterMs: Number((isPoor ? 18 + dice() * 25 : 0.4 + dice() * 3).toFixed(1)),
    roundTripMs: Math.round(18 + dice() * 30),
    mos: Number((isPoor ? 3 + dice() * 0.6 : 4.3 + dice() * 0.11).toFixed(2)),
    pacingP99Ms: Number((0.3 + dice() * 0.9).toFixed(2)),
    heardMs: Math.round(heardMs),
  }
}

const HOST = '127.0.0.1'

const factsOf = ({ sipCallId, to, callerId }: CallOrder): SendingFacts => ({
  sipCallId,
  transport: 'udp',
  localHost: HOST,
  localPort: 5062,
  remoteHost: HOST,
  remotePort: 5060,
  requestUri: `sip:${to}@${HOST}`,
  from: `<sip:${callerId}@${HOST}>;tag=1`,
  to: `<sip:${to}@${HOST}>`,
  cseq: 1,
})

const dialogOf = ({ to }: CallOrder): DialogFacts => ({
  localTag: '1',
  remoteTag: '2',
  remoteTarget: `sip:${to}@${HOST}`,
  routeSet: [],
  cseq: 1,
})
