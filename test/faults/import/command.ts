import { resolve } from 'node:path'
import { Command } from 'commander'
import { createCliHost } from '../../../src-main/hosts/cli/create-cli-host.ts'
import { registerImport } from '../../../src-main/hosts/cli/import.ts'

/** `trunkline import` from its sources, so that it can be killed before anything is built. */
const root = resolve(import.meta.dirname, '..', '..', '..')
const host = createCliHost({
  compose: async () => ({ refused: 'unused', message: 'An import opens no application.' }),
  version: 'test',
  programs: resolve(root, 'out', 'main'),
})
const working = resolve(root, 'src-main', 'hosts', 'working', 'thread.ts')
const program = new Command('trunkline')
registerImport(program, { ...host, files: { ...host.files, workers: { ...host.files.workers, working } } })
await program.parseAsync()
