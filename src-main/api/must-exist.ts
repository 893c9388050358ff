import type { CampaignId } from '../domain/ids.ts'
import { type ListedCampaign, readCampaigns } from '../store/read-campaigns.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

/** The campaign, or the refusal that there is none. */
export async function mustExist({ db }: Pick<Services, 'db'>, id: CampaignId): Promise<ListedCampaign> {
  const [campaign] = await readCampaigns(db, id)
  if (campaign === undefined) throw notFound('campaign', id)
  return campaign
}
