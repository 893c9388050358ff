import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPeople, type Person } from '../../../src-main/contacts/write/add-people.ts'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { aContact, insertContact } from '../../make/contacts.ts'
import { aCampaign, aFolder, anOpenStore, byTest, phone } from '../../make/workspace.ts'

let folder: ReturnType<typeof aFolder>
let store: Store
let campaign: CampaignId
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 0 })).campaign
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const anna: Person = {
  phone: phone(1),
  written: '030 10000001',
  name: 'Anna',
  zone: null,
  fields: { no: '7' },
}
const add = async (...people: Person[]) => {
  const written = await store.write(() => addPeople(store.statements, campaign, people, byTest()))
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}
const rows = (sql: string) => store.statements.rows<Record<string, unknown>>(sql)
const historyOf = (contact: number) =>
  rows(`SELECT change FROM contact_changes WHERE contact_id = ${contact} ORDER BY id`).map(
    ({ change }) => JSON.parse(String(change)).is,
  )

test('contacts.md 1: who is new is a contact like one added by hand, and the history says how he came', async () => {
  expect(await add(anna)).toBe(1)
  expect(
    rows(`SELECT phone, phone_as_imported, country, phone_type, name, name_key, fields FROM contacts`),
  ).toEqual([
    {
      phone: phone(1),
      phone_as_imported: '030 10000001',
      country: 'DE',
      phone_type: 'fixed',
      name: 'Anna',
      name_key: 'anna',
      fields: '{"no":"7"}',
    },
  ])
  expect(rows(`SELECT status, priority FROM leads`)).toEqual([{ status: 'pending', priority: 1 }])
  expect(historyOf(1)).toEqual(['added', 'placed'])
})

test('contacts.md 1: the same number is one contact, also where it is not his first one', async () => {
  const ben = insertContact(
    store.statements,
    aContact({ name: 'Ben', phone: phone(2), furtherPhones: [phone(1)], fields: { no: '1', city: 'Ulm' } }),
  )
  expect(await add({ ...anna, name: '', fields: { no: '7', city: '' } })).toBe(1)
  expect(rows('SELECT id, name, fields, revision FROM contacts')).toEqual([
    { id: ben, name: 'Ben', fields: '{"no":"7","city":"Ulm"}', revision: 2 },
  ])
  expect(rows('SELECT contact_id FROM leads')).toEqual([{ contact_id: ben }])
  expect(historyOf(ben)).toEqual(['edited', 'placed'])
})

test('who is in the campaign already is not counted, and not put there again', async () => {
  await add(anna)
  expect(await add(anna, { ...anna, phone: phone(3) })).toBe(1)
  expect(rows('SELECT contact_id FROM leads')).toEqual([{ contact_id: 1 }, { contact_id: 2 }])
})

test('what is known of the place beside the number holds from the first call on', async () => {
  await add({ ...anna, zone: 'Europe/Vienna', place: inVienna })
  expect(rows('SELECT zone, zones FROM contacts JOIN places ON places.id = place_id')).toEqual([
    { zone: 'Europe/Vienna', zones: '["Europe/Vienna"]' },
  ])
  expect(rows('SELECT leads.place_id = contacts.place_id AS same FROM leads, contacts')).toEqual([
    { same: 1 },
  ])
})

const inVienna = { country: 'DE', region: null, zones: ['Europe/Vienna'], line: 'fixed' } as const
