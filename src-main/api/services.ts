import type { Readable } from 'node:stream'
import type { Kysely, Transaction } from 'kysely'
import type { Facets } from '../contacts/read/facets.ts'
import type { Reads } from '../contacts/read-work.ts'
import type { Views } from '../contacts/view/views.ts'
import type { Rehearsal } from '../contract/rehearsal.ts'
import type { TrunkDialer } from '../dialer/create-dialer.ts'
import type { TrialDesk } from '../dialer/trial/trial-desk.ts'
import type { BackupReason } from '../domain/backup.ts'
import type { Flow } from '../domain/flow.ts'
import type { CampaignId, Instant, JobId, TrunkId } from '../domain/ids.ts'
import type { JobProgress } from '../domain/job.ts'
import type { LaunchChoices } from '../domain/launch.ts'
import type { ReadyMadeAgent, ReadyMadeLanguage } from '../domain/ready-made-agents.ts'
import type { Engine } from '../engine/create-engine.ts'
import type { ForecastRefusal, ForecastReport } from '../engine/forecast/forecast-report.ts'
import type { Rulebook } from '../engine/rulebook.ts'
import type { BackupFacts } from '../store/backup/write-backup.ts'
import type { NewJob } from '../store/job-records.ts'
import type { Statements } from '../store/sqlite-file.ts'
import type { Tables } from '../store/tables.ts'
import type { AllReads } from './reads.ts'

