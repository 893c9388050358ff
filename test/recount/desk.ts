import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrunkDialer } from '../../src-main/dialer/create-dialer.ts'
import { callResults } from '../../src-main/domain/call-result.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'
import { createSimDialer, type Ending } from '../fakes/sim-dialer.ts'
import type { VirtualClock } from '../fakes/virtual-clock.ts'
import { aComposedApi, type ComposedApi } from '../make/api.ts'
import { aFolder, type Folder } from '../make/workspace.ts'
import type { Luck } from '../simulation/luck.ts'

const noMedia = { pacingP50Ms: 0, pacingP99Ms: 0 } as ReturnType<TrunkDialer['mediaHealth']>

/** The whole application on a clock of its own; only the lines are played. */
export const openDesk = (dataDir: string, clock: VirtualClock, luck: Luck): Promise<ComposedApi> =>
  aComposedApi(dataDir, {
    clock,
    dialer: {
      ...createSimDialer({ clock, answer: () => anyEnding(luck) }),
      applyTrunk: async () => {},
      removeTrunk: async () => {},
      testTrunk: async () => [],
      endTestCalls: () => {},
      mediaHealth: () => noMedia,
      listen: () => 'not_answered',
      level: () => null,
      close: async () => {},
    },
  })

/** What a power cut would leave: the files as they are at this moment, in a folder of their own. */
export function crashed(dataDir: string): Folder {
  const copy = aFolder()
  for (const end of ['', '-wal']) copyFileSync(join(dataDir, `workspace.db${end}`), `${copy.file}${end}`)
  return copy
}

const outcomes = ['achieved', 'partially_achieved', 'not_achieved'] as const

/** Whatever a called line may do. */
function anyEnding({ chance, between, oneOf }: Luck): Ending {
  const result = chance(0.45) ? 'answered' : oneOf(callResults)
  const picksUp = ['answered', 'voicemail', 'no_conversation', 'fax', 'abandoned'].includes(result)
  return {
    result,
    sipCode: picksUp ? 200 : 486,
    mayHaveRung: result !== 'failed' || chance(0.5),
    ...(result === 'failed' ? { failure: oneOf(['trunk', 'media', 'other'] as const) } : {}),
    ringsAfterMs: !picksUp && chance(0.2) ? null : between(0, 3_000),
    ringMs: between(0, 20_000),
    talkMs: picksUp ? between(0, 240_000) : null,
    conversation: result === 'answered' ? whatWasSaid({ chance, between, oneOf }) : [],
  }
}

const whatWasSaid = ({
  chance,
  between,
  oneOf,
}: Pick<Luck, 'chance' | 'between' | 'oneOf'>): readonly ConversationEvent[] => [
  ...(chance(0.6)
    ? [{ is: 'goal', atMs: 1, name: oneOf(['paid', 'kept']), outcome: oneOf(outcomes) } as const]
    : []),
  ...(chance(0.6)
    ? [{ is: 'analysis', atMs: 2, question: 'mark', value: String(between(1, 5)) } as const]
    : []),
  ...(chance(0.4)
    ? [{ is: 'analysis', atMs: 3, question: 'again', value: oneOf(['yes', 'no']) } as const]
    : []),
  ...(chance(0.3)
    ? [{ is: 'analysis', atMs: 4, question: 'why', value: 'It was, "good"; =1+1' } as const]
    : []),
  ...(chance(0.06) ? [{ is: 'opt_out', atMs: 5, scope: oneOf(['all', 'campaign'] as const) } as const] : []),
]
