import { implement } from '@orpc/server'
import { contract } from '../contract/contract.ts'
import type { campaignMoves } from '../contract/values.ts'
import { campaignDefaults } from '../domain/campaign.ts'
import type { CampaignMove } from '../domain/campaign-state.ts'
import { officeHours } from '../domain/schedule.ts'
import { csvContactsInTurns } from '../engine/import/csv-contacts.ts'
import { addContacts } from '../store/add-contacts.ts'
import { createCampaign } from '../store/create-campaign.ts'
import { duplicateCampaign } from '../store/duplicate-campaign.ts'
import { readAgents } from '../store/read-agents.ts'
import { type ListedCampaign, readCampaigns } from '../store/read-campaigns.ts'
import { readLeads } from '../store/read-leads.ts'
import { actor } from './actor.ts'
import { addFromFile } from './add-contacts.ts'
import { campaignDetail } from './campaign-detail.ts'
import { campaignLive } from './campaign-live.ts'
import { campaignRow } from './campaign-row.ts'
import { checkNewCampaign, mustBeNewName, mustHaveLines } from './check-campaign.ts'
import { exportConfiguration, importConfiguration } from './configuration.ts'
import { definitionsFor } from './definitions.ts'
import { createDraft, saveChange } from './edit-campaign.ts'
import { moveRefused } from './move-refused.ts'
import { mustExist } from './must-exist.ts'
import { prepareSpeech } from './prepare-speech.ts'
import { nameTaken, notFound, refused } from './refuse.ts'
import { removeCampaign } from './remove-campaign.ts'
import type { Services } from './services.ts'
import { snapshots } from './snapshots.ts'

const os = implement(contract.campaigns).$context<Services>()

/** Live views are at most this far behind, and come this often even when nothing happens, in ms. */
export const livePace = { everyMs: 500, atLeastEveryMs: 5_000 } as const

export const campaigns = os.router({
  list: os.list.handler(async ({ context }) => {
    const active = Map.groupBy(context.engine.activeCalls(), call => call.campaign)
    const now = context.now()
    return (await readCampaigns(context.db)).map(campaign =>
      campaignRow(campaign, active.get(campaign.id)?.length ?? 0, now),
    )
  }),

  defaults: os.defaults.handler(({ context }) => ({
    ...campaignDefaults,
    zone: context.zone,
    windows: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...copyOf(officeHours) },
  })),

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

  addContacts: os.addContacts.handler(({ input: { id, ...file }, context }) =>
    addFromFile(context, id, file),
  ),

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

  create: os.create.handler(async ({ input, context }) => {
    const table = context.uploads.take(input.contacts.upload)
    if (table === null)
      throw refused({
        code: 'upload_gone',
        field: 'file',
        what: 'The file is no longer at hand: files are kept for an hour.',
        cure: 'Choose it again.',
      })
    const agent = (await readAgents(context.db)).find(stored => stored.id === input.agent)
    if (agent === undefined) throw notFound('agent', input.agent)
    checkNewCampaign(input, table.headings.length)
    const read = await csvContactsInTurns(table, input.contacts)
    if (read.contacts.length === 0)
      throw refused({
        code: 'no_contact',
        field: 'file',
        what: `No row of the file has a number that can be called. Line ${read.rejected[0]?.line ?? 2}: ${read.rejected[0]?.reason ?? 'no number'}.`,
        cure: 'Choose the column that holds the numbers, or mend the file.',
      })
    const now = context.now()
    const { zone, windows, ...settings } = input.settings
    return context.change(async tx => {
      await mustBeNewName(tx, input.name)
      await mustHaveLines(tx, input)
      const id = await createCampaign(
        tx,
        {
          name: input.name,
          agentVersion: agent.versionId,
          trunk: input.trunk,
          numbers: [...new Set(input.numbers)],
          settings: { ...campaignDefaults, ...settings },
          schedule: { zone, windows, startsAt: null, endsAt: null, respectContactZone: true, anyTime: false },
        },
        now,
      )
      const { added, doNotCall } = await addContacts(tx, id, read.contacts, now)
      return {
        id,
        imported: {
          added,
          doNotCall,
          duplicates: read.duplicates,
          alreadyIn: 0,
          rejected: read.rejected.length,
          rejectedRows: read.rejected.slice(0, 100),
        },
      }
    })
  }),

  move: os.move.handler(async ({ input: { id, move, hangUp }, context }) => {
    // Until the window asks through `remove`, its dialog has had the name typed.
    if (move === 'delete') {
      const { name } = await mustExist(context, id)
      await removeCampaign(context, id, { typedName: name, eraseCalls: false })
      return { state: 'cancelled' }
    }
    if (move === 'launch' || move === 'restart' || move === 'resume') await prepareSpeech(context, id)
    const campaign = await mustExist(context, id)
    const moved = await context.engine.move(id, engineMove(move, campaign), { hangUp })
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

  contacts: os.contacts.handler(async ({ input, context }) => {
    const campaign = await mustExist(context, input.id)
    const { total, rows } = await readLeads(context.db, { ...input, campaign: input.id })
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

type Windows = Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', { from: number; to: number }[]>

const copyOf = (windows: ListedCampaign['schedule']['windows']): Partial<Windows> =>
  Object.fromEntries(
    Object.entries(windows).map(([day, ranges]) => [day, ranges.map(range => ({ ...range }))]),
  )

function engineMove(
  move: Exclude<(typeof campaignMoves)[number], 'delete'>,
  { schedule }: ListedCampaign,
): CampaignMove {
  switch (move) {
    case 'launch':
      return { do: 'launch', startsAt: schedule.startsAt }
    case 'pause':
      return { do: 'pause', reason: 'manual', detail: '' }
    default:
      return { do: move }
  }
}
