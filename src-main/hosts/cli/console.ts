import type { Command } from 'commander'
import type { CliHost } from './cli-host.ts'
import { dataOption, drainOption, jsonOption, portOption } from './options.ts'

interface ConsoleFlags {
  readonly data: string
  readonly port: number
  readonly drain: number
  readonly printUrl: boolean
  readonly json: boolean
}

export const registerConsole = (program: Command, host: CliHost): void => {
  program
    .command('console')
    .description('run the workspace without a window and serve it to a browser on this computer')
    .addOption(dataOption())
    .addOption(portOption())
    .addOption(drainOption())
    .option('--print-url', 'print {"url": …} as the first line', false)
    .addOption(jsonOption())
    .action(async ({ printUrl, json, ...flags }: ConsoleFlags) => {
      const { serveConsole } = await import('./serve-console.ts')
      await serveConsole(host, { ...flags, json: printUrl || json, open: false })
    })
}
