import { join } from 'node:path'
import type { ComposeOptions } from './application.ts'

/** What the build laid beside the programs, as absolute paths. */
export interface BuiltFiles {
  readonly renderer: string
  readonly preload: string
  readonly resources: string
  readonly desktop: string
  readonly workers: ComposeOptions['workers']
}

/** `programs`: the folder of the running program, `out/main`. */
export const builtFiles = (programs: string): BuiltFiles => ({
  renderer: join(programs, '..', 'renderer'),
  preload: join(programs, '..', 'preload', 'preload.cjs'),
  resources: join(programs, '..', '..', 'resources'),
  desktop: join(programs, 'desktop.js'),
  workers: {
    media: join(programs, 'media-worker.js'),
    speech: join(programs, 'speech-worker.js'),
    forecast: join(programs, 'forecast-worker.js'),
    rehearsal: join(programs, 'rehearsal-worker.js'),
    history: join(programs, 'history-worker.js'),
    reading: join(programs, 'reading-worker.js'),
    working: join(programs, 'working-worker.js'),
    backup: join(programs, 'backup-worker.js'),
  },
})
