import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface SimulatedReport {
  /** The longest time for which its main thread did not come back, in ms. */
  readonly stallMs: number
  /** The most that it computed at once, without its waits for disk or processor, in ms. */
  readonly busyMs: number
  /** The longest that it waited for a processor to run on, in ms; 0 where the system does not tell. */
  readonly queuedMs: number
  readonly active: number
}

export interface SimulatedConsole {
  readonly url: string
  /** From now on its main thread is measured. */
  watch(): void
  report(): Promise<SimulatedReport>
  end(): Promise<void>
}

const script = new URL('simulated-console.ts', import.meta.url).pathname

/** The console over a workspace whose calls are simulated. */
export async function startSimulated(folder: string): Promise<SimulatedConsole> {
  const child = fork(script, [folder])
  const exited = once(child, 'exit')
  const [{ url }] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`The console ended with ${code}.`))),
  ])) as [{ url: string }]
  return {
    url,
    watch: () => void child.send('watch'),
    report: async () => {
      const answer = once(child, 'message')
      child.send('report')
      const [figures] = (await answer) as [SimulatedReport]
      return figures
    },
    end: async () => {
      child.disconnect()
      await exited
    },
  }
}
