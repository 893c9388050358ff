import type { Command } from 'commander'
import { ask } from '../control/ask.ts'
import type { CliHost } from './cli-host.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { dataOption, jsonOption } from './options.ts'

interface MoveFlags {
  readonly data: string
  readonly hangUp?: boolean
  readonly json: boolean
}

const descriptions = {
  pause: 'start no further calls of a campaign that is running; calls in progress may end',
  resume: 'let a paused campaign go on',
} as const

/** Both are asked of the program that has the workspace open: only its engine knows which calls are up. */
export const addMove = (group: Command, host: CliHost, move: 'pause' | 'resume'): void => {
  const command = group
    .command(move)
    .description(descriptions[move])
    .argument('<name>', 'of the campaign')
    .addOption(dataOption())
    .addOption(jsonOption())
  if (move === 'pause') command.option('--hang-up', 'end its calls in progress as well', false)
  command.action(async (name: string, { data, json, hangUp = false }: MoveFlags) => {
    const found = findCampaignIn(data, name)
    if ('ending' in found) return host.fail(found.ending, found.reason, { json })
    const asked = await ask(data, 'campaign-move', { campaign: found.campaign, move, hangUp })
    if (asked.is === 'not_running')
      return host.fail('notRunning', `Nothing runs on the workspace ${data}, so nobody is called.`, { json })
    if (asked.is === 'refused') return host.fail('failed', asked.message, { json })
    const { state, activeCalls } = asked.value
    if (json) host.print(JSON.stringify({ campaign: found.name, state, activeCalls }))
    else host.print(`“${found.name}” is ${state}. Calls still in progress: ${activeCalls}.`)
  })
}
