import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { folderOf } from '../backups/backup-folder.ts'
import { makeBackup } from '../backups/make-backup.ts'
import { ask } from '../control/ask.ts'
import { freeDisk } from '../free-disk.ts'
import type { CliHost } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'
import { putOut, whyNotThere } from './out-file.ts'

interface BackupFlags {
  readonly data: string
  readonly out?: string
  readonly force: boolean
  readonly json: boolean
}

/** A workspace of hundreds of gigabytes on a slow drive. */
const LONGEST_MS = 12 * 3_600_000

export const registerBackup = (program: Command, host: CliHost): void => {
  program
    .command('backup')
    .description('copy the workspace into its folder of backups, also while it calls')
    .option('--out <file>', 'put a further copy there')
    .option('--force', 'write over a file that exists', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((flags: BackupFlags) => run(host, flags))
}

const run = async (host: CliHost, { data, json, force, ...flags }: BackupFlags): Promise<void> => {
  const out = flags.out === undefined ? null : resolve(flags.out)
  const fail = (ending: Parameters<CliHost['fail']>[0], why: string) => host.fail(ending, why, { json })
  const misplaced = out === null ? null : whyNotThere(out, { force })
  if (misplaced !== null) return fail('usage', misplaced)
  if (!existsSync(join(data, 'workspace.db')))
    return fail('workspaceUnusable', `There is no workspace in ${data}.`)
  const made = await make(host, data)
  if ('failed' in made) return fail('failed', `No backup was made. ${made.failed}`)
  const wrong = out === null ? null : await putOut(made.file, out)
  if (wrong !== null) return fail('failed', wrong)
  const file = out ?? made.file
  host.print(json ? JSON.stringify({ file }) : `Backup in ${file}`)
}

/** By the program that has the workspace open, else here. */
async function make(
  { files }: CliHost,
  data: string,
): Promise<{ readonly file: string } | { readonly failed: string }> {
  const asked = await ask(data, 'backup', {}, LONGEST_MS)
  if (asked.is === 'refused') return { failed: asked.message }
  const made =
    asked.is === 'answered'
      ? asked.value
      : await makeBackup(
          { dataDir: data, workerPath: files.workers.backup, freeDisk: freeDisk(data) },
          { at: Date.now(), by: 'hand' },
          new AbortController().signal,
        )
  return 'failed' in made ? made : { file: join(folderOf(data), made.name) }
}
