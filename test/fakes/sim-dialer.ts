import type { E164, Instant, TrunkId } from '../../src-main/domain/ids.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'
import type {
  CallObserver,
  CallOrder,
  CallOutcome,
  Dialer,
  DialogFacts,
  DialRefusal,
  PreparedCall,
  SendingFacts,
  TrunkHealth,
} from '../../src-main/engine/ports/dialer.ts'
import { sipTimers } from '../../src-main/telephony/sip/reliability/timers.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** How the world answers one call. */
export interface Ending {
  readonly result: CallOutcome['result']
  readonly failure?: CallOutcome['failure']
  readonly sipCode?: number
  readonly mayHaveRung?: boolean
  /** Nothing ever comes back: given up after 4 s where another trunk could take the call, else after 32 s. */
  readonly silent?: true
  /** Rings after so long, answers or ends after that; `null`: never rings. */
  readonly ringsAfterMs?: number | null
  readonly ringMs?: number
  /** Talks so long; `null`: never answers. */
  readonly talkMs?: number | null
  readonly conversation?: readonly ConversationEvent[]
  readonly messageLeft?: boolean
  readonly callBackAt?: Instant
}

export interface Invite {
  readonly sipCallId: string
  readonly number: E164
  readonly trunk: TrunkId
  readonly callerId: E164
  readonly ringSeconds: number
  readonly at: Instant
}

export interface SimDialer extends Dialer {
  /** Every INVITE that left, in order: the judge of who was called. */
  readonly invites: readonly Invite[]
  readonly endedOrphans: readonly { readonly facts: SendingFacts; readonly dialog: DialogFacts | null }[]
  readonly upNow: () => number
  readonly mostAtOnce: () => number
  setHealth(trunk: TrunkId, health: TrunkHealth): void
  /** From now on nothing happens any more: the process is dead. */
  die(): void
}

/** Whoever outlives the process and sees what reaches the carrier. */
export interface Switchboard {
  invited(invite: Invite, ending: Ending): void
  over(sipCallId: string): void
  /** Resolves when the peer has confirmed the end. */
  endOrphan(facts: SendingFacts): Promise<void>
}

export interface SimDialerOptions {
  readonly clock: VirtualClock
  readonly switchboard?: Switchboard
  readonly answer: (order: CallOrder, attempt: number) => Ending
  readonly prepare?: (order: CallOrder) => DialRefusal | null
}

const RING_AFTER_MS = 1_000
const RING_MS = 6_000

export const picksUp: Ending = { result: 'answered', sipCode: 200, talkMs: 20_000 }
export const isBusy: Ending = { result: 'busy', sipCode: 486, ringsAfterMs: null }
export const letsItRing: Ending = { result: 'no_answer', sipCode: 487, ringMs: 30_000 }
export const trunkRefuses: Ending = {
  result: 'failed',
  failure: 'trunk',
  sipCode: 503,
  mayHaveRung: false,
  ringsAfterMs: null,
}

export const trunkSilent: Ending = { ...trunkRefuses, sipCode: 0, silent: true }

