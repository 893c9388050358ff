import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactRow } from '../../../src-main/contacts/write/contact-row.ts'
import { type Edit, editContact } from '../../../src-main/contacts/write/edit-contact.ts'
import { newContact } from '../../../src-main/contacts/write/new-contact.ts'
import { placeId } from '../../../src-main/contacts/write/place-id.ts'
import type { ContactId } from '../../../src-main/domain/ids.ts'
import { placeOf } from '../../../src-main/numbering/place-of.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, phone } from '../../make/workspace.ts'
import { broken } from '../act/whole-workspace.ts'

let store: Store
let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  await aCampaign(store, { contacts: 1 })
})
afterEach(async () => {
  expect(broken(store.statements)).toEqual([])
  await store.close()
  folder.remove()
})

const by = { actor: 'tester', job: null, at: mondayAtTen }
const rows = <R>(sql: string) => store.statements.rows<R>(sql)
async function write<T>(work: () => T): Promise<T> {
  const written = await store.write(async () => work())
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}
const edit = (change: Partial<Edit>, id = 1) =>
  write(() => {
    const contact = contactRow(store.statements, id as ContactId)
    if (contact === null) throw new Error('it is there')
    return editContact(store.statements, contact, { written: '', ...change }, by)
  })
const lead = () => rows('SELECT status, phone_position FROM leads')[0]
const aNewContact = { name: '', written: '', further: [], zone: null, language: null, fields: {} }

test('§10.15: the number that is called next stays the next one, wherever it stands in the order', async () => {
  await edit({ further: [phone(1), phone(2)] })
  await write(() => store.statements.run('UPDATE leads SET phone_position = 2'))
  await edit({ further: [phone(2), phone(1)] })
  expect(lead()).toMatchObject({ phone_position: 1 })
  await edit({ phone: phone(2), further: [phone(0)] })
  expect(lead()).toMatchObject({ phone_position: 0 })
  await write(() => store.statements.run('UPDATE leads SET phone_position = 1'))
  await edit({ further: [] })
  expect(lead()).toMatchObject({ phone_position: 0 })
})

test('whoever was skipped for want of a number is called once there is one', async () => {
  await edit({ phone: null })
  await write(() => store.statements.run(`UPDATE leads SET status = 'skipped', skip_reason = 'no_number'`))
  await edit({ phone: phone(5) })
  expect(lead()).toMatchObject({ status: 'pending' })
})

test('of a contact whose first number goes the next one is the first', async () => {
  await edit({ further: [phone(1)] })
  await edit({ phone: null })
  expect(rows('SELECT phone FROM contacts')).toEqual([{ phone: phone(1) }])
  expect(rows('SELECT phone FROM further_phones')).toEqual([])
})

test('a number that another contact has changes nothing', async () => {
  await write(() =>
    newContact(store.statements, { ...aNewContact, phone: phone(7), further: [phone(8)] }, by),
  )
  for (const number of [phone(7), phone(8)])
    expect(await edit({ name: 'Changed', further: [number] })).toMatchObject({
      refused: 'number_known',
      number,
    })
  expect(rows('SELECT name FROM contacts WHERE id = 1')).toEqual([{ name: 'Person 0' }])
})

test('a state that a file told stays, and one that it left in doubt stays in doubt', async () => {
  const aLine = (number: string, region: string) =>
    write(() => {
      const id = newContact(store.statements, { ...aNewContact, phone: number }, by)
      const place = placeId(store.statements, placeOf(number, { region }))
      store.statements.run('UPDATE contacts SET place_id = ? WHERE id = ?', place, id)
      return id
    })
  const regionOf = (id: number) =>
    rows<{ region: string | null }>(
      `SELECT region FROM contacts JOIN places ON places.id = place_id WHERE contacts.id = ${id}`,
    )[0]?.region
  // 212 is New York, where this one does not live.
  const doubtful = await aLine('+12127365000', 'CA')
  expect(regionOf(doubtful)).toBeNull()
  await edit({ zone: 'America/New_York' }, doubtful)
  expect(regionOf(doubtful)).toBeNull()
  // A toll-free number tells no state.
  const told = await aLine('+18002345678', 'NY')
  expect(regionOf(told)).toBe('NY')
  await edit({ zone: 'America/New_York' }, told)
  expect(regionOf(told)).toBe('NY')
})

test('what a save leaves as it is makes no history and no revision', async () => {
  expect(await edit({ name: 'Person 0', phone: phone(0), tags: [], fields: {} })).toEqual({ revision: 1 })
  expect(rows('SELECT id FROM contact_changes')).toEqual([])
})
