import type { CampaignId, Instant, LeadId } from '../../src-main/domain/ids.ts'
import type { Life } from './life.ts'
import type { Luck } from './luck.ts'
import type { CommittedRows } from './open-file.ts'

/** A hold that is over is looked at again within this. */
const PATIENCE_MS = 30_000

/** What a process that lives must know: its calls are those on disk, and it says why a campaign stands still. */
export async function judgeLife(
  file: CommittedRows,
  life: Life,
  campaigns: readonly CampaignId[],
  now: Instant,
  luck: Luck,
): Promise<readonly string[]> {
  const problems: string[] = []
  const active = life.engine.activeCalls()
  const live = file.rows<{ readonly id: number }>(`SELECT id FROM calls WHERE state <> 'ended' ORDER BY id`)
  const known = active.map(({ call }) => call).sort((a, b) => a - b)
  if (known.join() !== live.map(({ id }) => id).join())
    problems.push(`the engine knows the calls ${known}, on disk are ${live.map(({ id }) => id)}`)
  if (new Set(active.map(({ to }) => to)).size !== active.length) problems.push('two calls to one number')
  for (const campaign of campaigns)
    if (isRunning(file, campaign) && !active.some(call => call.campaign === campaign))
      problems.push(...(await judgeStandstill(file, life, campaign, now, luck)))
  return problems
}

/** A campaign that runs without a call: each contact that waits has a reason, and no reason is over. */
async function judgeStandstill(
  file: CommittedRows,
  { engine, ask }: Life,
  campaign: CampaignId,
  now: Instant,
  luck: Luck,
): Promise<readonly string[]> {
  const problems: string[] = []
  const waiting = file
    .rows<{ readonly id: LeadId }>(
      `SELECT id FROM leads WHERE campaign_id = ? AND status IN ('pending', 'retry')`,
      campaign,
    )
    .map(({ id }) => id)
  const waits = await ask(engine.waits(campaign))
  if (waits === 'died') return problems
  const called = count(file, campaign, 'called')
  const told = waits.reduce((sum, { contacts }) => sum + contacts, 0)
  if (told !== waiting.length + called)
    problems.push(`campaign ${campaign}: ${waiting.length + called} contacts wait, reasons for ${told}`)
  const holds = engine.holds(campaign)
  const isOver = holds.length > 0 && holds.every(({ until }) => until !== null && until < now - PATIENCE_MS)
  if (isOver) problems.push(`campaign ${campaign} stands still for what is over: ${JSON.stringify(holds)}`)
  // What ends in this very moment is looked at in the next.
  const ends = holds.some(({ until }) => until !== null && until <= now)
  if (waiting.length > 0 && !ends) {
    const lead = luck.oneOf(waiting)
    const why = await ask(engine.whyNotNow(lead))
    if (why !== 'died' && (why === null || why.holds.length === 0))
      problems.push(`contact ${lead} of campaign ${campaign} is not called, and nobody says why`)
  }
  return problems
}

const count = (file: CommittedRows, campaign: CampaignId, status: string): number =>
  file.first<{ readonly n: number }>(
    'SELECT count(*) AS n FROM leads WHERE campaign_id = ? AND status = ?',
    campaign,
    status,
  )?.n ?? 0

const isRunning = (file: CommittedRows, campaign: CampaignId): boolean =>
  file.first<{ readonly state: string }>('SELECT state FROM campaigns WHERE id = ?', campaign)?.state ===
  'running'
