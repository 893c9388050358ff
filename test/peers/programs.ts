import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where a program is installed, `null` where it is not. Debian keeps servers in /usr/sbin. */
export const findProgram = (name: string): string | null => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin']
  return folders.map(folder => join(folder, name)).find(isExecutable) ?? null
}

/** True, with a printed reason, where one of the programs is missing. */
export const missingPrograms = (...names: readonly string[]): boolean => {
  const missing = names.filter(name => findProgram(name) === null)
  if (missing.length > 0) console.log(`skipped: not installed: ${missing.join(', ')}`)
  return missing.length > 0
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Program {
  /** All that it has printed so far. */
  output(): string
  stop(): Promise<void>
}

export const startProgram = (name: string, args: readonly string[]): Program => {
  const path = findProgram(name)
  if (path === null) throw new Error(`${name} is not installed`)
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', chunk => (output += chunk))
  child.stderr.on('data', chunk => (output += chunk))
  return { output: () => output, stop: () => stopProcess(child) }
}

/** Ends by SIGTERM; by SIGKILL when that was not heeded within 3 s. */
export const stopProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000)
  await promise
  clearTimeout(timer)
}

/** Tries until it holds; throws with the reason after so long. */
export const until = async <T>(
  what: string,
  holds: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  withinMs = 10_000,
): Promise<T> => {
  const giveUpAt = performance.now() + withinMs
  while (performance.now() < giveUpAt) {
    const found = await holds()
    if (found !== null && found !== undefined && found !== false) return found
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error(`Waited ${withinMs} ms in vain until ${what}`)
}
