import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { Services } from './services.ts'
import { exportWorkspace } from './workspace-file/export-workspace.ts'
import { importWorkspace } from './workspace-file/import-workspace.ts'
import { readWritten } from './workspace-file/written-workspace.ts'

const os = implement(contract.configuration).$context<Services>()

export const configuration = os.router({
  export: os.export.handler(async ({ context }) => ({
    fileName: 'trunkline-configuration.json',
    text: `${JSON.stringify(await exportWorkspace(context), null, 2)}\n`,
  })),
  import: os.import.handler(({ input, context }) => importWorkspace(context, readWritten(input.text))),
})
