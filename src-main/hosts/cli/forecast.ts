import { type Command, Option } from 'commander'
import type { ForecastOrder } from '../forecast/forecast-order.ts'
import { runForecast } from '../forecast/run-forecast.ts'
import type { CliHost } from './cli-host.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { forecastText } from './forecast-text.ts'
import { dataOption, jsonOption } from './options.ts'
import { numberOption } from './rehearse.ts'

interface ForecastFlags {
  readonly campaign: string
  readonly data: string
  readonly assume?: 'practice'
  readonly seed: number
  readonly speed: number
  readonly json: boolean
}

export const registerForecast = (program: Command, host: CliHost): void => {
  program
    .command('forecast')
    .description(
      'play the rest of a campaign through in seconds: when it ends, what it costs, when it would idle',
    )
    .requiredOption('--campaign <name>', 'which one')
    .addOption(dataOption())
    .addOption(
      new Option('--assume <people>', 'whom to expect instead of people as in earlier calls').choices([
        'practice',
      ]),
    )
    .addOption(numberOption('--seed <number>', 'draws what the people do', 0, 2 ** 31).default(1))
    .addOption(numberOption('--speed <times>', 'of the practice people', 1, 100).default(1))
    .addOption(jsonOption())
    .action((flags: ForecastFlags) => run(host, flags))
}

const run = async (host: CliHost, flags: ForecastFlags): Promise<void> => {
  const { json, data, seed, speed } = flags
  const found = findCampaignIn(data, flags.campaign)
  if ('ending' in found) return host.fail(found.ending, found.reason, { json })
  const order: ForecastOrder = {
    file: found.file,
    campaign: found.campaign,
    resources: host.files.resources,
    at: Date.now(),
    seed,
    ...(flags.assume === 'practice' ? { practice: { seed, speed } } : {}),
  }
  const report = await runForecast(order, { workerPath: host.files.workers.forecast })
  if ('refused' in report) return host.fail('failed', report.message, { json })
  host.print(json ? JSON.stringify(report) : forecastText(report))
}
