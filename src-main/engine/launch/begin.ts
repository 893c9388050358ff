import { type CampaignState, type MoveRefusal, moveCampaign } from '../../domain/campaign-state.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { LaunchChoices, LaunchIntent } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { type Refusal, unknownFailure } from '../move.ts'
import type { CampaignRecord } from '../ports/campaign-record.ts'
import type { EngineTransaction } from '../ports/transaction.ts'
import { NotRead } from './count-in-store.ts'
import { countLaunch } from './count-launch.ts'
import { missingNeeds } from './needs.ts'
import { wayOf } from './preview.ts'

export interface LaunchOptions {
  readonly actor: string
  /** With `resetHistory`: the campaign's name as it was typed. */
  readonly typedName?: string
  /** Refused where the state asks for the other; left out, the state decides. */
  readonly do?: LaunchIntent['do']
}

/** Checks whether it may be launched, and keeps what was asked for. */
export async function beginLaunch(
  parts: EngineParts,
  campaign: CampaignId,
  choices: LaunchChoices,
  options: LaunchOptions,
): Promise<LaunchIntent | Refusal> {
  const unwritten = () => ({ refused: 'store', failure: parts.store.problem() ?? unknownFailure }) as const
  const read = await parts.store.read(tx => tx.campaign(campaign))
  if (read === null) return unwritten()
  const wanted = intentFor(read.value, choices, options, parts.clock.now())
  if ('refused' in wanted) return wanted
  // Counted beforehand, question by question: in a long list it takes a while.
  const count = await countLaunch(parts, campaign, wanted, wanted.at).catch(unread)
  if (count === null) return unwritten()
  const begun = await parts.store.once(async tx => {
    const record = await tx.campaign(campaign)
    const intent = intentFor(record, choices, options, parts.clock.now())
    if (record === null || 'refused' in intent) return intent
    return keep(parts, tx, record, intent, count.willBeCalled)
  })
  return begun?.value ?? unwritten()
}

const unread = (error: unknown): null => {
  if (error instanceof NotRead) return null
  throw error
}

function intentFor(
  record: CampaignRecord | null,
  choices: LaunchChoices,
  { actor, typedName, do: wanted }: LaunchOptions,
  at: Instant,
): LaunchIntent | Refusal {
  if (record === null || record.isDeleted) return { refused: 'not_found' }
  const intent: LaunchIntent = { do: wanted ?? wayOf(record.state), choices, actor, at }
  const to = launchedState(record, intent, at)
  if ('refused' in to) return to
  return choices.resetHistory && typedName?.trim() !== record.name ? { refused: 'name_mismatch' } : intent
}

/** Where a launch leads from its present state. */
export const launchedState = (
  { state, schedule }: CampaignRecord,
  intent: LaunchIntent,
  now: Instant,
): CampaignState | MoveRefusal =>
  moveCampaign(
    state,
    intent.do === 'launch' ? { do: 'launch', startsAt: schedule.startsAt } : { do: 'restart' },
    { activeCalls: 0, now },
  )

async function keep(
  parts: EngineParts,
  tx: EngineTransaction,
  record: CampaignRecord,
  intent: LaunchIntent,
  callable: number,
): Promise<LaunchIntent | Refusal> {
  const places = await tx.launching.places(record.id, intent)
  const missing = await missingNeeds(parts, tx, record, { launch: intent, places, callable }, intent.at)
  if (missing.length > 0) return { refused: 'not_ready', missing }
  await tx.launching.begin(record.id, intent)
  return intent
}
