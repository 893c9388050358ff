import { moveRefused } from '../api/move-refused.ts'
import type { CallResult } from '../domain/call-result.ts'
import type { CampaignMove } from '../domain/campaign-state.ts'
import { holdText, nextLook } from '../domain/holds.ts'
import type { CampaignId } from '../domain/ids.ts'
import { finalLeadStatuses, type LeadStatus } from '../domain/lead.ts'
import type { Workspace } from './workspace.ts'

export interface RunProgress {
  readonly contacts: number
  readonly finished: number
  readonly calls: number
  readonly active: number
}

export interface RunOptions {
  readonly onProgress: (progress: RunProgress) => void
  /** Ends when nothing is in progress and nothing is due within so many seconds. */
  readonly waitSeconds: number
  readonly signal: AbortSignal
}

/** How a campaign that was run by a command came to its end. */
export type RunEnd =
  | { readonly is: 'completed' }
  /** `why` is words: the rule or what holds it, and until when. */
  | { readonly is: 'paused' | 'waiting' | 'refused' | 'stopped'; readonly why: string }

export interface RunCounts {
  readonly calls: number
  readonly byResult: Readonly<Partial<Record<CallResult, number>>>
  readonly byStatus: Readonly<Partial<Record<LeadStatus, number>>>
}

const lookEveryMs = 400

/** Launches a campaign and stays with it until it is over, or until waiting makes no sense any more. */
export async function runCampaign(
  workspace: Workspace,
  campaign: CampaignId,
  options: RunOptions,
): Promise<RunEnd> {
  const launch: CampaignMove = { do: 'launch', startsAt: null }
  const moved = await workspace.engine.move(campaign, launch, { actor: 'command line' })
  if ('refused' in moved) {
    const { what, cure } = moveRefused(moved, campaign).data
    return { is: 'refused', why: `${what} ${cure}` }
  }
  const { promise, resolve } = Promise.withResolvers<RunEnd>()
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    const end = await look(workspace, campaign, options).finally(() => {
      looking = false
    })
    if (end !== null) resolve(end)
  }, lookEveryMs)
  try {
    return await promise
  } finally {
    clearInterval(timer)
  }
}

async function look(workspace: Workspace, campaign: CampaignId, options: RunOptions): Promise<RunEnd | null> {
  const { engine, store, now } = workspace
  const row = await store.db
    .selectFrom('campaigns')
    .select(['state', 'pause_reason', 'pause_detail'])
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  const active = engine.activeCalls().length
  const counts = await countRun(workspace, campaign)
  const sum = (statuses: readonly LeadStatus[]) =>
    statuses.reduce((all, status) => all + (counts.byStatus[status] ?? 0), 0)
  const contacts = sum(Object.keys(counts.byStatus) as LeadStatus[])
  options.onProgress({ contacts, finished: sum(finalLeadStatuses), calls: counts.calls, active })
  if (row.state === 'completed') return { is: 'completed' }
  if (row.state === 'paused' || row.state === 'cancelled')
    return { is: 'paused', why: row.pause_detail || `The campaign was ${row.state}.` }
  if (active > 0) return null
  if (options.signal.aborted)
    return { is: 'stopped', why: 'Stopped from outside; the campaign can be resumed.' }
  const refused = await refusedByTrunk(workspace, campaign)
  if (refused !== null) return { is: 'refused', why: refused }
  const holds = engine.holds(campaign)
  const due = nextLook(holds)
  const [first] = holds
  const waitsLong = first !== undefined && (due === null || due - now() > options.waitSeconds * 1000)
  return waitsLong && counts.calls > 0 ? { is: 'waiting', why: `${holdText(first)}.` } : null
}

/** Every call so far ended at the trunk's door: asking on would not help. */
async function refusedByTrunk({ store }: Workspace, campaign: CampaignId): Promise<string | null> {
  const calls = await store.db
    .selectFrom('calls')
    .select(['failure', 'sip_code', 'sip_reason'])
    .where('campaign_id', '=', campaign)
    .where('state', '=', 'ended')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const [last] = calls
  if (last === undefined || calls.some(call => call.failure !== 'credentials')) return null
  return `The trunk refused the call (${last.sip_code} ${last.sip_reason}): check user and password.`
}

export async function countRun({ store }: Workspace, campaign: CampaignId): Promise<RunCounts> {
  const [calls, leads] = await Promise.all([
    store.db
      .selectFrom('calls')
      .select(({ fn }) => ['result', fn.countAll<number>().as('calls')])
      .where('campaign_id', '=', campaign)
      .groupBy('result')
      .execute(),
    store.db
      .selectFrom('lead_counts')
      .select(({ fn }) => ['status', fn.sum<number>('leads').as('leads')])
      .where('campaign_id', '=', campaign)
      .groupBy('status')
      .having(({ fn }) => fn.sum('leads'), '>', 0)
      .execute(),
  ])
  return {
    calls: calls.reduce((sum, row) => sum + row.calls, 0),
    byResult: Object.fromEntries(
      calls.flatMap(row => (row.result === null ? [] : [[row.result, row.calls]])),
    ),
    byStatus: Object.fromEntries(leads.map(row => [row.status, row.leads])),
  }
}
