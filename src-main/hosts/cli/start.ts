import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { type Command, Option } from 'commander'
import type { CliHost } from './cli-host.ts'
import { electronBinary } from './electron-binary.ts'
import { dataOption, drainOption, portOption } from './options.ts'

interface StartFlags {
  readonly data: string
  readonly port: number
  readonly drain: number
  readonly open: boolean
  readonly printUrl: boolean
}

export const registerStart = (program: Command, host: CliHost): void => {
  program
    .command('start')
    .description('open the desktop window, or the console in the browser where there can be none')
    .addOption(dataOption())
    .addOption(portOption().default(0))
    .addOption(drainOption())
    .addOption(new Option('--no-open', 'console only: do not open a browser'))
    .option('--print-url', 'console only: print {"url": …} as the first line', false)
    .action((flags: StartFlags) => start(host, flags))
}

const start = async (host: CliHost, { printUrl, ...flags }: StartFlags): Promise<void> => {
  const found = electronBinary()
  const wantsLink = printUrl || !flags.open
  if (found.is === 'there' && !wantsLink) return runDesktop(found.path, host.files.desktop, flags.data)
  if (found.is === 'missing') host.say(`No desktop window: ${found.reason}. Starting the console instead.`)
  const { serveConsole } = await import('./serve-console.ts')
  await serveConsole(host, { ...flags, json: printUrl })
}

/** Waits for the window's process; its exit code is ours, our signals are its. */
const runDesktop = (binary: string, desktop: string, data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const window = spawn(binary, [desktop, '--data', data], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => window.kill(signal))
    window.once('error', reject)
    window.once('exit', (code, signal) => {
      process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1)
      resolve()
    })
  })
