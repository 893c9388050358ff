import { type Command, Option } from 'commander'
import { ringChoices } from '../../domain/campaign.ts'
import { campaignHandlers } from '../control/campaign-handlers.ts'
import { listenForControl } from '../control/listen.ts'
import { countRun, type RunCounts, type RunEnd, runCampaign } from '../run-campaign.ts'
import { createFileSecrets } from '../secrets/file-secrets.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import { type CliHost, endingOf } from './cli-host.ts'
import { exitCodes } from './exit-codes.ts'
import { openWorkspaceLog } from './open-workspace-log.ts'
import { dataOption, jsonOption } from './options.ts'
import { type PreparedRun, prepareRun } from './prepare-run.ts'
import { progressBar } from './progress.ts'
import { type RunOrder, readRun } from './read-run.ts'
import { numberOption } from './rehearse.ts'
import type { RunFlags } from './run-flags.ts'
import { table } from './table.ts'
import { untilTold } from './until-told.ts'

/** Calls that are up when the program is told to stop may go on so long. */
const drainSeconds = 30
/** For BYE and its answer, and for closing the workspace, once calls are ended at once. */
const goodbyeMs = 8_000

export const addRun = (campaign: Command, host: CliHost): void => {
  campaign
    .command('run')
    .description(
      'call everybody in a CSV file over a SIP trunk; columns phone_number, contact_name and any others',
    )
    .requiredOption('--contacts <file.csv>', 'who is called')
    .requiredOption('--trunk <uri>', 'sip:user:password@host:port;transport=udp')
    .requiredOption('--caller-id <number>', 'number of yours that is shown, +49…')
    .option('--agent <name>', 'reminder, survey, notification, or an agent of the workspace', 'reminder')
    .addOption(numberOption('--concurrency <calls>', 'calls at the same time', 1, 500).default(1))
    .option('--name <name>', 'name of the campaign; the file’s name and the time where absent')
    .option(
      '--country <code>',
      'country of numbers without a country code; that of the caller ID where absent',
    )
    .addOption(
      new Option('--ring <seconds>', 'how long it rings').choices(ringChoices.map(String)).default('30'),
    )
    .addOption(
      numberOption('--max-retries <count>', 'further attempts for those who were not reached', 0, 10).default(
        0,
      ),
    )
    .addOption(
      numberOption(
        '--wait <seconds>',
        'end when nothing is due, or the trunk cannot be used, for so long; 30 without retries, else as long as it takes',
        0,
        604_800,
      ),
    )
    .option('--any-time', 'lift the call hours; for trunks on this computer only', false)
    .option('--record', 'record each answered call', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((flags: RunFlags) => run(host, flags))
}

const run = async (host: CliHost, flags: RunFlags): Promise<void> => {
  const { json, data } = flags
  const order = await readRun(flags)
  if ('ending' in order) return host.fail(order.ending, order.reason, { json })
  const opened = openWorkspaceLog(data, host.say)
  if ('refused' in opened) return host.fail(endingOf(opened), opened.message, { json })
  const { log, close: closeLog } = opened
  const { workers, resources } = host.files
  const secrets = createFileSecrets(data)
  const workspace = await openWorkspace({ dataDir: data, workers, resources, log, kind: 'cli', secrets })
  if ('refused' in workspace) {
    closeLog()
    return host.fail(endingOf(workspace), workspace.message, { json })
  }
  const stop = stopWhenTold(host, workspace)
  const { engine } = workspace
  const control = await listenForControl(data, {
    'stop-all': async ({ hangUp }) => {
      await engine.stopAll({ hangUp, actor: 'command line' })
      return { activeCalls: engine.activeCalls().length }
    },
    ...campaignHandlers(workspace),
    status: async () => ({ host: 'cli', pid: process.pid, activeCalls: engine.activeCalls().length }),
  })
  const bar = progressBar()
  try {
    const prepared = await prepareRun(workspace, { resources, secrets }, flags, order)
    if ('ending' in prepared) return host.fail(prepared.ending, prepared.reason, { json })
    const began = Date.now()
    const end = await runCampaign(workspace, prepared.campaign, {
      onProgress: progress => !json && bar.show(progress),
      waitSeconds: flags.wait ?? (flags.maxRetries === 0 ? 30 : Number.POSITIVE_INFINITY),
      signal: stop,
    })
    bar.end()
    const counts = await countRun(workspace, prepared.campaign)
    const seconds = (Date.now() - began) / 1000
    tell(host, flags, { prepared, end, order, counts, seconds })
  } finally {
    bar.end()
    if ('close' in control) await control.close()
    await workspace.close({ drainSeconds })
    closeLog()
  }
}

/** Told once, dialling stops and calls may end; told again, or when they take too long, they are ended. */
const stopWhenTold = (host: CliHost, { engine }: Workspace): AbortSignal => {
  const stop = new AbortController()
  const told = untilTold()
  const pause = (hangUp: boolean) => engine.stopAll({ hangUp, actor: 'command line' })
  void told.once.then(async () => {
    const active = engine.activeCalls().length
    if (active > 0)
      host.say(
        `Stopping: ${active === 1 ? '1 call' : `${active} calls`} may end within ${drainSeconds} s. Ctrl-C ends them now.`,
      )
    stop.abort()
    await pause(false)
    setTimeout(() => void pause(true), drainSeconds * 1000).unref()
  })
  void told.again.then(async () => {
    setTimeout(() => process.exit(exitCodes.interrupted), goodbyeMs).unref()
    await pause(true)
    process.once('exit', () => {
      process.exitCode = exitCodes.interrupted
    })
  })
  return stop.signal
}

const inWords = ([name, figure]: [string, number]) => [`  ${name.replaceAll('_', ' ')}`, figure] as const

interface Ended {
  readonly prepared: PreparedRun
  readonly end: RunEnd
  readonly order: RunOrder
  readonly counts: RunCounts
  readonly seconds: number
}

const tell = (
  host: CliHost,
  { json, data }: RunFlags,
  { prepared, end, order: { people }, counts, seconds }: Ended,
): void => {
  if (json) {
    const { rejected, duplicates } = people
    const report = { campaign: prepared.name, end, contacts: prepared.added, rejected: rejected.length }
    host.print(JSON.stringify({ ...report, duplicates, ...counts, seconds }))
  } else {
    host.print(`“${prepared.name}” in ${data}`)
    for (const [heading, figures] of [
      ['Calls', counts.byResult],
      ['Contacts', counts.byStatus],
    ] as const)
      host.print(`\n${heading}\n${table(Object.entries(figures).map(inWords))}`)
    for (const { line, reason } of people.rejected.slice(0, 20))
      host.say(`Line ${line} was left out: ${reason}.`)
    if (people.rejected.length > 20) host.say(`… and ${people.rejected.length - 20} more lines.`)
  }
  if (end.is !== 'completed')
    host.fail('failed', `${end.why} The campaign is kept; go on with it in the console or the window.`)
}
