import { type Command, InvalidArgumentError, Option } from 'commander'
import { inTempFolder } from '../in-temp-folder.ts'
import type { Verdict } from '../rehearsal/judge.ts'
import { mostPracticePeople } from '../rehearsal/practice-people.ts'
import { type RehearsalReport, rehearse } from '../rehearsal/rehearse.ts'
import { rehearseCampaign } from '../rehearsal/rehearse-campaign.ts'
import type { RunEnd } from '../run-campaign.ts'
import { campaignRehearsalText } from './campaign-rehearsal-text.ts'
import type { CliHost } from './cli-host.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { dataOption, jsonOption } from './options.ts'
import { progressBar } from './progress.ts'
import { quietLog } from './quiet-log.ts'
import { table } from './table.ts'
import { untilTold } from './until-told.ts'

interface RehearseFlags {
  /** A campaign of the workspace instead of practice people. */
  readonly campaign?: string
  readonly data: string
  readonly contacts: number
  readonly concurrency: number
  readonly seed: number
  readonly speed: number
  readonly maxRetries: number
  readonly record: boolean
  readonly json: boolean
}

export const registerRehearse = (program: Command, host: CliHost): void => {
  program
    .command('rehearse')
    .description(
      'run a whole campaign against the built-in practice carrier: real SIP and audio, nobody is called',
    )
    .option(
      '--campaign <name>',
      'one of the workspace, in a copy of it; contacts, settings and law are its own',
    )
    .addOption(dataOption())
    .addOption(numberOption('--contacts <count>', 'practice people', 1, mostPracticePeople).default(200))
    .addOption(numberOption('--concurrency <calls>', 'calls at the same time', 1, 500).default(20))
    .addOption(numberOption('--seed <number>', 'draws what the people do', 0, 2 ** 31).default(1))
    .addOption(
      numberOption(
        '--speed <times>',
        'shortens ring and talk times of the people; sound stays in real time',
        1,
        100,
      ).default(1),
    )
    .addOption(
      numberOption('--max-retries <count>', 'further attempts for those who were not reached', 0, 10).default(
        2,
      ),
    )
    .option('--record', 'record each answered call', false)
    .addOption(jsonOption())
    .action((flags: RehearseFlags) =>
      flags.campaign === undefined
        ? run(host, flags)
        : runCampaignOf(host, { ...flags, campaign: flags.campaign }),
    )
}

const run = async (host: CliHost, { json, ...flags }: RehearseFlags): Promise<void> => {
  const { stop, bar } = watched()
  const { workers, resources } = host.files
  const report = await rehearse(
    { workers, resources, log: quietLog(host), kind: 'cli', secrets: noSecrets },
    { ...flags, onProgress: progress => !json && bar.show(progress), signal: stop },
  )
  bar.end()
  if ('refused' in report) return host.fail('workspaceUnusable', report.message, { json })
  if (json) host.print(JSON.stringify(report))
  else host.print(readable(report))
  if (holds(report) && report.end.is === 'completed') return
  const why =
    report.end.is === 'completed'
      ? 'The program’s records and the carrier’s ledger do not agree.'
      : report.end.why
  host.fail('failed', why)
}

const runCampaignOf = async (
  host: CliHost,
  { json, data, campaign, seed, speed }: RehearseFlags & { readonly campaign: string },
): Promise<void> => {
  const found = findCampaignIn(data, campaign)
  if ('ending' in found) return host.fail(found.ending, found.reason, { json })
  const { stop, bar } = watched()
  const { workers, resources } = host.files
  const report = await inTempFolder(dataDir =>
    rehearseCampaign(
      { dataDir, workers, resources, log: quietLog(host), kind: 'cli', secrets: noSecrets },
      { ...found, seed, speed, onProgress: progress => !json && bar.show(progress), signal: stop },
    ),
  )
  bar.end()
  if ('refused' in report) return host.fail('workspaceUnusable', report.message, { json })
  host.print(json ? JSON.stringify(report) : campaignRehearsalText(report))
  if (!holds(report, report.end))
    return host.fail('failed', 'The program’s records and the carrier’s ledger do not agree.')
  if (report.outsideHours) return host.fail('failed', `${report.outsideHours} calls were outside the hours.`)
  if (report.end.is === 'paused' && report.forecast.end.is !== 'paused') host.fail('failed', report.end.why)
  else if (report.end.is !== 'completed' && report.end.is !== 'paused') host.fail('failed', report.end.why)
}

const holds = ({ lost, calledTwice, mismatches, stuck }: Verdict, end?: RunEnd): boolean =>
  (lost === 0 || end?.is === 'paused') && calledTwice === 0 && mismatches === 0 && stuck === 0

const watched = () => {
  const told = untilTold()
  const stop = new AbortController()
  void told.once.then(() => stop.abort())
  void told.again.then(() => process.exit(130))
  return { stop: stop.signal, bar: progressBar() }
}

/** A rehearsal needs no password. */
const noSecrets = { get: async () => null, set: async () => {}, remove: async () => {} }

const readable = (report: RehearsalReport): string =>
  [
    table([
      ['Contacts', report.contacts],
      ['Calls', report.calls],
      ['INVITEs at the carrier', report.invites],
      ['Lost contacts', report.lost],
      ['Called twice', report.calledTwice],
      ['Mismatches', report.mismatches],
      ['Answered calls', report.answered],
      ['… the agent was heard in', report.heardByPerson],
      ['… the person was heard in', report.heardByAgent],
      ['RTP packets lost', report.rtpLost],
      ['Pacing p99, ms', report.pacingP99Ms],
      ['Seconds', Math.round(report.seconds)],
      ['Seconds on the practice clock', Math.round(report.practiceSeconds)],
    ]),
    table(Object.entries(report.byResult)),
    table(Object.entries(report.byStatus)),
    ...report.differences,
  ].join('\n\n')

export const numberOption = (flags: string, description: string, min: number, max: number): Option =>
  new Option(flags, `${description} (${min}–${max})`).argParser(text => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < min || value > max)
      throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
    return value
  })
