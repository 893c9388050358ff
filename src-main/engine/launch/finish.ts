import type { CampaignState } from '../../domain/campaign-state.ts'
import type { CampaignId, ContactId, Instant } from '../../domain/ids.ts'
import type { LaunchIntent } from '../../domain/launch.ts'
import type { Refusal } from '../move.ts'
import type { EngineTransaction } from '../ports/transaction.ts'
import { launchedState } from './begin.ts'

export interface Preparation {
  /** Drawn for the test. */
  readonly drawn: readonly ContactId[]
  /** File that holds what a reset cleared; `null`: it was none. */
  readonly backup: string | null
}

/** The campaign moves, in the transaction of the last part of its contacts. */
export async function finishLaunch(
  tx: EngineTransaction,
  campaign: CampaignId,
  intent: LaunchIntent,
  { drawn, backup }: Preparation,
  now: Instant,
): Promise<{ readonly moved: CampaignState } | Refusal> {
  const { choices, actor } = intent
  const { exclude, resetHistory } = choices
  const record = await tx.campaign(campaign)
  if (record === null) return { refused: 'not_found' }
  const to = launchedState(record, intent, now)
  if ('refused' in to) {
    await tx.launching.abandon(campaign)
    return to
  }
  const cleared = resetHistory ? await tx.launching.removeOptOuts(campaign) : 0
  const lifted = exclude.refused || resetHistory ? 0 : await tx.launching.liftOptOuts(campaign, now)
  await tx.launching.draw(campaign, drawn)
  if (to.is === 'scheduled') await tx.launching.keepChoices(campaign, choices)
  else await tx.launching.beginRun(campaign, choices, now)
  await tx.setState(campaign, to, now)
  const audit = (action: string, detail: Readonly<Record<string, string | number | null>>) =>
    tx.addAudit({ actor, action, subject: `campaign ${campaign}`, detail }, now)
  await audit(`campaign.${intent.do}`, { from: record.state.is, to: to.is })
  if (!exclude.refused)
    await audit('campaign.call_refused', { because: exclude.refusedOffBecause, optOuts: lifted })
  if (resetHistory) await audit('campaign.reset_history', { backup, optOuts: cleared })
  return { moved: to }
}
