import type { Command } from 'commander'
import type { CliHost } from './cli-host.ts'
import { examine } from './examine.ts'
import { dataOption, jsonOption } from './options.ts'

interface DoctorFlags {
  readonly data: string
  readonly json: boolean
}

export const registerDoctor = (program: Command, host: CliHost): void => {
  program
    .command('doctor')
    .description('look at what a workspace needs from this computer, and say what is missing')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ data, json }: DoctorFlags) => {
      const findings = await examine(data, host.files)
      if (json) host.print(JSON.stringify({ findings }))
      else
        for (const { well, what, cure } of findings)
          host.print(`${well ? '✔' : '✘'} ${what}${cure ? `\n  ${cure}` : ''}`)
      const bad = findings.filter(({ well }) => !well).length
      if (bad > 0) host.fail('failed', `${bad} of ${findings.length} need attention.`)
    })
}
