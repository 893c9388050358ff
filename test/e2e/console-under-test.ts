import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'

const program = resolve(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

export interface ConsoleUnderTest {
  /** Folder of the workspace; empty at the start. */
  readonly data: string
  /** The link of this start; it works once. */
  readonly link: string
  /** Runs another command of `trunkline` on this workspace and resolves with what it printed. */
  run(...args: string[]): Promise<string>
  /** Ends the process and starts a new one on the same workspace and port; resolves with the new link. */
  restart(): Promise<string>
  /** Ends the engine the hard way, as a power cut would. */
  kill(): Promise<void>
}

/** `test` with a running console of its own, on an empty workspace. */
export const test = base.extend<{ trunkline: ConsoleUnderTest }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern
  trunkline: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), 'trunkline-e2e-'))
    let { child, link } = await startConsole(data, '0')
    await use({
      data,
      link,
      run: (...args) => run([...args, '--data', data]),
      restart: async () => {
        await stop(child)
        const next = await startConsole(data, new URL(link).port)
        child = next.child
        link = next.link
        return link
      },
      kill: () => stop(child, 'SIGKILL'),
    })
    await stop(child)
    rmSync(data, { recursive: true, force: true })
  },
})

export { expect }

const startConsole = async (data: string, port: string) => {
  const args = [program, 'console', '--data', data, '--port', port, '--print-url', '--drain', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])
  if (line === '') throw new Error(`the console ended with ${child.exitCode}`)
  const { url } = JSON.parse(line) as { url: string }
  return { child, link: url }
}

const stop = async (child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

const run = async (args: string[]): Promise<string> => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  await once(child, 'close')
  return out.trim()
}
