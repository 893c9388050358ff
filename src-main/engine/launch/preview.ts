import type { CampaignState } from '../../domain/campaign-state.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { LaunchChoices, LaunchPreview } from '../../domain/launch.ts'
import { trunksOut } from '../../domain/launch-check.ts'
import type { EngineParts } from '../engine-parts.ts'
import type { WhoIsMeant } from '../ports/launch-records.ts'
import { complianceChecks } from './compliance-checks.ts'
import { NotRead } from './count-in-store.ts'
import { countLaunch } from './count-launch.ts'
import { missingNeeds, trunksNow } from './needs.ts'

/** What a launch with these choices would do now; nothing is changed. `null`: there is no such campaign. */
export async function previewLaunch(
  parts: EngineParts,
  campaign: CampaignId,
  choices: LaunchChoices,
): Promise<LaunchPreview | null> {
  const record = (await parts.store.read(tx => tx.campaign(campaign)))?.value ?? null
  if (record === null || record.isDeleted) return null
  const now = parts.clock.now()
  const launch = { do: wayOf(record.state), choices }
  try {
    const count = await countLaunch(parts, campaign, launch, now)
    const { willBeCalled, keptOutByDoNotCall } = count
    const places = await parts.counts.places(campaign, launch)
    const read = await parts.store.read(tx =>
      missingNeeds(parts, tx, record, { launch, places, callable: willBeCalled }, now),
    )
    if (read === null) return null
    const checks = await complianceChecks(parts, record, { launch, places, keptOutByDoNotCall }, now)
    const out = trunksOut(trunksNow(parts.dialer, record))
    return { ...count, missing: read.value, trunksOut: out, checks }
  } catch (error) {
    if (error instanceof NotRead) return null
    throw error
  }
}

/** A campaign that never rested is launched, any other restarted. */
export const wayOf = ({ is }: CampaignState): WhoIsMeant['do'] =>
  is === 'draft' || is === 'scheduled' ? 'launch' : 'restart'
