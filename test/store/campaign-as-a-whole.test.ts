import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CampaignState } from '../../src-main/domain/campaign-state.ts'
import { campaignStateNames } from '../../src-main/domain/campaign-state.ts'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import type { CampaignChange } from '../../src-main/store/campaign-parts.ts'
import { toStateColumns } from '../../src-main/store/campaign-state-columns.ts'
import type { Change } from '../../src-main/store/change.ts'
import { campaignsToErase, deleteCampaign } from '../../src-main/store/delete-campaign.ts'
import { duplicateCampaign } from '../../src-main/store/duplicate-campaign.ts'
import { eraseCalls } from '../../src-main/store/erase-calls.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { readCampaigns } from '../../src-main/store/read-campaigns.ts'
import { saveCampaign } from '../../src-main/store/save-campaign.ts'
import { aBench } from '../make/engine.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../make/workspace.ts'

const now = mondayAtTen
const folder = aFolder()
let store: Store
let campaign: CampaignId
beforeEach(async () => {
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 3 })).campaign
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const change: Change = async work => {
  const written = await store.write(work)
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}
const setState = (state: CampaignState) =>
  change(tx => tx.updateTable('campaigns').set(toStateColumns(state)).where('id', '=', campaign).execute())
const states: Record<(typeof campaignStateNames)[number], CampaignState> = {
  draft: { is: 'draft' },
  scheduled: { is: 'scheduled' },
  running: { is: 'running' },
  draining: { is: 'draining', towards: { is: 'completed' } },
  paused: { is: 'paused', reason: 'manual', detail: '' },
  completed: { is: 'completed' },
  cancelled: { is: 'cancelled' },
}
const audit = () => store.db.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).execute()

describe('campaigns.md §5, delete', () => {
  const remove = (typedName: string, eraseCalls = false) =>
    change(tx => deleteCampaign(tx, campaign, { typedName, eraseCalls, actor: 'eva' }, now))

  test.each(campaignStateNames)('a %s campaign', async name => {
    await setState(states[name])
    const deleted = await remove('Reminders')
    if (name === 'running' || name === 'draining')
      expect(deleted).toMatchObject({ refused: 'illegal_move', move: 'delete', state: name })
    else expect(deleted).toEqual({ deleted: true })
    expect(await readCampaigns(store.db)).toHaveLength(name === 'running' || name === 'draining' ? 1 : 0)
  })

  test('is confirmed by typing the name', async () => {
    expect(await remove('Reminder')).toEqual({ refused: 'name_mismatch', name: 'Reminders' })
    expect(await readCampaigns(store.db, campaign)).toHaveLength(1)
  })

  test('not while its contacts are being prepared for a launch', async () => {
    await change(tx =>
      tx
        .updateTable('campaigns')
        .set({ launching: '{}' as never })
        .execute(),
    )
    expect(await remove('Reminders')).toEqual({ refused: 'launching' })
  })

  test('it is gone, its name is free again, and its start no longer comes', async () => {
    await setState({ is: 'scheduled' })
    await remove('Reminders')
    expect(await readCampaigns(store.db, campaign)).toEqual([])
    const again = await aCampaign(store, { contacts: 1, numbers: 0 })
    expect((await readCampaigns(store.db)).map(({ id }) => id)).toEqual([again.campaign])
    const { state } = await store.db.selectFrom('campaigns').select('state').executeTakeFirstOrThrow()
    expect(state).toBe('draft')
    expect(await remove('Reminders')).toEqual({ refused: 'not_found' })
  })

  test('stands in the audit log with who did it', async () => {
    await remove('Reminders')
    expect(await audit()).toEqual([
      {
        actor: 'eva',
        action: 'campaign.delete',
        subject: `campaign ${campaign}`,
        detail: '{"name":"Reminders","from":"draft","calls":"kept"}',
      },
    ])
  })

  test('calls are kept unless told otherwise; erased, the bare attempts stay and all else is gone', async () => {
    const bench = await aBench({ contacts: 110, settings: { maxConcurrentCalls: 100 } })
    await bench.launch()
    const { store: used } = bench
    const within: Change = async work => {
      const written = await used.write(work)
      if (!written.committed) throw new Error(written.failure.message)
      return written.value
    }
    const [first] = await used.db.selectFrom('calls').select('id').orderBy('id').execute()
    await within(async tx => {
      const call_id = Number(first?.id) as never
      await tx
        .updateTable('calls')
        .set({ recording: 'recordings/1.wav', media: '{}' as never })
        .execute()
      const event = { is: 'agent_said', atMs: 0, text: 'x' } as const
      await tx
        .insertInto('call_events')
        .values({ call_id, seq: 99, at_ms: 0, kind: event.is, event: JSON.stringify(event) as never })
        .execute()
      await tx
        .insertInto('call_traces')
        .values({ call_id, seq: 99, at: 0, direction: 'sent', text: 'INVITE' })
        .execute()
    })
    await within(tx =>
      deleteCampaign(tx, bench.campaign, { typedName: 'Reminders', eraseCalls: true, actor: 'eva' }, now),
    )
    expect(await campaignsToErase(used.db)).toEqual([bench.campaign])
    const files: string[] = []
    const removed = await eraseCalls(within, bench.campaign, async path => void files.push(path))
    expect([removed, files.length, await campaignsToErase(used.db)]).toEqual([110, 110, []])
    for (const table of ['call_events', 'call_traces'] as const)
      expect(await used.db.selectFrom(table).select('call_id').execute()).toEqual([])
    const calls = await used.db.selectFrom('calls').select(['to_number', 'recording', 'media']).execute()
    expect(calls).toHaveLength(110)
    expect(calls.every(({ recording, media }) => recording === null && media === null)).toBe(true)
    await bench.end()
  })
})

