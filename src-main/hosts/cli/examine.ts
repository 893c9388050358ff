import { createSocket } from 'node:dgram'
import { constants, existsSync } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltFiles } from '../built-files.ts'
import { ask } from '../control/ask.ts'
import { electronBinary } from './electron-binary.ts'

export interface Finding {
  readonly well: boolean
  readonly what: string
  /** What to do now; only where something is amiss. */
  readonly cure?: string
}

const leastFreeBytes = 1_000_000_000

/** Each finding is made by trying, not by guessing. */
export const examine = async (dataDir: string, files: BuiltFiles): Promise<readonly Finding[]> => [
  { well: true, what: `Node ${process.versions.node} on ${process.platform} ${process.arch}` },
  await folder(dataDir),
  await room(dataDir),
  await running(dataDir),
  build(files),
  await datagrams(),
  window(),
]

const folder = async (dataDir: string): Promise<Finding> => {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK)
    return { well: true, what: `Workspace folder ${dataDir} can be written` }
  } catch (error) {
    const cure = 'Give this user the rights to it, or choose another one with --data.'
    return { well: false, what: `Workspace folder ${dataDir} cannot be written (${code(error)})`, cure }
  }
}

const room = async (dataDir: string): Promise<Finding> => {
  const space = await statfs(dataDir).catch(() => null)
  if (space === null)
    return { well: false, what: 'Free room on its disk is unknown', cure: 'Make the folder readable.' }
  const free = space.bavail * space.bsize
  const what = `${(free / 1e9).toFixed(1)} GB free on its disk`
  return free >= leastFreeBytes
    ? { well: true, what }
    : { well: false, what, cure: 'Keep at least 1 GB free.' }
}

const running = async (dataDir: string): Promise<Finding> => {
  const asked = await ask(dataDir, 'status', {}, 5_000)
  if (asked.is === 'answered')
    return {
      well: true,
      what: `Runs as ${asked.value.host}, process ${asked.value.pid}, ${asked.value.activeCalls} active calls`,
    }
  if (asked.is === 'not_running') return { well: true, what: 'Nothing runs on it at the moment' }
  return { well: false, what: 'Its running process does not answer', cure: asked.message }
}

const build = ({ renderer, preload, desktop, workers }: BuiltFiles): Finding => {
  const needed = [join(renderer, 'index.html'), preload, desktop, ...Object.values(workers)]
  const missing = needed.filter(file => !existsSync(file))
  if (missing.length === 0) return { well: true, what: 'The program is complete' }
  return {
    well: false,
    what: `The program lacks ${missing.join(', ')}`,
    cure: 'Install it again, or run npm run build.',
  }
}

const datagrams = async (): Promise<Finding> => {
  const socket = createSocket('udp4')
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(0, resolve)
    })
    return { well: true, what: 'UDP ports for calls can be opened' }
  } catch (error) {
    return {
      well: false,
      what: `No UDP port can be opened (${code(error)})`,
      cure: 'Look at firewall and file limits.',
    }
  } finally {
    socket.close()
  }
}

/** No window is no fault: the console does the same. */
const window = (): Finding => {
  const found = electronBinary()
  return {
    well: true,
    what: found.is === 'there' ? 'A desktop window can be opened' : `No desktop window: ${found.reason}`,
  }
}

const code = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)
