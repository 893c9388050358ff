import type { WorkspaceCaps } from '../domain/campaign.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { Notice } from '../domain/notice.ts'
import type { AbandonWatch } from './abandon-watch.ts'
import type { ActiveCalls } from './active-calls.ts'
import type { GoneSince } from './auto-pause/gone-since.ts'
import type { SystemWatch } from './auto-pause/system-watch.ts'
import type { Changes } from './changes.ts'
import type { HourlyStarts } from './hourly-starts.ts'
import type { InTurn } from './in-turn.ts'
import type { LawBook } from './law-book.ts'
import type { Backup } from './ports/backup.ts'
import type { Clock } from './ports/clock.ts'
import type { Dialer } from './ports/dialer.ts'
import type { Dice } from './ports/dice.ts'
import type { LaunchCounts } from './ports/launch-records.ts'
import type { ReadNumberDay } from './ports/number-book.ts'
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
  /** What gives channels away, one after the other: none is given twice. */
  readonly inTurn: InTurn
  /** Of the workspace, as read last. */
  caps: WorkspaceCaps
  readonly laws: LawBook
  /** What a launch counts. */
  readonly counts: LaunchCounts
  /** What the score of a caller ID is made of. */
  readonly numberDay: ReadNumberDay
  readonly abandon: AbandonWatch
  readonly hourly: HourlyStarts
  readonly system: SystemWatch
  readonly gone: GoneSince
  /** Campaigns whose contacts are being prepared for a launch; aborted by whoever stops everything. */
  readonly launches: Map<CampaignId, AbortController>
  /** Keeps lines in a file beside the workspace and returns its name; `null`: there is no such place. */
  readonly backup: Backup | null
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
