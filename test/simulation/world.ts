import type { E164, Instant, TrunkId } from '../../src-main/domain/ids.ts'
import type { CallOrder, SendingFacts } from '../../src-main/engine/ports/dialer.ts'
import type { Ending, Invite } from '../fakes/sim-dialer.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import type { Luck } from './luck.ts'

/** What really happened, as the carrier saw it: outlives every process. */
export interface World {
  /** Every INVITE that ever left, in order. */
  readonly ledger: readonly LedgerEntry[]
  /** Whether some phone of that number rings or talks right now, whoever called it. */
  isUp(number: E164): boolean
  upNow(): number
  invited(invite: Invite, ending: Ending): void
  over(sipCallId: string): void
  /** CANCEL or BYE of a later process arrives, after a while. */
  endOrphan(facts: SendingFacts): Promise<void>
  answer(order: CallOrder): Ending
  /** Trunks that refuse every call from now on. */
  readonly refusing: Set<TrunkId>
}

export interface LedgerEntry extends Invite {
  /** In time that nobody sets. */
  readonly trueAt: number
  readonly mayHaveRung: boolean
  readonly ending: 'refused' | 'silent' | 'other'
  isUp: boolean
}

export function createWorld(clock: VirtualClock, luck: Luck): World {
  const ledger: LedgerEntry[] = []
  const up = new Map<string, LedgerEntry>()
  const trueNow = (): Instant => clock.now() - clock.jumped()
  const over = (sipCallId: string) => {
    const entry = up.get(sipCallId)
    if (entry) entry.isUp = false
    up.delete(sipCallId)
  }
  const world: World = {
    ledger,
    refusing: new Set(),
    isUp: number => [...up.values()].some(entry => entry.number === number),
    upNow: () => up.size,
    invited: (invite, ending) => {
      const entry = {
        ...invite,
        trueAt: trueNow(),
        mayHaveRung: ending.mayHaveRung ?? true,
        ending: endingOf(ending),
        isUp: true,
      }
      ledger.push(entry)
      up.set(invite.sipCallId, entry)
      // A line whose caller died goes quiet by itself after a minute more.
      const { ringsAfterMs, ringMs, talkMs } = ending
      const lastsMs = (ringsAfterMs ?? 1_000) + (ringMs ?? 6_000) + (talkMs ?? 0)
      clock.at(clock.now() + lastsMs + 60_000, () => over(invite.sipCallId))
    },
    over,
    endOrphan: ({ sipCallId }) =>
      new Promise(resolve =>
        clock.at(clock.now() + luck.between(0, 32_000), () => {
          over(sipCallId)
          resolve()
        }),
      ),
    answer: ({ trunk }) => (world.refusing.has(trunk) ? refusal : anyEnding(luck)),
  }
  return world
}

const refusal: Ending = {
  result: 'failed',
  failure: 'trunk',
  sipCode: 503,
  mayHaveRung: false,
  ringsAfterMs: null,
}

const endingOf = ({ silent, failure, mayHaveRung }: Ending): LedgerEntry['ending'] => {
  if (silent) return 'silent'
  return failure === 'trunk' && mayHaveRung === false ? 'refused' : 'other'
}

/** Whatever a called line may do. */
function anyEnding({ between, chance, oneOf }: Luck): Ending {
  const result = oneOf([
    'answered',
    'answered',
    'voicemail',
    'no_conversation',
    'no_answer',
    'no_answer',
    'no_answer',
    'busy',
    'busy',
    'rejected',
    'failed',
    'invalid',
    'fax',
    'abandoned',
  ] as const)
  const picksUp = ['answered', 'voicemail', 'no_conversation', 'fax', 'abandoned'].includes(result)
  const failure = oneOf(['trunk', 'media', 'congestion', 'credentials', 'other'] as const)
  const mayHaveRung = result !== 'failed' || chance(0.5)
  const isSilent = failure === 'trunk' && !mayHaveRung && chance(0.5)
  const isInvalid = result === 'invalid' && chance(0.7)
  return {
    result: result === 'invalid' && !isInvalid ? 'no_answer' : result,
    sipCode:
      result === 'rejected'
        ? oneOf([603, 607, 608])
        : isSilent
          ? 0
          : result === 'busy'
            ? 486
            : picksUp
              ? 200
              : 480,
    mayHaveRung,
    ...(isSilent ? { silent: true as const } : {}),
    ...(result === 'failed' ? { failure } : {}),
    ringsAfterMs: chance(0.2) && !picksUp ? null : between(0, 3_000),
    ringMs: between(0, 20_000),
    talkMs: picksUp ? between(0, 120_000) : null,
    conversation: [
      ...(picksUp && chance(0.2)
        ? [{ is: 'goal', atMs: 1, name: 'confirmed', outcome: 'achieved' } as const]
        : []),
      ...(picksUp && chance(0.05)
        ? [{ is: 'opt_out', atMs: 2, scope: oneOf(['all', 'campaign'] as const) } as const]
        : []),
    ],
  }
}
