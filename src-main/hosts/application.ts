import type { AnyRouter, Context } from '@orpc/server'
import type { Logger } from 'pino'
import type { AtLogin, MadeBackup, Uploads } from '../api/services.ts'
import type { TrunkDialer } from '../dialer/create-dialer.ts'
import type { JobId } from '../domain/ids.ts'
import type { Clock } from '../engine/ports/clock.ts'
import type { campaignHandlers } from './control/campaign-handlers.ts'
import type { SecretStore } from './secrets/secret-store.ts'
import type { JobFileKind } from './uploads/addresses.ts'
import type { JobFile } from './working/find-job-file.ts'
import type { CommandedJobs } from './working/job-standing.ts'

/** What every host needs from the application; built in `compose.ts`, the only place that knows the adapters. */

export interface ComposeOptions {
  /** Absolute path of the workspace folder; created when it is missing. */
  readonly dataDir: string
  /** Absolute paths of the built worker scripts. */
  readonly workers: {
    readonly media: string
    readonly speech: string
    readonly forecast: string
    readonly rehearsal: string
    readonly history: string
    readonly reading: string
    readonly working: string
    readonly backup: string
  }
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  readonly log: Logger
  /** Who shows the application; told to the interface. */
  readonly kind: 'desktop' | 'console' | 'cli'
  readonly secrets: SecretStore
  /** Closes the application and composes it anew; left out where the host cannot. */
  readonly reopen?: () => void
  /** Left out where the host cannot be started at login. */
  readonly atLogin?: AtLogin
  /** Settings of the built-in practice carrier; left out, its defaults hold. */
  readonly practice?: { readonly seed?: number; readonly speed?: number }
  /** Carries the calls instead of lines to trunks: for measuring the program without a network. */
  readonly dialer?: TrunkDialer
  /** Real time where absent; a rehearsal brings its practice clock. */
  readonly clock?: Clock
}

/** Why a workspace cannot be opened: `refused` is the code of `cli/exit-codes.ts`'s table, `message` is for people. */
export interface ComposeRefusal {
  readonly refused: string
  readonly message: string
}

export interface Application {
  /** Implements the contract; each host puts its own transport before it. */
  readonly router: AnyRouter
  /** Passed along with every call of the router. */
  readonly context: Context
  /** Absolute path of a call's WAV, `null` when there is none. */
  recordingFile(callId: number): Promise<string | null>
  /** Takes in a file that somebody hands over. */
  readonly takeUpload: Uploads['keep']
  /** Long work, for commands that ask the running application. */
  readonly jobs: CommandedJobs
  /** Single campaigns, for commands likewise. */
  readonly campaigns: ReturnType<typeof campaignHandlers>
  /** `null`: the job left no such file. */
  jobFile(job: JobId, which: JobFileKind): Promise<JobFile | null>
  /** What the engine writes down; `null`: nothing yet. */
  logFile(): Promise<JobFile | null>
  /** Into the folder of backups. */
  backup(): Promise<MadeBackup>
  /** Calls that are reserved, sending, ringing or answered right now. */
  activeCalls(): number
  /** Told whenever the number of active calls changes; returns the way to stop listening. */
  onActiveCalls(listener: (active: number) => void): () => void
  /** Whether a campaign is running, draining or scheduled: closing the window must not end the program then. */
  campaignsWait(): boolean
  /** Pauses every campaign; with `hangUp` it ends running calls as well. */
  stopAll(options: { readonly hangUp: boolean }): Promise<void>
  /** Ends every call now; campaigns stay as they are. */
  hangUp(): void
  /** Stops dialling, lets calls end by themselves for so many seconds, ends the rest, closes everything. */
  close(options: { readonly drainSeconds: number }): Promise<void>
}

export type Compose = (options: ComposeOptions) => Promise<Application | ComposeRefusal>
