import { actor } from '../../../api/actor.ts'
import type { CampaignSettings } from '../../../domain/campaign.ts'
import type { CampaignId, Instant } from '../../../domain/ids.ts'
import type { Engine } from '../../../engine/create-engine.ts'
import type { Store } from '../../../store/open-store.ts'
import { saveCampaign } from '../../../store/save-campaign.ts'
import { mustWrite } from '../../must-write.ts'
import type { PlayedMove, Scene } from './plot.ts'

interface Stage {
  readonly engine: Engine
  readonly store: Store
  readonly now: () => Instant
}

/** The supervisor does it, by the ways of the interface. Throws where the engine refuses: the plot is wrong then. */
export async function playScene(stage: Stage, campaign: CampaignId, { does }: Scene): Promise<void> {
  const done =
    typeof does === 'string' ? await move(stage, campaign, does) : await edit(stage, campaign, does.edit)
  if ('refused' in done) throw new Error(`${JSON.stringify(does)} in the history: ${JSON.stringify(done)}`)
}

function move({ engine }: Stage, campaign: CampaignId, name: PlayedMove) {
  if (name === 'launch') return engine.move(campaign, { do: name, startsAt: null }, { actor })
  if (name === 'pause') return engine.move(campaign, { do: name, reason: 'manual', detail: '' }, { actor })
  return engine.move(campaign, { do: name }, { actor })
}

const edit = ({ store, now }: Stage, campaign: CampaignId, settings: Partial<CampaignSettings>) =>
  mustWrite(store, async tx => {
    const { revision } = await tx
      .selectFrom('campaigns')
      .select('revision')
      .where('id', '=', campaign)
      .executeTakeFirstOrThrow()
    return saveCampaign(tx, campaign, { settings }, { revision, actor }, now())
  })
