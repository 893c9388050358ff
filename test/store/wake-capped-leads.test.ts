import { expect, test } from 'vitest'
import { campaignDefaults } from '../../src-main/domain/campaign.ts'
import { saveCampaign } from '../../src-main/store/save-campaign.ts'
import { changesCaps } from '../../src-main/store/wake-capped-leads.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../make/workspace.ts'

test('contacts parked for a cap have their turn again when the cap is changed, others wait on', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts: 3 })
  const later = mondayAtTen + 7 * 24 * 3_600_000
  const holds = ['week_cap', 'law_pause', 'retry_interval'] as const
  const leads = await store.db.selectFrom('leads').select('id').orderBy('id').execute()
  await store.write(async tx => {
    for (const [index, { id }] of leads.entries()) {
      const parked = { status: 'retry', ready_at: later, hold: holds[index] ?? null } as const
      await tx.updateTable('leads').set(parked).where('id', '=', id).execute()
    }
  })
  const change = { settings: { attemptsPerWeek: 9 } }
  await store.write(tx => saveCampaign(tx, campaign, change, { revision: 1, actor: 'eva' }, mondayAtTen))
  const after = await store.db.selectFrom('leads').select(['hold', 'ready_at']).orderBy('id').execute()
  const waiting = await store.db
    .selectFrom('lead_queue')
    .select(['hold', 'leads'])
    .where('leads', '>', 0)
    .execute()
  await store.close()
  folder.remove()
  expect(after).toEqual([
    { hold: null, ready_at: 0 },
    { hold: null, ready_at: 0 },
    { hold: 'retry_interval', ready_at: later },
  ])
  expect(waiting).toEqual([
    { hold: '', leads: 2 },
    { hold: 'retry_interval', leads: 1 },
  ])
})

test('only caps and the purpose, which decides the law, wake anybody', () => {
  const { attemptsPerDay, attemptsPerWeek } = campaignDefaults
  expect(changesCaps(campaignDefaults, { ...campaignDefaults, attemptsPerDay: attemptsPerDay + 1 })).toBe(
    true,
  )
  expect(changesCaps(campaignDefaults, { ...campaignDefaults, attemptsPerWeek: attemptsPerWeek - 1 })).toBe(
    true,
  )
  expect(changesCaps(campaignDefaults, { ...campaignDefaults, purpose: 'survey' })).toBe(true)
  expect(changesCaps(campaignDefaults, { ...campaignDefaults, maxConcurrentCalls: 9 })).toBe(false)
})
