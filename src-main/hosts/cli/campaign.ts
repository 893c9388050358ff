import type { Command } from 'commander'
import { addMove } from './campaign-move.ts'
import { addRun } from './campaign-run.ts'
import { addStatus } from './campaign-status.ts'
import type { CliHost } from './cli-host.ts'

export const registerCampaign = (program: Command, host: CliHost): void => {
  const campaign = program.command('campaign').description('run and watch campaigns from the command line')
  addRun(campaign, host)
  addMove(campaign, host, 'pause')
  addMove(campaign, host, 'resume')
  addStatus(campaign, host)
}
