import { resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { router } from '../../../src-main/api/router.ts'
import type { Services } from '../../../src-main/api/services.ts'
import type { CallDetail } from '../../../src-main/contract/calls.ts'
import { builtFiles } from '../../../src-main/hosts/built-files.ts'
import { compose } from '../../../src-main/hosts/compose.ts'
import { createFileSecrets } from '../../../src-main/hosts/secrets/file-secrets.ts'

const programs = resolve(import.meta.dirname, '..', '..', '..', 'out', 'main')

/** Opens the workspace as a host does and asks for its calls as the interface does, newest first. */
export const callsAsShown = async (dataDir: string): Promise<readonly CallDetail[]> => {
  const { workers, resources } = builtFiles(programs)
  const app = await compose({
    dataDir,
    workers,
    resources,
    log: pino({ enabled: false }),
    kind: 'console',
    secrets: createFileSecrets(dataDir),
  })
  if ('refused' in app) throw new Error(app.message)
  try {
    const { calls } = createRouterClient(router, { context: app.context as unknown as Services })
    const { rows } = await calls.list({})
    return await Promise.all(rows.map(({ id }) => calls.get({ id })))
  } finally {
    await app.close({ drainSeconds: 0 })
  }
}
