import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { exportFile } from '../../contacts/job-files.ts'
import type { JobId, ListId } from '../../domain/ids.ts'
import { type ExportFormat, type ExportOrder, exportFormats } from '../../domain/job.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import { openJobCommands } from '../working/job-commands.ts'
import type { CliHost } from './cli-host.ts'
import { findCampaignIn } from './find-campaign-in.ts'
import { dataOption, jsonOption } from './options.ts'
import { putOut, whyNotThere } from './out-file.ts'
import { quietLog } from './quiet-log.ts'
import { type JobOutcome, waitForJob } from './wait-for-job.ts'

interface ExportFlags {
  readonly campaign?: string
  readonly list?: string
  readonly what: 'contacts' | 'calls' | 'do-not-call'
  readonly format: ExportFormat
  readonly out: string
  readonly force: boolean
  readonly data: string
  readonly json: boolean
}

export const registerExport = (program: Command, host: CliHost): void => {
  program
    .command('export')
    .description('write contacts, calls or the do-not-call list into a file; calls go on meanwhile')
    .option('--campaign <name>', 'only its contacts, with all figures, or only its calls')
    .option('--list <name>', 'only the contacts of this list')
    .addOption(
      new Option('--what <kind>', 'what is written')
        .choices(['contacts', 'calls', 'do-not-call'])
        .default('contacts'),
    )
    .addOption(new Option('--format <format>', 'of the file').choices([...exportFormats]).default('csv'))
    .requiredOption('--out <file>', 'the file to write')
    .option('--force', 'write over a file that exists', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((flags: ExportFlags) => run(host, flags))
}

const run = async (host: CliHost, flags: ExportFlags): Promise<void> => {
  const { data, json, format } = flags
  const out = resolve(flags.out)
  const fail = (ending: Parameters<CliHost['fail']>[0], reason: string) => host.fail(ending, reason, { json })
  const misplaced = whyNotThere(out, flags)
  if (misplaced !== null) return fail('usage', misplaced)
  if (!existsSync(join(data, 'workspace.db')))
    return fail('workspaceUnusable', `There is no workspace in ${data}.`)
  const what = whatOf(flags)
  if ('reason' in what) return fail(what.ending, what.reason)
  const jobs = await openJobCommands({ dataDir: data, workers: host.files.workers, log: quietLog(host) })
  if ('refused' in jobs)
    return fail(jobs.refused === 'in_use' ? 'workspaceInUse' : 'workspaceUnusable', jobs.message)
  try {
    const { title, order } = what
    const input = { is: 'export', order: { what: order, format, columns: null, title } } as const
    const outcome = await waitForJob(jobs, { input, actor: 'command line', title })
    if (outcome.is !== 'done' || outcome.result.is !== 'export') return fail('failed', reasonOf(outcome))
    const wrong = await putOut(exportFile(data, outcome.job as JobId), out)
    if (wrong !== null) return fail('failed', wrong)
    const { rows, bytes } = outcome.result
    host.print(json ? JSON.stringify({ job: outcome.job, rows, bytes, file: out }) : `${rows} rows in ${out}`)
  } catch (error) {
    fail('failed', `${out} was not written: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await jobs.close()
  }
}

const reasonOf = (outcome: JobOutcome): string =>
  outcome.is === 'done' || outcome.message === '' ? 'It was cancelled; nothing was written.' : outcome.message

type What =
  | { readonly title: string; readonly order: ExportOrder['what'] }
  | { readonly ending: 'usage' | 'workspaceUnusable'; readonly reason: string }

function whatOf({ campaign, list, what, data }: ExportFlags): What {
  if (campaign !== undefined && list !== undefined)
    return { ending: 'usage', reason: 'Give either --campaign or --list.' }
  if (what !== 'contacts' && list !== undefined)
    return { ending: 'usage', reason: `--list goes with contacts only, not with ${what}.` }
  if (what === 'do-not-call' && campaign !== undefined)
    return { ending: 'usage', reason: 'The do-not-call list is one for all campaigns: leave --campaign out.' }
  const found = campaign === undefined ? null : findCampaignIn(data, campaign)
  if (found !== null && 'ending' in found)
    return { ending: found.ending === 'usage' ? 'usage' : 'workspaceUnusable', reason: found.reason }
  if (what === 'do-not-call') return { title: 'Do-not-call list', order: { of: 'do_not_call' } }
  if (what === 'calls')
    return {
      title: campaign === undefined ? 'All calls' : `Calls of ${campaign}`,
      order: { of: 'calls', campaign: found?.campaign ?? null },
    }
  if (list !== undefined) {
    const id = listIn(data, list)
    if (id === null) return { ending: 'usage', reason: `There is no list “${list}” in ${data}.` }
    return { title: `Contacts of ${list}`, order: contactsOf({ of: 'list', list: id }, 'name') }
  }
  return found === null
    ? { title: 'All contacts', order: contactsOf({ of: 'all' }, 'name') }
    : {
        title: `Contacts of ${campaign}`,
        order: contactsOf({ of: 'campaign', campaign: found.campaign }, 'order'),
      }
}

type Contacts = Extract<ExportOrder['what'], { of: 'contacts' }>

const contactsOf = (scope: Contacts['query']['scope'], by: Contacts['sort']['by']): Contacts => ({
  of: 'contacts',
  query: { scope, search: '', filter: null },
  sort: { by, descending: false },
})

function listIn(data: string, name: string): ListId | null {
  const opened = openReadOnly(join(data, 'workspace.db'))
  try {
    return (
      opened.statements.first<{ id: ListId }>('SELECT id FROM lists WHERE name = ?', name.trim())?.id ?? null
    )
  } finally {
    opened.close()
  }
}
