import { workspaceCaps } from '../domain/campaign.ts'
import type { Notice } from '../domain/notice.ts'
import { createAbandonWatch } from './abandon-watch.ts'
import { createActiveCalls } from './active-calls.ts'
import { createSystemWatch } from './auto-pause/system-watch.ts'
import { createChanges } from './changes.ts'
import type { EngineParts } from './engine-parts.ts'
import { type EngineRules, noRules } from './engine-rules.ts'
import { createHourlyStarts } from './hourly-starts.ts'
import { createInTurn } from './in-turn.ts'
import { countInStore } from './launch/count-in-store.ts'
import { createLawBook } from './law-book.ts'
import type { Backup } from './ports/backup.ts'
import type { Clock } from './ports/clock.ts'
import type { Dialer } from './ports/dialer.ts'
import type { Dice } from './ports/dice.ts'
import type { LaunchCounts } from './ports/launch-records.ts'
import type { ReadNumberDay } from './ports/number-book.ts'
import type { EngineStore, StoreFailure } from './ports/store.ts'
import { createStoreWatch } from './store-watch.ts'
import { createTrunkWatch } from './trunk-watch.ts'

export interface EngineOptions {
  readonly store: EngineStore
  readonly dialer: Dialer
  readonly clock: Clock
  /** Makes the SIP Call-IDs: unpredictable in the product, seeded in tests. */
  readonly dice: Dice
  readonly rules?: EngineRules
  /** Counts what grows with the contacts, beside this thread; left out, it is counted through the store. */
  readonly counts?: LaunchCounts
  /** Likewise reads what the score of a caller ID is made of. */
  readonly numberDay?: ReadNumberDay
  /** Bytes that may still be written where the workspace lies; left out, the writes alone tell. */
  readonly freeDisk?: () => Promise<number>
  /** Keeps what a reset of a history clears; left out, a reset is refused. */
  readonly backup?: Backup
  /** Desktop notification; the notice itself is in the workspace already. */
  readonly notify: (notice: Notice) => void
  /** A bug, for the log. The engine goes on. */
  readonly report: (error: unknown) => void
}

/**
 * Everything that the steps of the engine work with, before anything runs.
 * @param loop `wake` looks at once whether something can be done; `closing` ends all waiting
 */
export function assemble(
  {
    store,
    dialer,
    clock,
    dice,
    rules = noRules,
    counts,
    numberDay,
    freeDisk = async () => Number.POSITIVE_INFINITY,
    backup,
    notify,
    report,
  }: EngineOptions,
  { wake, closing }: Pick<EngineParts, 'wake' | 'closing'>,
): EngineParts {
  const changes = createChanges()
  const tellStore = (problem: StoreFailure | null) => {
    notify(storeNotice(problem))
    changes.tell({ workspace: true })
    wake()
  }
  const watched = createStoreWatch({ store, clock, closing, onChange: tellStore })
  return {
    store: watched,
    counts: counts ?? countInStore(watched),
    numberDay:
      numberDay ??
      (async (...asked) => (await watched.read(tx => tx.numberBook.callsOf(...asked)))?.value ?? null),
    dialer,
    clock,
    dice,
    active: createActiveCalls(),
    trunks: createTrunkWatch(dialer, trunk => {
      changes.tell({ trunk })
      wake()
    }),
    changes,
    inTurn: createInTurn(),
    caps: workspaceCaps,
    laws: createLawBook({ law: rules.law, holidays: rules.holidays }),
    hourly: createHourlyStarts(),
    abandon: createAbandonWatch(),
    system: createSystemWatch({ freeDisk, report }),
    gone: new Map(),
    launches: new Map(),
    backup: backup ?? null,
    pace: { slot: null },
    notify,
    report,
    wake,
    closing,
  }
}

const storeNotice = (problem: StoreFailure | null): Notice =>
  problem === null
    ? {
        kind: 'store_back',
        level: 'info',
        campaign: null,
        title: 'Dialling goes on',
        text: 'The workspace can be written again; everything that was waiting is saved.',
      }
    : {
        kind: 'store_failed',
        level: 'problem',
        campaign: null,
        title: 'Dialling stopped',
        text: problem.message,
      }
