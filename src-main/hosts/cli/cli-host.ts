import type { Application, ComposeOptions, ComposeRefusal } from '../application.ts'
import type { BuiltFiles } from '../built-files.ts'
import type { Ending } from './exit-codes.ts'

/** What the commands share: where they print, how they end, how they open a workspace. */
export interface CliHost {
  readonly version: string
  readonly files: BuiltFiles
  /** One line for people or programs, on stdout. */
  print(line: string): void
  /** Progress, warnings and errors, on stderr. */
  say(line: string): void
  /** Says why and sets the exit code; `json` prints `{ "error": { code, message } }` on stdout as well. */
  fail(ending: Ending, message: string, options?: { readonly json?: boolean }): void
  openWorkspace(
    dataDir: string,
    options?: Pick<ComposeOptions, 'practice' | 'reopen'>,
  ): Promise<OpenWorkspace | ComposeRefusal>
}

export interface OpenWorkspace {
  readonly app: Application
  readonly log: ComposeOptions['log']
  /** Lets calls end for so many seconds, then closes everything, the log last. */
  close(options: { readonly drainSeconds: number }): Promise<void>
}

/** How a refused workspace ends the program. */
export const endingOf = ({ refused }: ComposeRefusal): Ending =>
  refused === 'in_use' ? 'workspaceInUse' : 'workspaceUnusable'