describe('campaigns.md §5, duplicate', () => {
  const duplicate = (options: { name?: string; withContacts?: boolean } = {}) =>
    duplicateCampaign(
      change,
      campaign,
      { name: options.name ?? null, withContacts: options.withContacts ?? false, actor: 'eva' },
      now,
    )
  const made = async (copied: Awaited<ReturnType<typeof duplicate>>) => {
    if ('refused' in copied) throw new Error(copied.refused)
    const [row] = await readCampaigns(store.db, copied.id)
    if (row === undefined) throw new Error('the copy is not shown')
    return row
  }

  test.each(campaignStateNames)('a %s campaign becomes a new draft with the same settings', async name => {
    await setState(states[name])
    const [from] = await readCampaigns(store.db, campaign)
    const copy = await made(await duplicate())
    expect(copy).toMatchObject({ name: 'Reminders (copy)', state: { is: 'draft' }, contacts: 0, run: 0 })
    for (const part of ['settings', 'schedule', 'agent', 'trunks', 'callerIds', 'businessHours'] as const)
      expect(copy[part]).toEqual(from?.[part])
  })

  test('with the same contacts, all of them pending', async () => {
    await change(tx =>
      tx
        .updateTable('leads')
        .set({ status: 'skipped', skip_reason: 'manual', attempts: 3, priority: -1 })
        .where('contact_id', '=', 1 as never)
        .execute(),
    )
    const copy = await made(await duplicate({ withContacts: true }))
    const leads = await store.db
      .selectFrom('leads')
      .select(['status', 'attempts', 'priority'])
      .where('campaign_id', '=', copy.id)
      .orderBy('contact_id')
      .execute()
    expect(leads).toEqual([
      { status: 'pending', attempts: 0, priority: 0 },
      { status: 'pending', attempts: 0, priority: 1 },
      { status: 'pending', attempts: 0, priority: 1 },
    ])
    expect(copy.contacts).toBe(3)
  })

  test('a long list is copied whole, and the copy is shown when it is', async () => {
    const many = await aCampaign(store, { name: 'Many', contacts: 4_100, numbers: 0, firstContact: 100 })
    const shown: number[] = []
    const watching: Change = async work => {
      shown.push((await readCampaigns(store.db)).length)
      return change(work)
    }
    const copied = await duplicateCampaign(
      watching,
      many.campaign,
      { name: 'Twice', withContacts: true, actor: 'eva' },
      now,
    )
    expect((await made(copied)).contacts).toBe(4_100)
    expect(new Set(shown)).toEqual(new Set([2]))
  })

  test('names: the next free one, or the one that was chosen if nobody has it', async () => {
    await duplicate()
    expect(await duplicate()).toMatchObject({ name: 'Reminders (copy 2)' })
    expect(await duplicate({ name: 'reminders' })).toEqual({ refused: 'name_taken' })
    expect(await duplicate({ name: 'Autumn' })).toMatchObject({ name: 'Autumn' })
  })

  test('a name of 120 characters stays within them', async () => {
    await change(tx =>
      tx
        .updateTable('campaigns')
        .set({ name: 'x'.repeat(120) })
        .execute(),
    )
    expect((await made(await duplicate())).name).toBe(`${'x'.repeat(113)} (copy)`)
  })
})

