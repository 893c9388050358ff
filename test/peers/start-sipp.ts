import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeUdpPort } from './free-port.ts'
import { findProgram, stopProcess, until } from './programs.ts'

export interface Sipp {
  readonly port: number
  /** Resolves when all its calls are done: 0 where each went as its scenario says. */
  readonly exited: Promise<number | null>
  /** What it found wrong. */
  errors(): string
  stop(): Promise<void>
}

export interface SippOptions {
  /** One of sipp's own scenarios (`-sn`), or a file of `sipp/` without its ending. */
  readonly scenario: 'uas' | 'uac' | 'refuse' | 'redirect' | 'ring' | 'hang-up' | 'silent'
  /** What stands in the file for words in braces: sipp takes no keyword as a status. */
  readonly fill?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** Runs one scenario over UDP on loopback; as a called party it is there when this resolves. */
export const startSipp = async ({ scenario, fill = {}, args = [] }: SippOptions): Promise<Sipp> => {
  const path = findProgram('sipp')
  if (path === null) throw new Error('sipp is not installed')
  const port = await freeUdpPort()
  const folder = mkdtempSync(join(tmpdir(), 'sipp-'))
  const fixed = [
    '-i',
    '127.0.0.1',
    '-p',
    String(port),
    '-t',
    'u1',
    '-nostdin',
    '-buff_size',
    '8000000',
    '-trace_err',
  ]
  const child = spawn(path, [...scenarioArgs(scenario, fill, folder), ...args, ...fixed], {
    cwd: folder,
    stdio: 'ignore',
  })
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  if (scenario !== 'uac') await until('sipp listens', () => isTaken(port))
  const errors = (): string =>
    readdirSync(folder)
      .filter(file => file.endsWith('_errors.log'))
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .join('')
  return {
    port,
    exited,
    errors,
    async stop() {
      await stopProcess(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const scenarioArgs = (
  name: string,
  fill: Readonly<Record<string, string>>,
  folder: string,
): readonly string[] => {
  if (name === 'uas' || name === 'uac') return ['-sn', name]
  const xml = readFileSync(new URL(`sipp/${name}.xml`, import.meta.url), 'utf8')
  const file = join(folder, 'scenario.xml')
  writeFileSync(
    file,
    xml.replace(/\{(\w+)\}/g, (_braced, word: string) => fill[word] ?? ''),
  )
  return ['-sf', file]
}

const isTaken = async (port: number): Promise<boolean> => {
  const socket = createSocket('udp4')
  const taken = Promise.withResolvers<boolean>()
  socket.once('error', () => taken.resolve(true))
  socket.bind(port, '127.0.0.1', () => socket.close(() => taken.resolve(false)))
  return taken.promise
}
