import { readFile, stat } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ringChoices } from '../../domain/campaign.ts'
import { isLoopback } from '../../domain/trunk.ts'
import { type CsvContacts, csvContacts, guessColumn } from '../../engine/import/csv-contacts.ts'
import { readPhone } from '../../engine/import/phone.ts'
import { readCsv } from '../../engine/import/read-csv.ts'
import { listenForControl } from '../control/listen.ts'
import { openLog } from '../open-log.ts'
import { countRun, runCampaign } from '../run-campaign.ts'
import { createFileSecrets } from '../secrets/file-secrets.ts'
import { openWorkspace } from '../workspace.ts'
import { type CliHost, endingOf } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'
import { prepareRun } from './prepare-run.ts'
import { progressBar } from './progress.ts'
import { numberOption } from './rehearse.ts'
import type { RunFlags } from './run-flags.ts'
import { table } from './table.ts'
import { readTrunkUri, type TrunkUri } from './trunk-uri.ts'
import { untilTold } from './until-told.ts'

export const registerCampaign = (program: Command, host: CliHost): void => {
  const campaign = program.command('campaign').description('run campaigns from the command line')
  campaign
    .command('run')
    .description(
      'call everybody in a CSV file over a SIP trunk; columns phone_number, contact_name and any others',
    )
    .requiredOption('--contacts <file.csv>', 'who is called')
    .addOption(
      new Option('--trunk <uri>', 'sip:user:password@host:port;transport=udp')
        .argParser(trunkOf)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--caller-id <number>', 'number of yours that is shown, +49…')
        .argParser(callerIdOf)
        .makeOptionMandatory(),
    )
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
        'end when nothing is due for so long; 30 without retries, else as long as it takes',
        0,
        604_800,
      ),
    )
    .option('--any-time', 'lift the call hours; for trunks on this computer only', false)
    .option('--record', 'record each answered call', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((flags: Omit<RunFlags, 'ring'> & { readonly ring: string }) =>
      run(host, { ...flags, ring: Number(flags.ring) }),
    )
}

const run = async (host: CliHost, flags: RunFlags): Promise<void> => {
  const { json, data } = flags
  const usage = (message: string) => host.fail('usage', message, { json })
  if (flags.anyTime && !isLoopback(flags.trunk.settings))
    return usage(
      `--any-time holds for trunks on this computer only, and ${flags.trunk.settings.host} is not. Nobody was called.`,
    )
  const people = await readPeople(flags)
  if ('reason' in people) return usage(`${people.reason} Nobody was called.`)

  const told = untilTold()
  const stop = new AbortController()
  void told.again.then(() => process.exit(130))
  const opened = openLogIn(host, flags)
  if (opened === null) return
  const { log, close: closeLog } = opened
  const { workers, resources } = host.files
  const secrets = createFileSecrets(data)
  const workspace = await openWorkspace({
    dataDir: data,
    workers,
    resources,
    log,
    kind: 'cli',
    secrets,
  })
  if ('refused' in workspace) {
    closeLog()
    return host.fail(endingOf(workspace), workspace.message, { json })
  }
  const { engine } = workspace
  const stopAll = async (hangUp: boolean) => {
    await engine.stopAll({ hangUp, actor: 'command line' })
    return { activeCalls: engine.activeCalls().length }
  }
  void told.once.then(async () => {
    await stopAll(false)
    stop.abort()
  })
  const control = await listenForControl(data, {
    'stop-all': ({ hangUp }) => stopAll(hangUp),
    status: async () => ({ host: 'cli', pid: process.pid, activeCalls: engine.activeCalls().length }),
  })
  const bar = progressBar()
  try {
    const prepared = await prepareRun(workspace, { resources, secrets }, flags, people)
    if ('reason' in prepared) return host.fail('failed', prepared.reason, { json })
    const began = Date.now()
    const end = await runCampaign(workspace, prepared.campaign, {
      onProgress: progress => !json && bar.show(progress),
      waitSeconds: flags.wait ?? (flags.maxRetries === 0 ? 30 : Number.POSITIVE_INFINITY),
      signal: stop.signal,
    })
    bar.end()
    const counts = await countRun(workspace, prepared.campaign)
    const report = {
      campaign: prepared.name,
      end,
      contacts: prepared.added,
      rejected: people.rejected.length,
      duplicates: people.duplicates,
      ...counts,
      seconds: (Date.now() - began) / 1000,
    }
    if (json) host.print(JSON.stringify(report))
    else
      host.print(
        [
          `“${prepared.name}” in ${data}`,
          table(Object.entries(counts.byResult)),
          table(Object.entries(counts.byStatus)),
        ].join('\n\n'),
      )
    for (const { line, reason } of json ? [] : people.rejected.slice(0, 20))
      host.say(`Line ${line} was left out: ${reason}.`)
    if (end.is !== 'completed') host.fail('failed', end.why)
  } finally {
    bar.end()
    if ('close' in control) await control.close()
    await workspace.close({ drainSeconds: 30 })
    closeLog()
  }
}

const openLogIn = (host: CliHost, { data, json }: RunFlags) => {
  try {
    return openLog(data, host.say)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    host.fail(
      'workspaceUnusable',
      `The workspace folder ${data} cannot be written (${code ?? message}). Check its rights, or choose another one with --data.`,
      { json },
    )
    return null
  }
}

/** The file's people, or one sentence why there is nobody to call. */
const readPeople = async ({
  contacts: file,
  country,
  callerId,
}: RunFlags): Promise<CsvContacts | { readonly reason: string }> => {
  const bytes = await readFile(file).catch(async (error: NodeJS.ErrnoException) =>
    (await stat(file).catch(() => null))?.isDirectory()
      ? { reason: `${file} is a folder, not a CSV file.` }
      : {
          reason:
            error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${error.code}).`,
        },
  )
  if ('reason' in bytes) return bytes
  const read = await readCsv(bytes)
  if ('reason' in read) return { reason: `${file}: ${read.reason}` }
  const column = (of: 'phone_number' | 'contact_name') =>
    read.headings.findIndex(heading => guessColumn(heading) === of)
  const phoneColumn = column('phone_number')
  if (phoneColumn < 0)
    return {
      reason: `${file}: no column is called phone_number; its columns are ${read.headings.join(', ')}.`,
    }
  const nameColumn = column('contact_name')
  const people = csvContacts(read, {
    phoneColumn,
    nameColumn: nameColumn < 0 ? null : nameColumn,
    defaultCountry: country ?? callerId.country ?? 'US',
  })
  const [first] = people.rejected
  return people.contacts.length > 0
    ? people
    : { reason: `${file}: no row has a number that can be called. Line ${first?.line}: ${first?.reason}.` }
}

const trunkOf = (text: string): TrunkUri => {
  const read = readTrunkUri(text)
  if ('reason' in read) throw new InvalidArgumentError(read.reason)
  return read
}

const callerIdOf = (text: string): RunFlags['callerId'] => {
  const read = readPhone(text, '')
  if ('reason' in read)
    throw new InvalidArgumentError(`It is ${read.reason}. Write it with + and country code.`)
  return read
}