export function createSimDialer({ clock, answer, prepare, switchboard }: SimDialerOptions): SimDialer {
  const invites: Invite[] = []
  const endedOrphans: { facts: SendingFacts; dialog: DialogFacts | null }[] = []
  const health = new Map<TrunkId, TrunkHealth>()
  const listeners = new Set<(trunk: TrunkId, health: TrunkHealth) => void>()
  const attempts = new Map<E164, number>()
  let isDead = false
  let up = 0
  let mostAtOnce = 0

  const later = (ms: number, work: () => void) =>
    clock.at(clock.now() + ms, () => {
      if (!isDead) work()
    })

  const play = (
    order: CallOrder,
    ending: Ending,
    observer: CallObserver,
    hungUp: () => boolean,
  ): (() => void) => {
    let isOver = false
    let answeredAt: Instant | null = null
    const end = (change: Partial<CallOutcome> = {}) => {
      if (isOver || isDead) return
      isOver = true
      up -= 1
      switchboard?.over(order.sipCallId)
      observer.ended({ ...outcomeOf(ending, clock.now()), ...change })
    }
    const talk = async () => {
      if (isOver || ending.talkMs === undefined || ending.talkMs === null) return end()
      try {
        await observer.answered(clock.now(), dialogOf(order))
      } catch {
        return end({ result: 'failed', failure: 'other', sipReason: 'not saved' })
      }
      if (isDead || isOver) return
      answeredAt = clock.now()
      for (const event of ending.conversation ?? []) observer.happened(event)
      if (hungUp()) return end({ hungUpBy: 'supervisor' })
      later(ending.talkMs, () => end())
    }
    const ringsAfter = ending.ringsAfterMs === undefined ? RING_AFTER_MS : ending.ringsAfterMs
    if (ending.silent) later(order.movesOn ? sipTimers(500).silence : sipTimers(500).giveUp, () => end())
    else if (ringsAfter === null) later(RING_AFTER_MS, () => end())
    else
      later(ringsAfter, () => {
        if (isOver) return
        observer.ringing(clock.now())
        later(ending.ringMs ?? RING_MS, () => void talk())
      })
    return () =>
      end(
        answeredAt === null
          ? { result: 'no_answer', sipCode: 487, hungUpBy: 'supervisor' }
          : { hungUpBy: 'supervisor' },
      )
  }

  return {
    invites,
    endedOrphans,
    upNow: () => up,
    mostAtOnce: () => mostAtOnce,
    prepare: async (order): Promise<PreparedCall | DialRefusal> => {
      const refusal = prepare?.(order) ?? null
      if (refusal !== null) return refusal
      let isHungUp = false
      let hangUp: () => void = () => {}
      return {
        facts: factsOf(order),
        send: observer => {
          if (isDead) return
          const attempt = (attempts.get(order.to) ?? 0) + 1
          attempts.set(order.to, attempt)
          const invite = {
            sipCallId: order.sipCallId,
            number: order.to,
            trunk: order.trunk,
            callerId: order.callerId,
            ringSeconds: order.ringSeconds,
            at: clock.now(),
          }
          const ending = answer(order, attempt)
          invites.push(invite)
          switchboard?.invited(invite, ending)
          up += 1
          mostAtOnce = Math.max(mostAtOnce, up)
          hangUp = play(order, ending, observer, () => isHungUp)
        },
        discard: () => {},
        hangUp: () => {
          isHungUp = true
          hangUp()
        },
      }
    },
    endOrphan: async (facts, dialog) => {
      endedOrphans.push({ facts, dialog })
      if (!isDead) await switchboard?.endOrphan(facts)
    },
    trunkHealth: trunk => health.get(trunk) ?? { is: 'up', since: 0, registered: false },
    onTrunkHealth: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setHealth: (trunk, next) => {
      health.set(trunk, next)
      for (const listener of listeners) listener(trunk, next)
    },
    die: () => {
      isDead = true
    },
  }
}

const outcomeOf = (ending: Ending, at: Instant): CallOutcome => ({
  at,
  result: ending.result,
  ...(ending.failure ? { failure: ending.failure } : {}),
  ...(ending.silent ? { silent: true } : {}),
  ...(ending.messageLeft ? { messageLeft: true } : {}),
  ...(ending.callBackAt ? { callBackAt: ending.callBackAt } : {}),
  sipCode: ending.sipCode ?? 200,
  sipReason: '',
  q850: null,
  mayHaveRung: ending.mayHaveRung ?? true,
  hungUpBy: null,
  earlyMedia: false,
  conversation: ending.conversation ?? [],
  media: null,
  trace: [],
  recording: null,
})

const factsOf = ({ sipCallId, to, callerId }: CallOrder): SendingFacts => ({
  sipCallId,
  transport: 'udp',
  localHost: '127.0.0.1',
  localPort: 5062,
  remoteHost: '127.0.0.1',
  remotePort: 5060,
  requestUri: `sip:${to}@127.0.0.1`,
  from: `<sip:${callerId}@127.0.0.1>;tag=1`,
  to: `<sip:${to}@127.0.0.1>`,
  cseq: 1,
})

const dialogOf = ({ to }: CallOrder): DialogFacts => ({
  localTag: '1',
  remoteTag: '2',
  remoteTarget: `sip:${to}@127.0.0.1`,
  routeSet: [],
  cseq: 1,
})
