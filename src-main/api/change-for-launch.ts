import type { CampaignChange } from '../contract/campaign-edit.ts'
import type { CampaignId } from '../domain/ids.ts'
import { readForm } from '../store/campaign-parts.ts'
import { saveCampaign } from '../store/save-campaign.ts'
import { actor } from './actor.ts'
import { saveChange } from './edit-campaign.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/**
 * Stores what a launch changes in the settings.
 *
 * @returns takes it back where the launch is refused after all. What somebody else saved meanwhile stays, and so does
 *   all of it where the disk takes nothing.
 */
export async function changeForLaunch(
  { change, now }: Pick<Services, 'change' | 'now'>,
  id: CampaignId,
  revision: number,
  wanted: CampaignChange,
): Promise<() => Promise<void>> {
  const stored = await change(async tx => {
    const row = await tx.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined) throw notFound('campaign', id)
    const before = await readForm(tx, row)
    return { before, revision: await saveChange(tx, now(), id, revision, wanted, true) }
  })
  const options = { revision: stored.revision, actor, atLaunch: true }
  return async () => {
    await change(tx => saveCampaign(tx, id, stored.before, options, now())).catch(() => {})
  }
}
