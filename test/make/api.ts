import { dirname, resolve } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { type AnyRouter, createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Services } from '../../src-main/api/services.ts'
import { addPeople } from '../../src-main/contacts/write/add-people.ts'
import type { CampaignChange } from '../../src-main/contract/campaign-edit.ts'
import type { Contract } from '../../src-main/contract/contract.ts'
import type { Job } from '../../src-main/contract/jobs.ts'
import type { Refusal } from '../../src-main/contract/values.ts'
import type { CampaignId, E164 } from '../../src-main/domain/ids.ts'
import type { Application, ComposeOptions } from '../../src-main/hosts/application.ts'
import { compose } from '../../src-main/hosts/compose.ts'
import { createFileSecrets } from '../../src-main/hosts/secrets/file-secrets.ts'
import { aFolder, byTest, type Folder } from './workspace.ts'

const root = resolve(import.meta.dirname, '..', '..')

export type NewCampaign = Omit<CampaignChange, 'name'> & { name: string }

export interface ComposedApi {
  readonly app: Application
  readonly client: ContractRouterClient<Contract>
  /** What the handlers work with. */
  readonly services: Services
}

interface ApiOptions {
  readonly demo?: boolean
  /** A new one for each test. */
  readonly each?: boolean
}

/** The application for the tests of a file, to be used within them: on a folder of its own, and gone after them. */
export function anApi({
  demo = false,
  each = false,
}: ApiOptions = {}): ComposedApi & { readonly folder: string } {
  let folder: Folder
  let api: ComposedApi
  const open = async () => {
    folder = aFolder()
    api = await aComposedApi(dirname(folder.file))
    if (demo) await api.client.workspace.startDemo()
  }
  const close = async () => {
    await api.app.close({ drainSeconds: 0 })
    folder.remove()
  }
  if (each) {
    beforeEach(open)
    afterEach(close)
  } else {
    beforeAll(open)
    afterAll(close)
  }
  return {
    get app() {
      return api.app
    },
    get client() {
      return api.client
    },
    get services() {
      return api.services
    },
    get folder() {
      return dirname(folder.file)
    },
  }
}

/** The whole application on an empty folder, and a client without a transport between. */
export async function aComposedApi(
  dataDir: string,
  change: Partial<ComposeOptions> = {},
): Promise<ComposedApi> {
  const app = await compose({
    dataDir,
    workers: {
      media: resolve(root, 'src-main', 'telephony', 'media', 'worker.ts'),
      speech: resolve(root, 'src-main', 'voice', 'speech-worker.ts'),
      forecast: resolve(root, 'src-main', 'hosts', 'forecast', 'worker.ts'),
      rehearsal: resolve(root, 'src-main', 'hosts', 'rehearsal', 'worker.ts'),
      history: resolve(root, 'src-main', 'hosts', 'demo', 'history', 'worker.ts'),
      reading: resolve(root, 'src-main', 'hosts', 'reading', 'thread.ts'),
      working: resolve(root, 'src-main', 'hosts', 'working', 'thread.ts'),
      backup: resolve(root, 'src-main', 'hosts', 'backups', 'worker.ts'),
    },
    resources: resolve(root, 'resources'),
    log: pino({ level: 'silent' }),
    kind: 'cli',
    secrets: createFileSecrets(dataDir),
    ...change,
  })
  if ('refused' in app) throw new Error(app.message)
  const client = createRouterClient(app.router as AnyRouter, { context: app.context })
  return {
    app,
    client: client as unknown as ContractRouterClient<Contract>,
    services: app.context as unknown as Services,
  }
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

/** A draft over the demo's lines with these people, names by their numbers. */
export async function aDraft(
  api: ComposedApi,
  change: Partial<NewCampaign> = {},
  people: Readonly<Record<string, string>> = { '+493023125100': 'Anna', '+493023125101': 'Ben' },
) {
  const draft = await api.client.campaigns.createDraft(await aNewCampaign(api, change))
  const { change: write, statements, now } = api.services
  const listed = Object.entries(people).map(([phone, name]) => ({
    phone: phone as E164,
    written: phone,
    name,
    zone: null,
    fields: {},
  }))
  await write(() => addPeople(statements, draft.id, listed, byTest(now())))
  return draft
}

/** What somebody handed in. */
export async function anUpload(
  { services }: ComposedApi,
  text: string,
  name = 'people.csv',
): Promise<string> {
  const kept = await services.uploads.keepText(text, name)
  if (!('upload' in kept)) throw new Error(kept.what)
  return kept.upload
}

/** Begins to import numbers and names, in this order, into a campaign. */
export const startImport = async (api: ComposedApi, campaign: CampaignId, csv: string): Promise<Job> =>
  api.client.imports.start({
    upload: await anUpload(api, csv),
    plan: {
      target: { into: 'campaign', campaign },
      columns: [{ as: 'phone_number' }, { as: 'contact_name' }],
      defaultCountry: 'DE',
    },
  })

export async function ended({ client, services }: ComposedApi, { id }: Pick<Job, 'id'>): Promise<Job> {
  await services.jobs.ended(id)
  return client.jobs.get({ id })
}

/** The refusal in which it ends; `null`: it was done. */
export const refusalOf = (asked: Promise<unknown>): Promise<Refusal | null> =>
  asked.then(
    () => null,
    error => {
      if (error?.data?.code === undefined) throw error
      return error.data
    },
  )

/** `done`, or the code of the refusal with the field it concerns; anything else is a bug that reached the screen. */
export const endOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    error => [error?.data?.code ?? String(error), error?.data?.field].filter(Boolean).join(' at '),
  )

/** The first snapshot of a live view, which is then left. */
export async function firstOf<T>(view: AsyncIterable<T>): Promise<T> {
  for await (const snapshot of view) return snapshot
  throw new Error('The live view ended without a snapshot')
}
