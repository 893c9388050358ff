import type { CampaignState } from '../../domain/campaign-state.ts'
import type { CampaignId } from '../../domain/ids.ts'
import { exclusionLines, type LaunchChoices, type LaunchPreview } from '../../domain/launch.ts'
import type { EngineParts } from '../engine-parts.ts'
import { complianceChecks } from './compliance-checks.ts'
import type { LaunchCounts, WhoIsMeant } from './launch-records.ts'
import { missingNeeds } from './needs.ts'

/** What a launch with these choices would do now; nothing is changed. `null`: there is no such campaign. */
export async function previewLaunch(
  parts: EngineParts,
  campaign: CampaignId,
  choices: LaunchChoices,
): Promise<LaunchPreview | null> {
  const read = await parts.store.read(async tx => {
    const record = await tx.campaign(campaign)
    if (record === null || record.isDeleted) return null
    const now = parts.clock.now()
    const launch = { do: wayOf(record.state), choices }
    const counts = await tx.launching.counts(campaign, launch, now)
    const called = whoIsCalled(counts)
    return {
      ...called,
      missing: await missingNeeds(parts, tx, record, launch, called.willBeCalled, now),
      checks: await complianceChecks(parts, tx, record, launch, counts, now),
    }
  })
  return read?.value ?? null
}

/** A campaign that never rested is launched, any other restarted. */
export const wayOf = ({ is }: CampaignState): WhoIsMeant['do'] =>
  is === 'draft' || is === 'scheduled' ? 'launch' : 'restart'

/** The subtraction of the dialog, from all that may be called to those that will be. */
export function whoIsCalled(counts: LaunchCounts): Omit<LaunchPreview, 'missing' | 'checks'> {
  let left = counts.callable
  const lines = exclusionLines.map(line => {
    const removed = counts.removed[line]
    left -= removed
    return { line, removed, left }
  })
  return {
    inCampaign: counts.inCampaign,
    callable: counts.callable,
    lines,
    keptOutByDoNotCall: counts.doNotCall,
    willBeCalled: left - counts.doNotCall,
  }
}
