import type { Command } from 'commander'
import { ask } from '../control/ask.ts'
import type { CliHost } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'

interface StopFlags {
  readonly data: string
  readonly hangUp: boolean
  readonly json: boolean
}

export const registerStopAll = (program: Command, host: CliHost): void => {
  program
    .command('stop-all')
    .description('pause every campaign of a running workspace at once')
    .addOption(dataOption())
    .option('--hang-up', 'end calls in progress as well', false)
    .addOption(jsonOption())
    .action(async ({ data, hangUp, json }: StopFlags) => {
      const asked = await ask(data, 'stop-all', { hangUp })
      if (asked.is === 'not_running')
        return host.fail('notRunning', `Nothing runs on the workspace ${data}.`, { json })
      if (asked.is === 'refused') return host.fail('failed', asked.message, { json })
      const { activeCalls } = asked.value
      if (json) return host.print(JSON.stringify({ stopped: true, activeCalls }))
      host.print(`Every campaign is paused. Calls still in progress: ${activeCalls}.`)
    })
}
