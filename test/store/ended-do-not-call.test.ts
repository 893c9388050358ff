import { expect, test } from 'vitest'
import { addPeople } from '../../src-main/contacts/write/add-people.ts'
import { aCampaign, aFolder, anOpenStore, aPerson, byTest, mondayAtTen, phone } from '../make/workspace.ts'

test('a do-not-call entry keeps new contacts out until it ends, and no longer', async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts: 0 })
  const entry = { scope: 'all', campaign_id: null, reason: 'asked', source: 'supervisor', at: 0 } as const
  const people = [0, 1].map(index => aPerson({}, index))
  await store.write(async tx => {
    await tx
      .insertInto('suppressions')
      .values([
        { ...entry, number: phone(0), expires_at: mondayAtTen },
        { ...entry, number: phone(1), expires_at: mondayAtTen + 1 },
      ])
      .execute()
    await addPeople(store.statements, campaign, people, byTest())
  })
  const leads = await store.db.selectFrom('leads').select(['status', 'skip_reason']).orderBy('id').execute()
  await store.close()
  folder.remove()
  expect(leads).toEqual([
    { status: 'pending', skip_reason: null },
    { status: 'skipped', skip_reason: 'dnc' },
  ])
})
