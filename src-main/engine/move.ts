import {
  type CampaignMove,
  type CampaignState,
  type MoveRefusal,
  moveCampaign,
} from '../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import { launchDefaults } from '../domain/launch.ts'
import type { MissingNeed } from '../domain/launch-check.ts'
import type { Notice } from '../domain/notice.ts'
import { completedNotice, pausedNotice, resumedNotice, startedLateNotice } from '../domain/pause-notice.ts'
import { wallClock } from '../domain/schedule.ts'
import type { EngineParts } from './engine-parts.ts'
import { missingNeeds } from './launch/needs.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { StoreFailure } from './ports/store.ts'
import type { EngineTransaction } from './ports/transaction.ts'

export type Refusal =
  | MoveRefusal
  | { readonly refused: 'not_found' }
  | { readonly refused: 'not_ready'; readonly missing: readonly MissingNeed[] }
  | { readonly refused: 'store'; readonly failure: StoreFailure }
  /** Its contacts are being prepared for a launch. */
  | { readonly refused: 'launching' }
  | { readonly refused: 'bad_choices'; readonly field: string; readonly text: string }
  /** What a reset asks to be typed is not the campaign's name. */
  | { readonly refused: 'name_mismatch' }
  /** Everything was stopped while its contacts were being prepared. */
  | { readonly refused: 'stopped' }
  /** What a reset would clear could not be saved before. */
  | { readonly refused: 'no_backup' }

export type Moved = { readonly moved: CampaignState } | Refusal

/** Moves that need no choices; a launch has a way of its own. */
export type PlainMove = Exclude<CampaignMove, { do: 'launch' | 'restart' }>

/** Moves one campaign in one transaction, with its place in the audit log and, where a rule moved it, a notice. */
export async function move(
  parts: EngineParts,
  campaign: CampaignId,
  wanted: PlainMove,
  actor: string,
): Promise<Moved> {
  if (parts.launches.has(campaign)) return { refused: 'launching' }
  let notice: Notice | null = null
  const written = await parts.store.once(async (tx): Promise<Moved> => {
    const record = await tx.campaign(campaign)
    if (record === null || record.isDeleted) return { refused: 'not_found' }
    const now = parts.clock.now()
    const to = moveCampaign(record.state, wanted, { activeCalls: parts.active.countOf(campaign), now })
    if ('refused' in to) return to
    if (wanted.do === 'use_up' && !(await isUsedUp(tx, campaign)))
      return { refused: 'illegal_move', move: 'use_up', state: record.state.is, allowed: [] }
    const missing = wanted.do === 'start' ? await missingAtStart(parts, tx, record, now) : []
    if (missing.length > 0) return { refused: 'not_ready', missing }
    await carryOut(tx, record, wanted, to, now)
    const detail = { from: record.state.is, to: to.is, ...reasonOf(wanted) }
    await tx.addAudit(
      { actor, action: `campaign.${wanted.do}`, subject: `campaign ${campaign}`, detail },
      now,
    )
    notice = noticeOf(record, wanted, to, actor, now)
    if (notice !== null) await tx.addNotice(notice, now)
    return { moved: to }
  })
  if (written === null) return { refused: 'store', failure: parts.store.problem() ?? unknownFailure }
  if ('moved' in written.value) {
    if (wanted.do === 'resume') {
      parts.trunks.forget(campaign)
      parts.system.forget()
    }
    told(parts, campaign, notice)
  }
  return written.value
}

export const unknownFailure: StoreFailure = { reason: 'io', message: 'The workspace could not be written.' }

/** After a campaign has moved: says so, and looks at once what can be done now. */
export function told(
  { notify, changes, wake }: EngineParts,
  campaign: CampaignId,
  notice: Notice | null,
): void {
  if (notice !== null) notify(notice)
  changes.tell({ campaign })
  wake()
}

async function carryOut(
  tx: EngineTransaction,
  { id, state, settings }: CampaignRecord,
  wanted: PlainMove,
  to: CampaignState,
  now: Instant,
): Promise<void> {
  if (wanted.do === 'start') {
    const choices = (await tx.launching.choices(id)) ?? { ...launchDefaults, keepLive: settings.keepLive }
    await tx.launching.beginRun(id, choices, now)
  }
  if (wanted.do === 'resume') await tx.pausing.setNumbersOut(id, null)
  // Whoever goes on after a test, or breaks one off, calls all from then on.
  const endsTest = wanted.do === 'pause' && wanted.reason === 'test_finished'
  if (endsTest || wanted.do === 'finish' || wanted.do === 'cancel') await tx.pausing.endTest(id)
  if (to !== state) await tx.setState(id, to, now)
}

/** Asked again with the move: contacts may have been added since it was wanted. */
async function isUsedUp(tx: EngineTransaction, campaign: CampaignId): Promise<boolean> {
  const { pending, retry, called } = await tx.list(campaign)
  return pending + retry + called === 0
}

const missingAtStart = async (
  parts: EngineParts,
  tx: EngineTransaction,
  record: CampaignRecord,
  now: Instant,
): Promise<readonly MissingNeed[]> => {
  const { pending, retry } = await tx.list(record.id)
  const choices = { ...launchDefaults, keepLive: record.settings.keepLive }
  const launch = { do: 'launch', choices } as const
  const places = await tx.launching.places(record.id, launch)
  return missingNeeds(parts, tx, record, { launch, places, callable: pending + retry }, now)
}

const reasonOf = (wanted: PlainMove): Readonly<Record<string, string>> =>
  wanted.do === 'pause' ? { reason: wanted.reason, figure: wanted.detail } : {}

// A start within a minute of its time is on time.
const LATE_MS = 60_000

function noticeOf(
  campaign: CampaignRecord,
  wanted: PlainMove,
  to: CampaignState,
  actor: string,
  now: Instant,
): Notice | null {
  const { state, schedule } = campaign
  if (wanted.do === 'pause' && wanted.reason !== 'manual')
    return pausedNotice(campaign, wanted.reason, wanted.detail)
  if (wanted.do === 'resume' && actor === 'engine' && state.is === 'paused' && state.reason !== 'manual')
    return resumedNotice(campaign, state.reason)
  if (wanted.do === 'start' && schedule.startsAt !== null && now - schedule.startsAt > LATE_MS)
    return startedLateNotice(campaign, wallClock(schedule.startsAt, schedule.zone))
  const isDone = to.is === 'completed' && (wanted.do === 'use_up' || wanted.do === 'rest')
  return isDone ? completedNotice(campaign) : null
}
