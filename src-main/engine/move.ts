import {
  type CampaignMove,
  type CampaignState,
  type MoveRefusal,
  moveCampaign,
  type PauseReason,
} from '../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { type MissingNeed, missingForLaunch } from '../domain/launch-check.ts'
import type { Notice } from '../domain/notice.ts'
import { areHoursLifted } from './campaign-facts.ts'
import type { EngineParts } from './engine-parts.ts'
import type { CampaignRecord, EngineTransaction, StoreFailure } from './ports.ts'

export type Refusal =
  | MoveRefusal
  | { readonly refused: 'not_found' }
  | { readonly refused: 'not_ready'; readonly missing: readonly MissingNeed[] }
  | { readonly refused: 'store'; readonly failure: StoreFailure }

export type Moved = { readonly moved: CampaignState } | Refusal

/** Moves one campaign in one transaction, with its place in the audit log and, for a pause by rule, a notice. */
export async function move(
  parts: EngineParts,
  campaign: CampaignId,
  wanted: CampaignMove,
  actor: string,
): Promise<Moved> {
  const { store, clock, changes } = parts
  let notice: Notice | null = null
  const written = await store.once(async (tx): Promise<Moved> => {
    const record = await tx.campaign(campaign)
    if (record === null) return { refused: 'not_found' }
    const now = clock.now()
    const to = moveCampaign(record.state, wanted, { activeCalls: parts.active.count({ campaign }), now })
    if ('refused' in to) return to
    const missing = needsCheck(record.state, wanted) ? await missingNeeds(parts, tx, record, wanted, now) : []
    if (missing.length > 0) return { refused: 'not_ready', missing }
    await carryOut(tx, record, wanted, to, now)
    await tx.addAudit(
      {
        actor,
        action: `campaign.${wanted.do}`,
        subject: `campaign ${campaign}`,
        detail: { from: record.state.is, to: to.is },
      },
      now,
    )
    notice = noticeOf(record, wanted, to)
    if (notice !== null) await tx.addNotice(notice, now)
    return { moved: to }
  })
  if (written === null) return { refused: 'store', failure: store.problem() ?? unknownFailure }
  if ('moved' in written.value) {
    if (wanted.do === 'resume' || wanted.do === 'restart') parts.trunks.forget(campaign)
    if (notice !== null) parts.notify(notice)
    changes.tell({ campaign })
    parts.wake()
  }
  return written.value
}

const unknownFailure: StoreFailure = { reason: 'io', message: 'The workspace could not be written.' }

async function carryOut(
  tx: EngineTransaction,
  { id }: CampaignRecord,
  wanted: CampaignMove,
  to: CampaignState,
  now: Instant,
): Promise<void> {
  if (wanted.do === 'restart') await tx.resetLeads(id)
  if (wanted.do === 'restart' || wanted.do === 'launch') await tx.beginRun(id, now)
  await tx.setState(id, to, now)
}

/** A launch and whatever comes close to one; a resume may wait for its trunk. */
const needsCheck = (from: CampaignState, wanted: CampaignMove): boolean =>
  wanted.do === 'launch' || wanted.do === 'restart' || (wanted.do === 'start' && from.is === 'scheduled')

async function missingNeeds(
  { dialer }: EngineParts,
  tx: EngineTransaction,
  campaign: CampaignRecord,
  wanted: CampaignMove,
  now: Instant,
): Promise<readonly MissingNeed[]> {
  const { trunk, schedule, settings } = campaign
  const list = await tx.list(campaign.id)
  const health = trunk && dialer.trunkHealth(trunk.id)
  return missingForLaunch(
    {
      callableContacts: list.pending + list.retry + (wanted.do === 'restart' ? list.restartable : 0),
      hasAgent: campaign.agentVersion !== null,
      usableNumbers: campaign.usableNumbers,
      trunk: health && { usable: health.is !== 'down', why: health.is === 'down' ? health.reason : '' },
      schedule,
      hoursLifted: areHoursLifted(campaign),
      keepLive: settings.keepLive,
    },
    now,
  )
}

/** What to do about a campaign that paused itself. */
const afterPause: Readonly<Record<Exclude<PauseReason, 'manual'>, string>> = {
  insufficient_balance: 'Top up the trunk, enter its balance, then resume the campaign.',
  budget_reached: 'Raise the budget and resume the campaign, or finish it.',
  system_limit: 'Free what is used up, then resume the campaign.',
  abandon_rate: 'Lower the number of calls at a time, and resume when the share has fallen.',
  test_finished: 'Compare it with the forecast, then resume the campaign to call the others.',
  provider_error: 'Look at the trunk, then resume the campaign.',
  numbers_exhausted: 'Switch a number on or add one, then resume the campaign.',
  not_ready: 'Mend these points, then resume the campaign.',
  end_reached: 'Move the end of its schedule and resume it, or finish it.',
}

function noticeOf({ id, name }: CampaignRecord, wanted: CampaignMove, to: CampaignState): Notice | null {
  if (wanted.do === 'pause' && wanted.reason !== 'manual')
    return {
      kind: 'campaign_paused',
      level: 'problem',
      campaign: id,
      title: `${name} paused itself: ${wanted.detail}`,
      text: afterPause[wanted.reason],
    }
  const isDone = to.is === 'completed' && (wanted.do === 'use_up' || wanted.do === 'rest')
  return isDone
    ? {
        kind: 'campaign_completed',
        level: 'info',
        campaign: id,
        title: `${name} is completed`,
        text: 'Every contact has reached its final status.',
      }
    : null
}
