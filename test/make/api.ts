import { resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { type AnyRouter, createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import type { CampaignChange } from '../../src-main/contract/campaign-edit.ts'
import type { ContactsFile } from '../../src-main/contract/campaigns.ts'
import type { Contract } from '../../src-main/contract/contract.ts'
import type { Application } from '../../src-main/hosts/application.ts'
import { compose } from '../../src-main/hosts/compose.ts'
import { createFileSecrets } from '../../src-main/hosts/secrets/file-secrets.ts'

const root = resolve(import.meta.dirname, '..', '..')

export type NewCampaign = Omit<CampaignChange, 'name'> & { name: string }

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
      rehearsal: resolve(root, 'src-main', 'hosts', 'rehearsal', 'worker.ts'),
      reading: resolve(root, 'src-main', 'hosts', 'reading', 'thread.ts'),
      working: resolve(root, 'src-main', 'hosts', 'working', 'thread.ts'),
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

/** A campaign that may be drafted in a workspace with the demo. */
export async function aNewCampaign(
  { client }: ComposedApi,
  change: Partial<NewCampaign> = {},
): Promise<NewCampaign> {
  const [[agent], [number], [trunk]] = await Promise.all([
    client.agents.list(),
    client.numbers.list(),
    client.trunks.list(),
  ])
  if (!agent || !number || !trunk) throw new Error('The demo was not started')
  return {
    name: 'Spring',
    agent: agent.id,
    trunks: [trunk.id],
    numbers: [{ id: number.id, weight: 1, enabled: true }],
    ...change,
  }
}

/** A draft over the demo's lines with these people: Anna and Ben where none are given. */
export async function aDraft(
  api: ComposedApi,
  change: Partial<NewCampaign> = {},
  csv = 'phone_number,contact_name\n+493023125100,Anna\n+493023125101,Ben\n',
) {
  const draft = await api.client.campaigns.createDraft(await aNewCampaign(api, change))
  const imported = await api.client.campaigns.addContacts({ id: draft.id, ...(await anUpload(api, csv)) })
  return { ...draft, imported }
}

export async function anUpload({ client }: ComposedApi, csv: string): Promise<ContactsFile> {
  const { upload } = await client.contacts.upload({ file: new File([csv], 'people.csv') })
  return { upload, phoneColumn: 0, nameColumn: 1, defaultCountry: 'DE' }
}

/** The first snapshot of a live view, which is then left. */
export async function firstOf<T>(view: AsyncIterable<T>): Promise<T> {
  for await (const snapshot of view) return snapshot
  throw new Error('The live view ended without a snapshot')
}
