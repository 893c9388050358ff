import type { CampaignId } from '../domain/ids.ts'
import { type Deleted, deleteCampaign } from '../store/delete-campaign.ts'
import { actor } from './actor.ts'
import { moveRefused } from './move-refused.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

export interface RemoveOptions {
  readonly typedName: string
  readonly eraseCalls: boolean
}

export async function removeCampaign(
  context: Services,
  id: CampaignId,
  { typedName, eraseCalls }: RemoveOptions,
): Promise<void> {
  const deleted = await context.change(tx =>
    deleteCampaign(tx, id, { typedName, eraseCalls, actor }, context.now()),
  )
  if ('refused' in deleted) throw deleteRefused(deleted, id)
  context.engine.changed(id)
  if (eraseCalls) context.eraseDeleted()
}

function deleteRefused(refusal: Exclude<Deleted, { deleted: true }>, id: CampaignId) {
  switch (refusal.refused) {
    case 'not_found':
      return notFound('campaign', id)
    case 'name_mismatch':
      return refused({
        code: 'name_mismatch',
        field: 'typedName',
        what: 'The name that was typed is another one.',
        cure: `Type “${refusal.name}” to delete this campaign.`,
      })
    case 'launching':
    case 'illegal_move':
      return moveRefused(refusal, id)
  }
}
