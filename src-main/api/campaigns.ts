import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { PlainMove } from '../contract/values.ts'
import type { CampaignMove } from '../domain/campaign-state.ts'
import { duplicateCampaign } from '../store/duplicate-campaign.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { actor } from './actor.ts'
import { campaignDetail } from './campaign-detail.ts'
import { campaignLights } from './campaign-light.ts'
import { campaignLive } from './campaign-live.ts'
import { campaignRow } from './campaign-row.ts'
import { exportConfiguration, importConfiguration } from './configuration.ts'
import { definitionsFor } from './definitions.ts'
import { createDraft, saveChange } from './edit-campaign.ts'
import { moveRefused } from './move-refused.ts'
import { mustExist } from './must-exist.ts'
import { prepareSpeech } from './prepare-speech.ts'
import { nameTaken, notFound } from './refuse.ts'
import { removeCampaign } from './remove-campaign.ts'
import type { Services } from './services.ts'
import { snapshots } from './snapshots.ts'

const os = implement(contract.campaigns).$context<Services>()

/** Live views are at most this far behind, and come this often even when nothing happens, in ms. */
export const livePace = { everyMs: 500, atLeastEveryMs: 5_000 } as const

export const campaigns = os.router({
  list: os.list.handler(async ({ context }) => {
    const active = Map.groupBy(context.engine.activeCalls(), call => call.campaign)
    const light = await campaignLights(context)
    return (await readCampaigns(context.db)).map(campaign =>
      campaignRow(campaign, active.get(campaign.id)?.length ?? 0, light),
    )
  }),

  definitions: os.definitions.handler(({ context }) => definitionsFor(context.zone)),

  createDraft: os.createDraft.handler(({ input, context }) =>
    context.change(tx => createDraft(tx, context, input)),
  ),

  update: os.update.handler(async ({ input: { id, revision, change }, context }) => {
    const savedAt = context.now()
    const saved = await context.change(tx => saveChange(tx, savedAt, id, revision, change))
    context.engine.changed(id)
    return { revision: saved, savedAt }
  }),

  duplicate: os.duplicate.handler(async ({ input: { id, name = null, withContacts }, context }) => {
    const made = await duplicateCampaign(context.change, id, { name, withContacts, actor }, context.now())
    if ('id' in made) return { id: made.id }
    throw made.refused === 'name_taken' ? nameTaken('campaign', name ?? '') : notFound('campaign', id)
  }),

  remove: os.remove.handler(async ({ input: { id, ...options }, context }) => {
    await removeCampaign(context, id, options)
    return {}
  }),

  exportConfiguration: os.exportConfiguration.handler(({ input, context }) =>
    exportConfiguration(context, input.id),
  ),

  importConfiguration: os.importConfiguration.handler(({ input: { text, name }, context }) =>
    importConfiguration(context, text, name),
  ),

  get: os.get.handler(({ input, context }) => campaignDetail(context, input.id)),

  move: os.move.handler(async ({ input: { id, move, hangUp }, context }) => {
    if (move === 'resume') await prepareSpeech(context, id)
    const moved = await context.engine.move(id, engineMove(move), { actor, hangUp })
    if ('refused' in moved) throw moveRefused(moved, id)
    return { state: moved.moved.is }
  }),

  live: os.live.handler(async function* ({ input, context, signal }) {
    await mustExist(context, input.id)
    yield* snapshots({
      subscribe: changed =>
        context.engine.onChange(change => {
          if (!('campaign' in change) || change.campaign === input.id) changed()
        }),
      take: () => campaignLive(context, input.id),
      ...livePace,
      signal,
    })
  }),

  contacts: os.contacts.handler(async ({ input, context, signal }) => {
    const campaign = await mustExist(context, input.id)
    const { total, rows } = await context.reads.ask('leads', { ...input, campaign: input.id }, { signal })
    const priorities = ['high', 'normal', 'low'] as const
    return {
      total,
      rows: rows.map(row => ({
        ...row,
        priority: priorities[Math.max(row.priority, 0)] ?? 'normal',
        maxAttempts: campaign.settings.maxRetries + 1,
      })),
    }
  }),
})

const engineMove = (move: PlainMove): CampaignMove =>
  move === 'pause' ? { do: 'pause', reason: 'manual', detail: '' } : { do: move }
