import { randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { previewFile } from '../../contacts/import/look/preview-file.ts'
import { UnreadableFile } from '../../contacts/import/read/unreadable-file.ts'
import { rejectedFile, uploadFile } from '../../contacts/job-files.ts'
import type { JobId } from '../../domain/ids.ts'
import {
  type ColumnUse,
  type ImportPlan,
  type ImportTarget,
  type KnownPolicy,
  knownPolicies,
} from '../../domain/import-plan.ts'
import { isCountry } from '../../numbering/phone.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import { workspaceZone } from '../../store/workspace-zone.ts'
import { type JobCommands, openJobCommands } from '../working/job-commands.ts'
import type { CliHost } from './cli-host.ts'
import type { Ending } from './exit-codes.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { importText } from './import-text.ts'
import { dataOption, jsonOption } from './options.ts'
import { quietLog } from './quiet-log.ts'
import { waitForJob } from './wait-for-job.ts'

interface ImportFlags {
  readonly list?: string
  readonly campaign?: string
  readonly country?: string
  readonly phoneColumn?: string
  readonly known: KnownPolicy
  readonly keepWithoutNumber: boolean
  readonly data: string
  readonly json: boolean
}

export const registerImport = (program: Command, host: CliHost): void => {
  program
    .command('import <file>')
    .description('take contacts from a CSV or Excel file of any size; calls go on meanwhile')
    .option('--list <name>', 'put them into this list, which is made where there is none')
    .option('--campaign <name>', 'put them into this campaign')
    .addOption(
      new Option('--country <code>', 'country of numbers without a country code').argParser(text => {
        if (!isCountry(text)) throw new InvalidArgumentError('Write the two letters of a country, like DE.')
        return text.toUpperCase()
      }),
    )
    .option('--phone-column <heading>', 'heading of the column with the number; guessed where absent')
    .addOption(
      new Option(
        '--known <policy>',
        'numbers that are known: take the file’s values, fill what is empty, or leave them',
      )
        .choices([...knownPolicies])
        .default('update'),
    )
    .option('--keep-without-number', 'keep rows without a number as contacts that cannot be called', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((file: string, flags: ImportFlags) => run(host, resolve(file), flags))
}

class Refused extends Error {
  readonly ending: Ending
  constructor(ending: Ending, message: string) {
    super(message)
    this.ending = ending
  }
}

const run = async (host: CliHost, file: string, flags: ImportFlags): Promise<void> => {
  const { data, json } = flags
  if (flags.list !== undefined && flags.campaign !== undefined)
    return host.fail('usage', 'Give either --list or --campaign.', { json })
  if (!existsSync(file)) return host.fail('usage', `There is no file ${file}.`, { json })
  const jobs = await openJobCommands({ dataDir: data, workers: host.files.workers, log: quietLog(host) })
  if ('refused' in jobs)
    return host.fail(jobs.refused === 'in_use' ? 'workspaceInUse' : 'workspaceUnusable', jobs.message, {
      json,
    })
  try {
    await importFrom(host, jobs, file, flags)
  } catch (error) {
    if (error instanceof Refused) host.fail(error.ending, error.message, { json })
    else if (error instanceof UnreadableFile) host.fail('usage', `${file}: ${error.message}`, { json })
    else host.fail('failed', `${file} was not imported: ${(error as Error).message}`, { json })
  } finally {
    await jobs.close()
  }
}

async function importFrom(host: CliHost, jobs: JobCommands, file: string, flags: ImportFlags): Promise<void> {
  const { data, json } = flags
  const plan = await planFor(jobs, file, flags)
  const upload = randomUUID()
  const path = uploadFile(data, upload)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.name`, basename(file), { mode: 0o600 })
  // Where the disk can, the copy shares the blocks of the original.
  await copyFile(file, path, constants.COPYFILE_FICLONE)
  const input = { is: 'import', upload, fileName: basename(file), plan } as const
  const where = flags.list ?? flags.campaign ?? 'all contacts'
  const outcome = await waitForJob(jobs, {
    input,
    actor: 'command line',
    title: `${basename(file)} into ${where}`,
  })
  await Promise.all([rm(path, { force: true }), rm(`${path}.name`, { force: true })])
  if (outcome.is !== 'done' || outcome.result.is !== 'import')
    throw new Refused(
      'failed',
      outcome.is === 'done' || outcome.message === ''
        ? 'It was cancelled; nothing of it was kept.'
        : outcome.message,
    )
  const { counts, reasons } = outcome.result
  const rejected = counts.rejected > 0 ? rejectedFile(data, outcome.job as JobId) : null
  host.print(
    json
      ? JSON.stringify({ job: outcome.job, ...counts, reasons, rejectedFile: rejected })
      : importText(counts, reasons, rejected),
  )
}

async function planFor(jobs: JobCommands, file: string, flags: ImportFlags): Promise<ImportPlan> {
  const opened = openReadOnly(join(flags.data, 'workspace.db'))
  try {
    const zone = workspaceZone(opened.statements)
    const preview = await previewFile(opened, { path: file, reading: null, zone })
    return {
      columns: columnsOf(preview.columns, flags),
      defaultCountry: flags.country ?? preview.defaultCountry,
      target: await targetOf(jobs, flags),
      known: flags.known,
      withoutNumber: flags.keepWithoutNumber ? 'keep' : 'reject',
      tags: [],
      priority: 'normal',
      reading: null,
    }
  } finally {
    opened.close()
  }
}

function columnsOf(
  columns: readonly { readonly heading: string; readonly use: ColumnUse }[],
  { phoneColumn, keepWithoutNumber }: ImportFlags,
): readonly ColumnUse[] {
  const headings = columns.map(({ heading }) => heading)
  const wanted = phoneColumn?.trim().toLowerCase()
  const at = headings.findIndex(heading => heading.toLowerCase() === wanted)
  if (wanted !== undefined && at < 0)
    throw new Refused(
      'usage',
      `No column is called “${phoneColumn}”; its columns are ${headings.join(', ')}.`,
    )
  const uses = columns.map(({ use }, column): ColumnUse => {
    if (column === at) return { as: 'phone_number' }
    return at >= 0 && use.as === 'phone_number' ? { as: 'further_phone' } : use
  })
  if (!keepWithoutNumber && !uses.some(({ as }) => as === 'phone_number'))
    throw new Refused(
      'usage',
      `No column is called phone_number, nor holds numbers; its columns are ${headings.join(', ')}. Name one with --phone-column.`,
    )
  return uses
}

async function targetOf(jobs: JobCommands, { list, campaign, data }: ImportFlags): Promise<ImportTarget> {
  if (list !== undefined) return { into: 'list', list: await jobs.listNamed(list.trim()) }
  if (campaign === undefined) return { into: 'all' }
  const found = findCampaignIn(data, campaign)
  if ('ending' in found) throw new Refused(found.ending, found.reason)
  return { into: 'campaign', campaign: found.campaign }
}
