import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** One run of the console over a workspace, from its first line to its end. */
export interface Life {
  /** SIGKILL: no goodbye of any kind. */
  kill(): Promise<void>
  /** SIGTERM: the proper way out. */
  end(): Promise<void>
}

const program = new URL('../../../out/main/cli.js', import.meta.url).pathname

/** Killed at any age: while it starts, recovers, dials or talks. `end` waits until it has started. */
export function startLife(dataDir: string): Life {
  const child = spawn(
    process.execPath,
    [program, 'console', '--data', dataDir, '--port', '0', '--print-url', '--drain', '5'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let complaints = ''
  child.stderr.on('data', chunk => {
    complaints = (complaints + chunk).slice(-2_000)
  })
  const exited = once(child, 'exit')
  const ready = once(createInterface({ input: child.stdout }), 'line')
  return {
    kill: async () => {
      if (child.exitCode !== null) throw new Error(`The console ended by itself: ${complaints}`)
      child.kill('SIGKILL')
      await exited
    },
    end: async () => {
      await Promise.race([ready, exited])
      child.kill('SIGTERM')
      await exited
    },
  }
}
