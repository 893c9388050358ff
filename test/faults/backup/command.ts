import { resolve } from 'node:path'
import { Command } from 'commander'
import { registerBackup } from '../../../src-main/hosts/cli/backup.ts'
import { createCliHost } from '../../../src-main/hosts/cli/create-cli-host.ts'
import { registerRestore } from '../../../src-main/hosts/cli/restore.ts'

/** `trunkline backup` and `trunkline restore` from their sources, so that they can be killed before anything is built. */
const root = resolve(import.meta.dirname, '..', '..', '..')
const host = createCliHost({
  compose: async () => ({ refused: 'unused', message: 'Neither opens the application.' }),
  version: 'test',
  programs: resolve(root, 'out', 'main'),
})
const backup = resolve(root, 'src-main', 'hosts', 'backups', 'worker.ts')
const program = new Command('trunkline')
const sources = { ...host, files: { ...host.files, workers: { ...host.files.workers, backup } } }
registerBackup(program, sources)
registerRestore(program, sources)
await program.parseAsync()
