import { resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { type AnyRouter, createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import type { NewCampaign } from '../../src-main/contract/campaigns.ts'
import type { Contract } from '../../src-main/contract/contract.ts'
import type { Application } from '../../src-main/hosts/application.ts'
import { compose } from '../../src-main/hosts/compose.ts'
import { createFileSecrets } from '../../src-main/hosts/secrets/file-secrets.ts'

const root = resolve(import.meta.dirname, '..', '..')

export interface ComposedApi {
  readonly app: Application
  readonly client: ContractRouterClient<Contract>
}

/** The whole application on an empty folder, and a client without a transport between. */
export async function aComposedApi(dataDir: string): Promise<ComposedApi> {
  const app = await compose({
    dataDir,
    workers: {
      media: resolve(root, 'src-main', 'telephony', 'media', 'worker.ts'),
      speech: resolve(root, 'src-main', 'voice', 'speech-worker.ts'),
      forecast: resolve(root, 'src-main', 'hosts', 'forecast', 'worker.ts'),
    },
    resources: resolve(root, 'resources'),
    log: pino({ level: 'silent' }),
    kind: 'cli',
    secrets: createFileSecrets(dataDir),
  })
  if ('refused' in app) throw new Error(app.message)
  const client = createRouterClient(app.router as AnyRouter, { context: app.context })
  return { app, client: client as unknown as ContractRouterClient<Contract> }
}

/** A campaign that may be created in a workspace with the demo: two contacts. */
export async function aNewCampaign(
  { client }: ComposedApi,
  change: Partial<NewCampaign> = {},
): Promise<NewCampaign> {
  const csv = 'phone_number,contact_name\n+493023125100,Anna\n+493023125101,Ben\n'
  const [{ upload }, settings, [agent], [number], [trunk]] = await Promise.all([
    client.contacts.upload({ file: new File([csv], 'people.csv') }),
    client.campaigns.defaults(),
    client.agents.list(),
    client.numbers.list(),
    client.trunks.list(),
  ])
  if (!agent || !number || !trunk) throw new Error('The demo was not started')
  return {
    name: 'Spring',
    agent: agent.id,
    trunk: trunk.id,
    numbers: [number.id],
    settings,
    contacts: { upload, phoneColumn: 0, nameColumn: 1, defaultCountry: 'DE' },
    ...change,
  }
}
