import { addPeople } from '../../contacts/write/add-people.ts'
import { campaignDefaults } from '../../domain/campaign.ts'
import type { CampaignId } from '../../domain/ids.ts'
import { nextOpening, officeHours } from '../../domain/schedule.ts'
import { createPracticeClock } from '../../engine/practice-clock.ts'
import { homeOf } from '../../numbering/home-of.ts'
import { createCampaign } from '../../store/create-campaign.ts'
import { createAgent } from '../../store/save-agent.ts'
import { saveNumber } from '../../store/save-number.ts'
import type { ComposeOptions, ComposeRefusal } from '../application.ts'
import { readSampleFlow, sampleAgents } from '../demo/sample-agents.ts'
import { inTempFolder } from '../in-temp-folder.ts'
import { mustWrite } from '../must-write.ts'
import { countRun, type RunCounts, type RunEnd, type RunProgress, runCampaign } from '../run-campaign.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import { judge, type Verdict } from './judge.ts'
import { practicePeople } from './practice-people.ts'
import { readRecords } from './read-records.ts'

export interface RehearsalOptions {
  readonly contacts: number
  readonly concurrency: number
  readonly seed: number
  /** Divides the ring and talk times of the practice people; sound stays in real time. */
  readonly speed: number
  readonly maxRetries: number
  readonly record: boolean
  readonly onProgress: (progress: RunProgress) => void
  readonly signal: AbortSignal
}

export interface RehearsalReport extends Verdict, RunCounts {
  /** `completed`, or why it did not come to its end. */
  readonly end: RunEnd
  readonly contacts: number
  /** INVITEs as the carrier saw them. */
  readonly invites: number
  readonly rtpLost: number
  /** Answered calls on which the person heard the agent, and the agent heard the person. */
  readonly heardByPerson: number
  readonly heardByAgent: number
  readonly answered: number
  readonly pacingP99Ms: number
  /** Real time, and time on the practice clock. */
  readonly seconds: number
  readonly practiceSeconds: number
}

const callerId = '+493023125000'

/** Sped-up people let it ring shorter, so the campaign waits shorter: the least that may be set. */
const shortRing = 10

/**
 * A whole campaign against the practice carrier in a workspace that is thrown away: real SIP and RTP, all rules, a
 * clock that starts inside the first call window and skips the time in which nothing is due.
 */
export const rehearse = (
  host: Omit<ComposeOptions, 'dataDir' | 'practice'>,
  options: RehearsalOptions,
): Promise<RehearsalReport | ComposeRefusal> => inTempFolder(dataDir => rehearseIn(dataDir, host, options))

async function rehearseIn(
  dataDir: string,
  host: Omit<ComposeOptions, 'dataDir' | 'practice'>,
  options: RehearsalOptions,
): Promise<RehearsalReport | ComposeRefusal> {
  const { seed, speed, signal } = options
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const began = Date.now()
  const clock = createPracticeClock(nextOpening({ zone, windows: officeHours }, began) ?? began)
  const workspace = await openWorkspace({ ...host, dataDir, clock, practice: { seed, speed } })
  if ('refused' in workspace) return workspace
  const stop = () => void workspace.engine.stopAll({ hangUp: true, actor: 'rehearsal' })
  signal.addEventListener('abort', stop, { once: true })
  try {
    const campaign = await prepare(workspace, host.resources, zone, options)
    const practiceBegan = clock.now()
    const end = await runCampaign(workspace, campaign, {
      ...options,
      waitSeconds: Number.POSITIVE_INFINITY,
    })
    return {
      end,
      ...(await report(workspace, campaign, options.contacts)),
      seconds: (Date.now() - began) / 1000,
      practiceSeconds: (clock.now() - practiceBegan) / 1000,
    }
  } finally {
    signal.removeEventListener('abort', stop)
    await workspace.close({ drainSeconds: 0 })
  }
}

async function prepare(
  { store, practice, now, prepareSpeech }: Workspace,
  resources: string,
  zone: string,
  { contacts, concurrency, maxRetries, record, speed }: RehearsalOptions,
): Promise<CampaignId> {
  const trunk = await practice.open()
  const flow = await readSampleFlow(resources, 'reminder')
  await prepareSpeech(flow)
  return mustWrite(store, async tx => {
    const agent = await createAgent(tx, { ...sampleAgents.reminder, flow }, now())
    const number = await saveNumber(
      tx,
      { e164: callerId, name: 'Rehearsal', ...homeOf(callerId, zone) },
      now(),
    )
    const campaign = await createCampaign(
      tx,
      {
        name: 'Rehearsal',
        agentVersion: agent.version,
        trunks: [trunk],
        numbers: [number],
        settings: {
          ...campaignDefaults,
          maxConcurrentCalls: concurrency,
          maxRetries,
          record,
          // One number carries the whole rehearsal, and people in a hurry hang up soon: neither is its fault.
          rotation: { ...campaignDefaults.rotation, maxCallsPerDay: 1_000, spamThreshold: 9 },
          ringSeconds: speed > 1 ? shortRing : campaignDefaults.ringSeconds,
        },
        schedule: {
          zone,
          windows: officeHours,
          startsAt: null,
          endsAt: null,
          respectContactZone: true,
          anyTime: false,
        },
      },
      now(),
    )
    await addPeople(store.statements, campaign, practicePeople(contacts), {
      actor: 'rehearsal',
      job: null,
      at: now(),
    })
    return campaign
  })
}

async function report(
  workspace: Workspace,
  campaign: CampaignId,
  contacts: number,
): Promise<Omit<RehearsalReport, 'end' | 'seconds' | 'practiceSeconds'>> {
  const { store, practice } = workspace
  const ledger = practice.carrier()?.ledger() ?? []
  const { calls, leads } = await readRecords(store.db)
  const answered = calls.filter(call => call.answeredAt !== null)
  return {
    contacts,
    ...(await countRun(workspace, campaign)),
    invites: ledger.length,
    ...judge(ledger, calls, leads, contacts),
    rtpLost: calls.reduce((sum, call) => sum + (call.media?.lost ?? 0), 0),
    answered: answered.length,
    heardByPerson: ledger.filter(entry => entry.answeredAt !== null && entry.heardMs > 0).length,
    heardByAgent: answered.filter(call => (call.media?.heardMs ?? 0) > 0).length,
    pacingP99Ms: worst(answered.map(call => call.media?.pacingP99Ms ?? 0)),
  }
}

/** The p99 over calls of each call's own p99: what all but one in a hundred calls kept to. */
function worst(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.99)] ?? sorted.at(-1) ?? 0
}
