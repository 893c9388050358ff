import type { Kysely, Transaction } from 'kysely'
import type { Rehearsal } from '../contract/rehearsal.ts'
import type { TrunkDialer } from '../dialer/create-dialer.ts'
import type { Flow } from '../domain/flow.ts'
import type { CampaignId, Instant, TrunkId } from '../domain/ids.ts'
import type { LaunchChoices } from '../domain/launch.ts'
import type { Engine } from '../engine/create-engine.ts'
import type { ForecastRefusal, ForecastReport } from '../engine/forecast/forecast-report.ts'
import type { Uploads } from '../engine/import/uploads.ts'
import type { Rulebook } from '../engine/rulebook.ts'
import type { Tables } from '../store/tables.ts'

/** What the handlers work with; built in `hosts/compose.ts`, passed as the context of each call. */
export interface Services {
  /** For reading. */
  readonly db: Kysely<Tables>
  /** One transaction: all of it or nothing. Refuses in words when the workspace cannot be written. */
  readonly change: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
  readonly engine: Engine
  readonly dialer: TrunkDialer
  readonly secrets: Secrets
  readonly uploads: Uploads
  readonly rules: Rulebook
  readonly now: () => Instant
  /** IANA zone of the workspace. */
  readonly zone: string
  /** The trunk to the practice carrier, once there is one. */
  readonly practiceTrunk: () => TrunkId | null
  /** Renders the static sentences of a flow, so that the agent greets at once. */
  readonly prepareSpeech: (flow: Flow) => Promise<void>
  /** Begins to erase, in the background, the calls of campaigns that were deleted with them. */
  readonly eraseDeleted: () => void
  readonly startDemo: () => Promise<CampaignId>
  /** In a thread of its own; without choices a campaign at work goes on, any other one is launched with the defaults. */
  readonly forecast: (
    campaign: CampaignId,
    choices: LaunchChoices | undefined,
    options: { readonly onProgress: (share: number) => void; readonly signal?: AbortSignal },
  ) => Promise<ForecastReport | ForecastRefusal>
  readonly rehearsals: Rehearsals
  readonly about: {
    readonly version: string
    readonly dataDir: string
    readonly host: 'desktop' | 'console' | 'cli'
  }
}

/** Rehearsals of campaigns against the practice carrier, beside everything else. */
export interface Rehearsals {
  /** @param name the campaign's, to tell who asks for another */
  start(
    campaign: CampaignId,
    name: string,
    choices: LaunchChoices,
  ): Promise<{ readonly started: true } | RehearsalRefusal>
  /** Resolves when it is over and its copy is gone; nothing happens where it is not being rehearsed. */
  cancel(campaign: CampaignId): Promise<void>
  of(campaign: CampaignId): Rehearsal
  onChange(listener: (campaign: CampaignId) => void): () => void
}

export type RehearsalRefusal =
  /** `campaign`: the name of the one that is being rehearsed. */
  | { readonly refused: 'busy'; readonly campaign: string }
  /** So many bytes are missing. */
  | { readonly refused: 'no_room'; readonly bytes: number }

export interface Secrets {
  get(ref: string): Promise<string | null>
  set(ref: string, value: string): Promise<void>
  remove(ref: string): Promise<void>
}
