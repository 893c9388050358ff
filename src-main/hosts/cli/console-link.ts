import type { Command } from 'commander'
import { ask } from '../control/ask.ts'
import type { CliHost } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'

interface LinkFlags {
  readonly data: string
  readonly json: boolean
}

export const registerConsoleLink = (program: Command, host: CliHost): void => {
  program
    .command('console-link')
    .description('print a fresh link to the running console; it works once, within ten minutes')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ data, json }: LinkFlags) => {
      const asked = await ask(data, 'console-link', {})
      if (asked.is === 'not_running')
        return host.fail('notRunning', `No console runs on the workspace ${data}.`, { json })
      if (asked.is === 'refused') return host.fail('failed', asked.message, { json })
      host.print(json ? JSON.stringify(asked.value) : asked.value.url)
    })
}
