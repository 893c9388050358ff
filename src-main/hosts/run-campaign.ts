import { moveRefused } from '../api/move-refused.ts'
import type { CallResult } from '../domain/call-result.ts'
import { holdText } from '../domain/hold-text.ts'
import type { CampaignId } from '../domain/ids.ts'
import { finalLeadStatuses, type LeadStatus } from '../domain/lead.ts'
import type { Moved } from '../engine/move.ts'
import { createPatience, type Patience } from './patience.ts'
import type { Workspace } from './workspace.ts'

export interface RunProgress {
  readonly contacts: number
  readonly finished: number
  readonly calls: number
  readonly active: number
}

export interface RunOptions {
  readonly onProgress: (progress: RunProgress) => void
  /** Ends when nothing is in progress and nothing is due, or the trunk cannot be used, for so many seconds. */
  readonly waitSeconds: number
  readonly signal: AbortSignal
  /** Left out, it is launched now. */
  readonly begin?: () => Promise<Moved>
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

/**
 * Launches a campaign and stays with it until it is over, or until waiting makes no sense any more; then it is paused,
 * so that nothing dials on its own when the workspace is opened next.
 */
export async function runCampaign(
  workspace: Workspace,
  campaign: CampaignId,
  options: RunOptions,
): Promise<RunEnd> {
  const { engine } = workspace
  const launch = () => engine.move(campaign, { do: 'launch', startsAt: null }, { actor: 'command line' })
  const moved = await (options.begin ?? launch)()
  if ('refused' in moved) return { is: 'refused', why: whyRefused(moved) }
  const { promise, resolve, reject } = Promise.withResolvers<RunEnd>()
  const patience = createPatience(options.waitSeconds, workspace.now)
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    try {
      const end = await look(workspace, campaign, options, patience)
      if (end !== null) resolve(end)
    } catch (error) {
      reject(error)
    }
    looking = false
  }, lookEveryMs)
  try {
    const end = await promise
    if (end.is === 'waiting' || end.is === 'refused')
      await engine.move(campaign, { do: 'pause', reason: 'manual', detail: '' }, { actor: 'command line' })
    return end
  } finally {
    clearInterval(timer)
  }
}

function whyRefused(refusal: Parameters<typeof moveRefused>[0]): string {
  if (refusal.refused !== 'not_ready') return moveRefused(refusal, 0 as CampaignId).data.what
  return sentence(`Not ready to launch: ${refusal.missing.map(need => need.text).join('; ')}`)
}

async function look(
  workspace: Workspace,
  campaign: CampaignId,
  options: RunOptions,
  patience: Patience,
): Promise<RunEnd | null> {
  const { engine, store } = workspace
  const row = await store.db
    .selectFrom('campaigns')
    .select(['state', 'pause_detail'])
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  const active = engine.activeCalls()
  const counts = await countRun(workspace, campaign)
  const sum = (statuses: readonly LeadStatus[]) =>
    statuses.reduce((all, status) => all + (counts.byStatus[status] ?? 0), 0)
  const contacts = sum(Object.keys(counts.byStatus) as LeadStatus[])
  options.onProgress({
    contacts,
    finished: sum(finalLeadStatuses),
    calls: counts.calls,
    active: active.length,
  })
  if (row.state === 'completed') return { is: 'completed' }
  if (row.state === 'paused' || row.state === 'cancelled') {
    const why = row.pause_detail || `The campaign was ${row.state} from outside`
    return { is: options.signal.aborted ? 'stopped' : 'paused', why: sentence(why) }
  }
  const refused = active.length > 0 ? null : await refusedByTrunk(workspace, campaign)
  if (refused !== null) return { is: 'refused', why: refused }
  const reached = Object.values(counts.byResult).reduce((all, calls) => all + calls, 0)
  const spent = patience.spent({
    holds: engine.holds(campaign),
    active,
    reached: reached - (counts.byResult.failed ?? 0),
  })
  return spent === null ? null : { is: 'waiting', why: sentence(holdText(spent)) }
}

/** Every call so far ended at the trunk's door: asking on would not help. */
async function refusedByTrunk({ store }: Workspace, campaign: CampaignId): Promise<string | null> {
  const calls = await store.db
    .selectFrom('calls')
    .innerJoin('trunks', 'trunks.id', 'calls.trunk_id')
    .select(['trunks.name', 'failure', 'sip_code', 'sip_reason'])
    .where('campaign_id', '=', campaign)
    .where('state', '=', 'ended')
    .orderBy('calls.id', 'desc')
    .limit(20)
    .execute()
  const [last] = calls
  if (last === undefined || calls.some(call => call.failure !== 'credentials')) return null
  const answer = `${last.sip_code} ${last.sip_reason}`.trim()
  return `The trunk ${last.name} refused the call (${answer}): check its user and password.`
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

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
