import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { listBackups } from '../backups/backup-folder.ts'
import type { CliHost } from './cli-host.ts'
import { dataOption, jsonOption } from './options.ts'

interface RestoreFlags {
  readonly latest: boolean
  readonly data: string
  readonly json: boolean
}

export const registerRestore = (program: Command, host: CliHost): void => {
  program
    .command('restore')
    .description('put a backup in the place of the workspace; what was called since stays known')
    .argument('[file]', 'the backup')
    .option('--latest', 'the newest one in the folder of backups', false)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((file: string | undefined, flags: RestoreFlags) => run(host, file, flags))
}

const run = async (
  host: CliHost,
  file: string | undefined,
  { latest, data, json }: RestoreFlags,
): Promise<void> => {
  const fail = (ending: Parameters<CliHost['fail']>[0], why: string) => host.fail(ending, why, { json })
  if ((file === undefined) !== latest)
    return fail('usage', 'Name the file of a backup, or take the newest one with --latest.')
  const backup = file === undefined ? await newest(data) : resolve(file)
  if (backup === undefined) return fail('usage', `There is no backup in ${data}.`)
  if (!existsSync(backup)) return fail('usage', `There is no file ${backup}.`)
  const { restoreHere } = await import('../backups/restore-here.ts')
  const outcome = await restoreHere(data, { backup, actor: 'command line' }, Date.now())
  if ('refused' in outcome)
    return fail(outcome.refused === 'in_use' ? 'workspaceInUse' : 'failed', outcome.message)
  const { carried, wasDamaged, kept } = outcome
  if (json) return host.print(JSON.stringify({ restored: backup, carried, wasDamaged, kept }))
  host.print(`Restored ${backup}`)
  if (carried !== null)
    host.print(`Kept since then: ${carried.calls} calls, ${carried.doNotCall} do-not-call entries.`)
  if (wasDamaged)
    host.print('The workspace was too damaged to tell who was called since the backup. Campaigns rest.')
  host.print('A backup holds no recordings: those in the folder of this workspace stay.')
  if (kept !== null) host.print(`The workspace as it was: ${kept}`)
}

/** Not what an earlier restore has put aside: that may be what was damaged. */
const newest = async (data: string): Promise<string | undefined> =>
  (await listBackups(data)).find(({ by }) => by !== 'before_restore')?.path
