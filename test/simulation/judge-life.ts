import type { CampaignId, Instant } from '../../src-main/domain/ids.ts'
import type { Life } from './life.ts'
import type { CommittedRows } from './open-file.ts'

/** A hold that is over is looked at again within this. */
const PATIENCE_MS = 30_000

/** What a process that lives must know: its calls are those on disk, and it says why a campaign stands still. */
export function judgeLife(
  file: CommittedRows,
  { engine }: Life,
  campaigns: readonly CampaignId[],
  now: Instant,
): readonly string[] {
  const problems: string[] = []
  const active = engine.activeCalls()
  const live = file.rows<{ readonly id: number }>(`SELECT id FROM calls WHERE state <> 'ended' ORDER BY id`)
  const known = active.map(({ call }) => call).sort((a, b) => a - b)
  if (known.join() !== live.map(({ id }) => id).join())
    problems.push(`the engine knows the calls ${known}, on disk are ${live.map(({ id }) => id)}`)
  if (new Set(active.map(({ to }) => to)).size !== active.length) problems.push('two calls to one number')
  for (const campaign of campaigns) {
    const stands = isRunning(file, campaign) && !active.some(call => call.campaign === campaign)
    if (!stands) continue
    const holds = engine.holds(campaign)
    if (holds.length === 0) problems.push(`campaign ${campaign} stands still and does not say why`)
    const isOver = holds.length > 0 && holds.every(({ until }) => until !== null && until < now - PATIENCE_MS)
    if (isOver) problems.push(`campaign ${campaign} stands still for what is over: ${JSON.stringify(holds)}`)
  }
  return problems
}

const isRunning = (file: CommittedRows, campaign: CampaignId): boolean =>
  file.first<{ readonly state: string }>('SELECT state FROM campaigns WHERE id = ?', campaign)?.state ===
  'running'