describe('campaigns.md §4, what is editable when', () => {
  const save = (wanted: CampaignChange, revision = 1, atLaunch = false) =>
    change(tx => saveCampaign(tx, campaign, wanted, { revision, actor: 'eva', atLaunch }, now))

  test.each(['draft', 'scheduled', 'paused'] as const)('%s: everything', async name => {
    await setState(states[name])
    expect(await save({ name: 'Spring', settings: { maxRetries: 5, maxConcurrentCalls: 9 } })).toEqual({
      revision: 2,
    })
    const [row] = await readCampaigns(store.db, campaign)
    expect(row).toMatchObject({
      name: 'Spring',
      revision: 2,
      settings: { maxRetries: 5, maxConcurrentCalls: 9 },
    })
  })

  test.each(['running', 'draining'] as const)('%s: only what can change safely under it', async name => {
    await setState(states[name])
    expect(await save({ name: 'Spring', settings: { maxRetries: 5, intervalMs: 7 } })).toEqual({
      refused: 'locked',
      state: name,
      parts: ['name', 'settings.maxRetries'],
    })
    const numbers = (await readCampaigns(store.db, campaign))[0]?.callerIds ?? []
    const safe: CampaignChange = {
      notes: 'x',
      settings: { maxConcurrentCalls: 2, intervalMs: 7, callsPerHour: 100 },
      schedule: { endsAt: now + 1 },
      numbers: numbers.map(({ id, weight }) => ({ id, weight, enabled: false })),
    }
    expect(await save(safe)).toEqual({ revision: 2 })
    expect(await save({ numbers: [] }, 2)).toMatchObject({ refused: 'locked', parts: ['numbers'] })
  })

  test.each(['completed', 'cancelled'] as const)('%s: nothing, except in the launch dialog', async name => {
    await setState(states[name])
    expect(await save({ notes: 'x' })).toMatchObject({ refused: 'locked', state: name })
    expect(await save({ settings: { maxRetries: 5 } }, 1, true)).toEqual({ revision: 2 })
  })

  test('what is saved stands in the audit log with before and after', async () => {
    await save({ settings: { maxRetries: 5 } })
    expect(await audit()).toEqual([
      {
        actor: 'eva',
        action: 'campaign.edit',
        subject: `campaign ${campaign}`,
        detail: '{"revision":2,"settings.maxRetries":"[2,5]"}',
      },
    ])
  })

  test('nothing different is no edit', async () => {
    expect(await save({ settings: { maxRetries: 2 } })).toEqual({ revision: 1 })
    expect(await audit()).toEqual([])
  })

  test('a name that another campaign has is refused, whatever its case', async () => {
    await aCampaign(store, { name: 'Survey', contacts: 0, numbers: 0 })
    expect(await save({ name: 'SURVEY' })).toEqual({ refused: 'name_taken' })
    expect(await save({ name: 'reminders' })).toEqual({ revision: 2 })
  })

  test('numbers that stay keep their turn', async () => {
    await change(tx => tx.updateTable('campaign_numbers').set({ last_call_id: 7 }).execute())
    const [one, two] = (await readCampaigns(store.db, campaign))[0]?.callerIds ?? []
    if (!one || !two) throw new Error('it has two numbers')
    await save({ numbers: [{ id: two.id, enabled: true, weight: 3 }] })
    expect(
      await store.db.selectFrom('campaign_numbers').select(['number_id', 'weight', 'last_call_id']).execute(),
    ).toEqual([{ number_id: two.id, weight: 3, last_call_id: 7 }])
  })

  test('campaigns.md §10 line 21: two windows edit the same thing: the second save is refused with what changed, and can be merged', async () => {
    await save({ settings: { maxRetries: 5 }, notes: 'theirs' })
    await save({ schedule: { endsAt: 99 } }, 2)
    const mine: CampaignChange = { settings: { maxRetries: 7 }, name: 'Spring' }
    expect(await save(mine, 1)).toEqual({
      refused: 'changed_meanwhile',
      revision: 3,
      changed: [
        { part: 'notes', theirs: 'theirs' },
        { part: 'settings.maxRetries', theirs: 5, yours: 7 },
        { part: 'schedule.endsAt', theirs: 99 },
      ],
    })
    expect(await save(mine, 3)).toEqual({ revision: 4 })
    const [row] = await readCampaigns(store.db, campaign)
    expect(row).toMatchObject({ name: 'Spring', notes: 'theirs', settings: { maxRetries: 7 } })
  })
})
