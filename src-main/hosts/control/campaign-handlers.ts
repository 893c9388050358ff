import { moveRefused } from '../../api/move-refused.ts'
import { prepareSpeech } from '../../api/prepare-speech.ts'
import type { Flow } from '../../domain/flow.ts'
import { holdText } from '../../domain/hold-text.ts'
import type { CampaignId } from '../../domain/ids.ts'
import type { Engine } from '../../engine/create-engine.ts'
import type { Store } from '../../store/open-store.ts'
import type { Handlers } from './messages.ts'

interface Parts {
  readonly store: Pick<Store, 'db'>
  readonly engine: Engine
  readonly prepareSpeech: (flow: Flow) => Promise<void>
}

/** Pauses, resumes and explains one campaign at the wish of a command. */
export const campaignHandlers = ({ store: { db }, engine, prepareSpeech: prepare }: Parts) => {
  const activeCalls = (campaign: CampaignId) =>
    engine.activeCalls().filter(call => call.campaign === campaign).length
  return {
    'campaign-move': async ({ campaign, move, hangUp }) => {
      if (move === 'resume') await prepareSpeech({ db, prepareSpeech: prepare }, campaign)
      const wanted = move === 'pause' ? ({ do: move, reason: 'manual', detail: '' } as const) : { do: move }
      const moved = await engine.move(campaign, wanted, { actor: 'command line', hangUp })
      if ('moved' in moved) return { state: moved.moved.is, activeCalls: activeCalls(campaign) }
      const { what, cure } = moveRefused(moved, campaign).data
      throw new Error(`${what} ${cure}`)
    },
    'campaign-now': async ({ campaign }) => ({
      activeCalls: activeCalls(campaign),
      holds: engine.holds(campaign).map(holdText),
    }),
  } satisfies Handlers
}
