import { resolve } from 'node:path'
import { pino } from 'pino'
import { addPeople } from '../../../src-main/contacts/write/add-people.ts'
import { campaignDefaults } from '../../../src-main/domain/campaign.ts'
import type { CampaignId, ListId } from '../../../src-main/domain/ids.ts'
import { readSampleFlow, sampleAgents } from '../../../src-main/hosts/demo/sample-agents.ts'
import { mustWrite } from '../../../src-main/hosts/must-write.ts'
import { practicePeople } from '../../../src-main/hosts/rehearsal/practice-people.ts'
import { createFileSecrets } from '../../../src-main/hosts/secrets/file-secrets.ts'
import type { JobDesk } from '../../../src-main/hosts/working/job-desk.ts'
import { openJobs } from '../../../src-main/hosts/working/open-jobs.ts'
import { openWorkspace, type Workspace } from '../../../src-main/hosts/workspace.ts'
import { createCampaign } from '../../../src-main/store/create-campaign.ts'
import { createAgent } from '../../../src-main/store/save-agent.ts'
import { saveNumber } from '../../../src-main/store/save-number.ts'
import { mainTurn, newSharedTurn } from '../../../src-main/store/write-turn.ts'
import { aSchedule } from '../../make/workspace.ts'

/** A workspace at work as in the application: engine, lines, audio and the practice carrier, with a desk for jobs. */
export interface BusyWorkspace {
  readonly workspace: Workspace
  readonly jobs: JobDesk
  /** Empty. */
  readonly list: ListId
  readonly campaign: CampaignId
  close(): Promise<void>
}

const PEOPLE = 6_000
const CALLER_IDS = 8
const source = (path: string) => resolve(import.meta.dirname, '../../../src-main', path)
const resources = resolve(import.meta.dirname, '../../../resources')

/** The calls have begun. @param calls at once, 100 at most: so many the practice carrier takes */
export async function aBusyWorkspace(dataDir: string, calls: number): Promise<BusyWorkspace> {
  const shared = newSharedTurn()
  const turn = mainTurn(shared)
  const log = pino({ level: 'silent' })
  const workers = {
    media: source('telephony/media/worker.ts'),
    speech: source('voice/speech-worker.ts'),
    forecast: source('hosts/forecast/worker.ts'),
    rehearsal: source('hosts/rehearsal/worker.ts'),
    history: source('hosts/demo/history/worker.ts'),
    reading: source('hosts/reading/thread.ts'),
    working: source('hosts/working/thread.ts'),
    backup: source('hosts/backups/worker.ts'),
  }
  const workspace = await openWorkspace({
    dataDir,
    workers,
    resources,
    log,
    turn,
    kind: 'cli',
    secrets: createFileSecrets(dataDir),
    practice: { seed: 1, speed: 1 },
  })
  if ('refused' in workspace) throw new Error(workspace.message)
  const { store, now } = workspace
  const jobs = await openJobs({ dataDir, workers, log, store, now, turn, shared, onEnd: () => {} })
  const campaign = await aPracticeCampaign(workspace, calls)
  const moved = await workspace.engine.move(campaign, { do: 'launch', startsAt: null }, { actor: 'bench' })
  if ('refused' in moved) throw new Error(`The campaign does not start: ${JSON.stringify(moved)}`)
  const list = await mustWrite(
    store,
    async () =>
      store.statements.run(`INSERT INTO lists (name, created_at, changed_at) VALUES ('All', 0, 0)`).id,
  )
  return {
    workspace,
    jobs,
    list: list as ListId,
    campaign,
    close: async () => {
      await jobs.close()
      await workspace.engine.stopAll({ hangUp: true, actor: 'bench' })
      await workspace.close({ drainSeconds: 0 })
    },
  }
}

async function aPracticeCampaign(
  { practice, prepareSpeech, store, now }: Workspace,
  calls: number,
): Promise<CampaignId> {
  const trunk = await practice.open()
  const flow = await readSampleFlow(resources, 'reminder')
  await prepareSpeech(flow)
  return mustWrite(store, async tx => {
    const agent = await createAgent(tx, { ...sampleAgents.reminder, flow }, now())
    const numbers = await Promise.all(
      Array.from({ length: CALLER_IDS }, (_, index) =>
        saveNumber(tx, { e164: `+4930231250${10 + index}`, name: `Line ${index}` }, now()),
      ),
    )
    const campaign = await createCampaign(
      tx,
      {
        name: 'Bench',
        agentVersion: agent.version,
        trunks: [trunk],
        numbers,
        settings: {
          ...campaignDefaults,
          maxConcurrentCalls: calls,
          maxRetries: 0,
          rotation: { ...campaignDefaults.rotation, maxCallsPerDay: 1_000, spamThreshold: 9 },
        },
        schedule: aSchedule({ anyTime: true }),
      },
      now(),
    )
    await addPeople(store.statements, campaign, practicePeople(PEOPLE), {
      actor: 'bench',
      job: null,
      at: now(),
    })
    return campaign
  })
}
