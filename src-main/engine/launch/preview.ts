import type { CampaignState } from '../../domain/campaign-state.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { LaunchChoices, LaunchPreview } from '../../domain/launch.ts'
import { trunksOut } from '../../domain/launch-check.ts'
import type { EngineParts } from '../engine-parts.ts'
import { complianceChecks } from './compliance-checks.ts'
import { countLaunch } from './count-launch.ts'
import type { WhoIsMeant } from './launch-records.ts'
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
  const count = await countLaunch(parts, campaign, launch, now)
  if (count === null) return null
  const { willBeCalled, keptOutByDoNotCall } = count
  const read = await parts.store.read(async tx => {
    const places = await tx.launching.places(campaign, launch)
    return {
      missing: await missingNeeds(parts, tx, record, { launch, places, callable: willBeCalled }, now),
      trunksOut: trunksOut(trunksNow(parts.dialer, record)),
      checks: await complianceChecks(parts, tx, record, { launch, places, keptOutByDoNotCall }, now),
    }
  })
  return read === null ? null : { ...count, ...read.value }
}

/** A campaign that never rested is launched, any other restarted. */
export const wayOf = ({ is }: CampaignState): WhoIsMeant['do'] =>
  is === 'draft' || is === 'scheduled' ? 'launch' : 'restart'