/** What the handlers work with; built in `hosts/compose.ts`, passed as the context of each call. */
export interface Services {
  /** For reading. */
  readonly db: Kysely<Tables>
  /** One transaction: all of it or nothing. Refuses in words when the workspace cannot be written. */
  readonly change: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
  /** Within the work of `change` only, and part of it: what actions on many contacts do too. */
  readonly statements: Statements
  readonly engine: Engine
  readonly dialer: TrunkDialer
  readonly secrets: Secrets
  /** Beside the main thread: whatever grows with the number of contacts. */
  readonly reads: Reads<AllReads>
  /** What open tables of contacts show. */
  readonly views: Views
  /** Values that contacts have. */
  readonly facets: () => Promise<Facets>
  readonly jobs: Jobs
  readonly uploads: Uploads
  readonly rules: Rulebook
  readonly now: () => Instant
  /** IANA zone of the workspace. */
  readonly zone: string
  /** The trunk to the practice carrier, once there is one. */
  readonly practiceTrunk: () => TrunkId | null
  /** Calls to this desk, on which agents are tried. */
  readonly trials: Pick<TrialDesk, 'begin' | 'find' | 'hangUpAll'>
  /** The voice of all agents. */
  readonly voice: Voice
  /** Renders the static sentences of a flow, so that the agent greets at once. */
  readonly prepareSpeech: (flow: Flow) => Promise<void>
  /** Begins to erase, in the background, the calls of campaigns that were deleted with them. */
  readonly eraseDeleted: () => void
  readonly startDemo: () => Promise<CampaignId>
  /** In a thread of its own; `onProgress` is told 0–1. Called off, nothing of it is there. */
  readonly startDemoWithHistory: (
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<CampaignId>
  /** Of an agent that comes with the program. */
  readonly readyMadeFlow: (agent: ReadyMadeAgent, language: ReadyMadeLanguage) => Promise<Flow>
  /** In a thread of its own; without choices a campaign at work goes on, any other one is launched with the defaults. */
  readonly forecast: (
    campaign: CampaignId,
    choices: LaunchChoices | undefined,
    options: { readonly onProgress: (share: number) => void; readonly signal?: AbortSignal },
  ) => Promise<ForecastReport | ForecastRefusal>
  readonly rehearsals: Rehearsals
  readonly backups: Backups
  readonly hook: Hook
  /** Closes the workspace and opens it again, within a second; `null`: this host cannot. */
  readonly reopen: (() => void) | null
  /** `null`: this host cannot be started at login. */
  readonly atLogin: AtLogin | null
  readonly log: LogView
  /** What the program takes of its machine. */
  readonly machine: () => Promise<{
    readonly freeDiskBytes: number | null
    readonly memoryBytes: number
    readonly processorShare: number | null
  }>
  readonly about: {
    readonly version: string
    readonly dataDir: string
    readonly host: 'desktop' | 'console' | 'cli'
    readonly runsOn: readonly { readonly name: string; readonly version: string }[]
  }
}

/** The web address that notices are sent to. */
export interface Hook {
  /** Sends one that says that it is a test. `text`: why it was not taken. */
  test(url: string): Promise<{ readonly ok: true } | { readonly ok: false; readonly text: string }>
}

/** Long work on contacts, in threads of its own. */
export interface Jobs {
  /** Goes on in the background; it is on disk when this resolves. Refuses in words. */
  start(job: NewJob): Promise<JobId>
  /** `too_late`: it may not be cancelled any more. */
  cancel(job: JobId, actor: string): Promise<'cancelled' | 'too_late' | 'ended' | 'unknown'>
  /** `null`: it is not at work. */
  progressOf(job: JobId): (JobProgress & Pace) | null
  /** Resolves once it has ended; at once where it is not at work. */
  ended(job: JobId): Promise<void>
  onChange(listener: (job: JobId) => void): () => void
}

interface Pace {
  /** Over the last seconds; `null`: too early to say. */
  readonly perSecond: number | null
  readonly secondsLeft: number | null
}

/** Files that people handed in, kept for a day and while a job needs them. */
export interface Uploads {
  /** Whole, or nothing of it is kept. `bytes`: as announced. */
  keep(
    body: Readable,
    file: { readonly name: string; readonly bytes?: number | undefined },
  ): Promise<{ readonly upload: string } | UploadRefusal>
  /** Text that was pasted. */
  keepText(text: string, name: string): Promise<{ readonly upload: string } | UploadRefusal>
  find(upload: string): Promise<KnownUpload | null>
  list(): Promise<readonly KnownUpload[]>
  remove(upload: string): Promise<void>
}

export interface KnownUpload {
  readonly upload: string
  readonly path: string
  /** As it was called where it came from. */
  readonly fileName: string
  readonly bytes: number
  readonly at: Instant
}

export interface UploadRefusal {
  readonly code: 'too_large' | 'no_room' | 'read_only'
  readonly what: string
  readonly cure: string
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

/** Copies of the workspace, beside it. */
export interface Backups {
  /** Absolute path. */
  readonly folder: string
  /** Newest first. */
  list(): Promise<readonly KeptBackup[]>
  /** In a thread of its own; joins one that is under way. */
  make(by: BackupReason): Promise<MadeBackup>
  underWaySince(): Instant | null
  /** `false`: there is none of that name. */
  remove(name: string): Promise<boolean>
  /** The next opening of the workspace carries it out. `false`: there is no such backup. */
  orderRestore(wish: RestoreWish & { readonly actor: string }): Promise<boolean>
}

export interface KeptBackup {
  readonly name: string
  readonly at: Instant
  readonly by: BackupReason
  readonly bytes: number
  readonly version: string
  readonly holds: BackupFacts | null
}

/** `failed`: why, in words with what to do now. */
export type MadeBackup = { readonly name: string } | { readonly failed: string }

export interface RestoreWish {
  readonly from: { readonly name: string } | { readonly path: string }
}

/** What agents speak with. */
export interface Voice {
  readonly name: string
  /** BCP 47; texts in others sound as if they were written in the first. */
  readonly languages: readonly string[]
  /** 8 kHz samples. Rejects, in words, when it cannot speak. */
  hear(text: string): Promise<Int16Array>
}

/** Whether the program starts when its user signs in to the computer. */
export interface AtLogin {
  isOn(): Promise<boolean>
  turn(on: boolean): Promise<void>
}

/** What the engine wrote down for those who look for a fault. */
export interface LogView {
  /** Absolute path. */
  readonly file: string
  /** Address of this host to load it from. */
  readonly address: string
  /** Newest first. `at` is `null` where a line says no time. */
  tail(
    limit: number,
  ): Promise<readonly { at: Instant | null; level: 'info' | 'warning' | 'problem'; text: string }[]>
}

export interface Secrets {
  get(ref: string): Promise<string | null>
  set(ref: string, value: string): Promise<void>
  remove(ref: string): Promise<void>
}
