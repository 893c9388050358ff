import type { Command } from 'commander'
import type { CliHost } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'
import type { TestFlags } from './trunk-test.ts'

export const registerTrunk = (program: Command, host: CliHost): void => {
  program
    .command('trunk')
    .description('look at the trunks of a workspace')
    .command('test')
    .description('try a trunk layer by layer, and say in plain words what is wrong; no campaign is touched')
    .argument('<name>', 'of the trunk')
    .option('--call <number>', 'place one real call at last, to a telephone where somebody presses 1')
    .option('--caller-id <number>', 'one of the workspace’s numbers; else what the trunk uses')
    .option('--country <code>', 'of numbers that are written without a country code, like DE')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, flags: TestFlags) => {
      // Lines and sound are loaded where they are needed only.
      const { testNamedTrunk } = await import('./trunk-test.ts')
      await testNamedTrunk(host, name, flags)
    })
}
