import type { WorkspaceCaps } from '../domain/campaign.ts'
import type { Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/notice.ts'
import type { ActiveCalls } from './active-calls.ts'
import type { Changes } from './changes.ts'
import type { Clock, Dialer, Dice } from './ports.ts'
import type { StoreWatch } from './store-watch.ts'
import type { TrunkWatch } from './trunk-watch.ts'

/** What the steps of the engine work with. */
export interface EngineParts {
  readonly store: StoreWatch
  readonly dialer: Dialer
  readonly clock: Clock
  readonly dice: Dice
  readonly active: ActiveCalls
  readonly trunks: TrunkWatch
  readonly changes: Changes
  readonly caps: WorkspaceCaps
  readonly pace: WorkspacePace
  /** Desktop notification; the notice itself is already saved. */
  readonly notify: (notice: Notice) => void
  /** A bug; the engine goes on. */
  readonly report: (error: unknown) => void
  /** Looks at once whether something can be done. */
  readonly wake: () => void
  readonly closing: AbortSignal
}

/** Latest slot of the workspace's own rate of call starts. */
export interface WorkspacePace {
  slot: Instant | null
}
