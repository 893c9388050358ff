import type { Compose } from '../application.ts'
import { builtFiles } from '../built-files.ts'
import { createFileSecrets } from '../secrets/file-secrets.ts'
import type { CliHost } from './cli-host.ts'
import { exitCodes } from './exit-codes.ts'
import { openWorkspaceLog } from './open-workspace-log.ts'

export interface CliHostOptions {
  readonly compose: Compose
  readonly version: string
  /** Folder of the built programs. */
  readonly programs: string
}

export const createCliHost = ({ compose, version, programs }: CliHostOptions): CliHost => {
  const files = builtFiles(programs)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', goOnUnheard)
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  return {
    version,
    files,
    say,
    print,
    fail(ending, message, { json = false } = {}) {
      if (json) print(JSON.stringify({ error: { code: ending, message } }))
      say(message)
      process.exitCode = exitCodes[ending]
    },
    async openWorkspace(dataDir, options = {}) {
      const opened = openWorkspaceLog(dataDir, say)
      if ('refused' in opened) return opened
      const { log, close: closeLog } = opened
      const { workers, resources } = files
      const app = await compose({
        dataDir,
        workers,
        resources,
        log,
        kind: 'console',
        secrets: createFileSecrets(dataDir),
        ...options,
      })
      if ('refused' in app) {
        closeLog()
        return app
      }
      return {
        app,
        log,
        async close(drain) {
          await app.close(drain)
          closeLog()
        },
      }
    },
  }
}

/** Whoever reads our output may leave early (`… | head -1`): no reason to drop calls. */
const goOnUnheard = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
