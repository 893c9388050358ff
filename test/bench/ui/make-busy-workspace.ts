import { createRouterClient } from '@orpc/server'
import { sql } from 'kysely'
import { pino } from 'pino'
import { router } from '../../../src-main/api/router.ts'
import type { Services } from '../../../src-main/api/services.ts'
import { addPeople } from '../../../src-main/contacts/write/add-people.ts'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import { compose } from '../../../src-main/hosts/compose.ts'
import { practicePeople } from '../../../src-main/hosts/rehearsal/practice-people.ts'

const file = (path: string) => new URL(path, import.meta.url).pathname

/** The demo with so many calls at a time and people enough for minutes; it runs as soon as the workspace is opened. */
export async function makeBusyWorkspace(
  dataDir: string,
  calls: number,
): Promise<{ readonly campaign: CampaignId }> {
  const app = await compose({
    dataDir,
    workers: {
      media: file('../../../out/main/media-worker.js'),
      speech: file('../../../out/main/speech-worker.js'),
      forecast: file('../../../out/main/forecast-worker.js'),
      rehearsal: file('../../../out/main/rehearsal-worker.js'),
      history: file('../../../out/main/history-worker.js'),
      reading: file('../../../out/main/reading-worker.js'),
      working: file('../../../out/main/working-worker.js'),
      backup: file('../../../out/main/backup-worker.js'),
    },
    resources: file('../../../resources'),
    log: pino({ level: 'silent' }),
    kind: 'cli',
    secrets: { get: async () => null, set: async () => {}, remove: async () => {} },
  })
  if ('refused' in app) throw new Error(app.message)
  const services = app.context as unknown as Services
  const { campaign } = await createRouterClient(router, { context: services }).workspace.startDemo()
  await services.change(async tx => {
    const by = { actor: 'bench', job: null, at: Date.now() }
    await addPeople(services.statements, campaign, practicePeople(calls * 20), by)
    await sql`UPDATE campaigns SET state = 'running', run = 1, launched_at = ${Date.now()},
      settings = json_set(settings, '$.maxConcurrentCalls', ${calls}) WHERE id = ${campaign}`.execute(tx)
  })
  await app.close({ drainSeconds: 0 })
  return { campaign }
}
