import { fork } from 'node:child_process'
import { once } from 'node:events'

export interface SimulatedConsole {
  readonly url: string
  /** From now on its main thread is measured. */
  watch(): void
  /** The longest time for which its main thread was busy with one thing, in ms. */
  report(): Promise<{ readonly stallMs: number; readonly active: number }>
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
      const [figures] = (await answer) as [{ stallMs: number; active: number }]
      return figures
    },
    end: async () => {
      child.disconnect()
      await exited
    },
  }
}
