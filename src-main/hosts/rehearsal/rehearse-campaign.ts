import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CampaignMove } from '../../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { Micros } from '../../domain/money.ts'
import { dateOf, localDay } from '../../domain/zone-clock.ts'
import type { ForecastReport } from '../../engine/forecast/forecast-report.ts'
import { createPracticeClock } from '../../engine/practice-clock.ts'
import { copyDatabase, tameCopy } from '../../store/copy-for-rehearsal.ts'
import { fromJson } from '../../store/json.ts'
import type { ComposeOptions, ComposeRefusal } from '../application.ts'
import { forecastHere } from '../forecast/forecast-here.ts'
import { type RunCounts, type RunEnd, type RunProgress, runCampaign } from '../run-campaign.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'
import { judge, type Verdict } from './judge.ts'
import { toPracticeCarrier } from './practice-trunk.ts'
import { readRecords } from './read-records.ts'
import { type ComparableFigures, figuresOf } from './rehearsal-report.ts'

export interface CampaignRehearsalOptions {
  /** Database of the workspace; only read. */
  readonly file: string
  readonly campaign: CampaignId
  readonly seed: number
  /** Divides the ring and talk times of the practice people; sound stays in real time. */
  readonly speed: number
  readonly onProgress: (progress: RunProgress) => void
  readonly signal: AbortSignal
}

/** Fields that a forecast has too are named as there. */
export interface CampaignRehearsal extends Verdict, ComparableFigures, Pick<RunCounts, 'byResult'> {
  readonly name: string
  readonly end: RunEnd
  readonly contacts: number
  /** When its last contact became final; `null`: it did not come to its end. */
  readonly finishAt: Instant | null
  readonly cost: { readonly currency: string; readonly micros: Micros } | null
  /** Contacts with a conversation. */
  readonly reached: number
  readonly statuses: Readonly<Partial<Record<LeadStatus, number>>>
  /** INVITEs as the carrier saw them. */
  readonly invites: number
  /** What was expected of the same people before. */
  readonly forecast: ForecastReport
  /** Real time, and time on the practice clock. */
  readonly seconds: number
  readonly practiceSeconds: number
}

/**
 * A campaign of a workspace against the practice carrier, in a copy that is thrown away: its own contacts, settings,
 * hours, law and history; nobody real is called, whatever its trunk.
 */
export async function rehearseCampaign(
  host: Omit<ComposeOptions, 'dataDir' | 'practice'>,
  options: CampaignRehearsalOptions,
): Promise<CampaignRehearsal | ComposeRefusal> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trunkline-rehearsal-'))
  const file = join(dataDir, 'workspace.db')
  const { campaign, seed, speed } = options
  try {
    await copyDatabase(options.file, file)
    tameCopy(file, campaign)
    const began = Date.now()
    const order = { file, resources: host.resources, campaign, at: began, practice: { seed, speed } }
    const forecast = await forecastHere(order, () => {})
    if ('refused' in forecast) return { refused: 'failed', message: forecast.message }
    const clock = createPracticeClock(forecast.firstCallAt ?? began)
    const workspace = await openWorkspace({ ...host, dataDir, clock, practice: { seed, speed } })
    if ('refused' in workspace) return workspace
    try {
      const begin = await prepare(workspace, campaign)
      const practiceBegan = clock.now()
      const end = await runCampaign(workspace, campaign, {
        onProgress: options.onProgress,
        signal: options.signal,
        begin,
        waitSeconds: Number.POSITIVE_INFINITY,
      })
      return {
        end,
        ...(await report(workspace, campaign, forecast, practiceBegan)),
        forecast,
        seconds: (Date.now() - began) / 1000,
        practiceSeconds: (clock.now() - practiceBegan) / 1000,
      }
    } finally {
      await workspace.close({ drainSeconds: 0 })
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** @returns how the campaign begins in its state */
async function prepare(workspace: Workspace, campaign: CampaignId): Promise<CampaignMove> {
  await toPracticeCarrier(workspace, campaign)
  const { state, flow } = await workspace.store.db
    .selectFrom('campaigns')
    .leftJoin('agent_versions', 'agent_versions.id', 'campaigns.agent_version_id')
    .select(['campaigns.state', 'agent_versions.flow'])
    .where('campaigns.id', '=', campaign)
    .executeTakeFirstOrThrow()
  if (flow !== null) await workspace.prepareSpeech(fromJson(flow))
  if (state === 'draft') return { do: 'launch', startsAt: null }
  return state === 'paused' ? { do: 'resume' } : { do: 'restart' }
}

type Reported = Omit<CampaignRehearsal, 'end' | 'forecast' | 'seconds' | 'practiceSeconds'>

async function report(
  { store, practice }: Workspace,
  campaign: CampaignId,
  forecast: ForecastReport,
  began: Instant,
): Promise<Reported> {
  const ledger = practice.carrier()?.ledger() ?? []
  const records = await readRecords(store.db, { campaign, since: began })
  const rows = await store.db
    .selectFrom('calls')
    .innerJoin('numbers', 'numbers.id', 'calls.number_id')
    .select([
      'calls.sending_at',
      'calls.caller_id',
      'numbers.zone',
      'calls.cost_micros',
      'calls.currency',
      'calls.result',
    ])
    .where('calls.campaign_id', '=', campaign)
    .where('calls.sending_at', '>=', began)
    .orderBy('calls.id')
    .execute()
  const { name, ended_at: endedAt } = await store.db
    .selectFrom('campaigns')
    .select(['name', 'ended_at'])
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  const statuses = countBy(records.leads.map(({ status }) => status))
  const currency = rows.find(row => row.currency !== null)?.currency ?? forecast.cost?.currency ?? null
  return {
    name,
    contacts: forecast.contacts,
    finishAt: endedAt,
    ...figuresOf(
      rows.map(({ sending_at: at, caller_id: callerId, zone }) => ({
        at: at as Instant,
        callerId,
        day: dateOf(localDay(zone, at as Instant)),
      })),
    ),
    cost:
      currency === null ? null : { currency, micros: rows.reduce((sum, row) => sum + row.cost_micros, 0) },
    reached: statuses.completed ?? 0,
    statuses,
    byResult: countBy(rows.flatMap(({ result }) => (result === null ? [] : [result]))),
    invites: ledger.length,
    ...judge(ledger, records.calls, records.leads, records.leads.length),
  }
}

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
