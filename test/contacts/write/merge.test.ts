import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactRow } from '../../../src-main/contacts/write/contact-row.ts'
import { mergeContacts } from '../../../src-main/contacts/write/merge-contacts.ts'
import type { CampaignId, ContactId } from '../../../src-main/domain/ids.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { addPastCalls } from '../../make/past-calls.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, phone } from '../../make/workspace.ts'
import { broken } from '../act/whole-workspace.ts'

let store: Store
let campaign: CampaignId
let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 2 })).campaign
})
afterEach(async () => {
  expect(broken(store.statements)).toEqual([])
  await store.close()
  folder.remove()
})

const rows = <R>(sql: string) => store.statements.rows<R>(sql)
const run = (sql: string) => store.write(async () => store.statements.run(sql))
const [anna, ben] = [1, 2] as [ContactId, ContactId]

async function merge(into = anna, from = ben) {
  const written = await store.write(async () => {
    const sql = store.statements
    const [stays, goes] = [contactRow(sql, into), contactRow(sql, from)]
    if (stays === null || goes === null) throw new Error('both are there')
    return mergeContacts(sql, stays, goes, { actor: 'tester', job: null, at: mondayAtTen })
  })
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}

test.each([
  [`status = 'pending'`, `status = 'retry', attempts = 1`, 'retry'],
  [`status = 'completed'`, `status = 'no_answer'`, 'completed'],
  [`status = 'no_answer'`, `status = 'no_conversation'`, 'no_conversation'],
  [`status = 'retry'`, `status = 'skipped', skip_reason = 'opted_out'`, 'skipped'],
  [`status = 'skipped', skip_reason = 'manual'`, `status = 'pending'`, 'skipped'],
  [`status = 'skipped', skip_reason = 'no_number'`, `status = 'pending'`, 'pending'],
  [`status = 'skipped', skip_reason = 'duplicate'`, `status = 'failed'`, 'failed'],
])('of two places in one campaign, %s and %s, the one further along stays: %s', async (a, b, status) => {
  await run(`UPDATE leads SET ${a} WHERE contact_id = 1`)
  await run(`UPDATE leads SET ${b} WHERE contact_id = 2`)
  expect(await merge()).toBeNull()
  expect(rows('SELECT contact_id, status FROM leads')).toEqual([{ contact_id: anna, status }])
})

test('calls of both are those of the one that stays, with their sums', async () => {
  await addPastCalls(store, campaign, [
    { number: 1 as never, at: mondayAtTen - 5_000, contact: 0, talkMs: 10 },
    { number: 1 as never, at: mondayAtTen - 4_000, contact: 1, result: 'no_answer' },
  ])
  await run(
    `UPDATE contacts SET calls = 1, talk_ms = 10, last_called_at = 5, last_result = 'answered' WHERE id = 1`,
  )
  await run(`UPDATE contacts SET calls = 1, last_called_at = 9, last_result = 'no_answer' WHERE id = 2`)
  await merge()
  expect(rows('SELECT contact_id, lead_id FROM calls')).toEqual([
    { contact_id: anna, lead_id: 1 },
    { contact_id: anna, lead_id: 1 },
  ])
  expect(rows('SELECT calls, talk_ms, last_called_at, last_result FROM contacts')).toEqual([
    { calls: 2, talk_ms: 10, last_called_at: 9, last_result: 'no_answer' },
  ])
})

test('its number goes on to be called where it was the next one', async () => {
  const { campaign: other } = await aCampaign(store, { name: 'Other', contacts: 1, firstContact: 1 })
  await merge()
  expect(rows(`SELECT contact_id, phone_position FROM leads WHERE campaign_id = ${other}`)).toEqual([
    { contact_id: anna, phone_position: 1 },
  ])
  expect(rows('SELECT phone FROM further_phones')).toEqual([{ phone: phone(1) }])
})

test('one without a number takes the first of the other', async () => {
  await run('UPDATE contacts SET phone = NULL WHERE id = 1')
  await merge()
  expect(rows('SELECT phone, country FROM contacts')).toEqual([{ phone: phone(1), country: 'DE' }])
  expect(rows('SELECT phone FROM further_phones')).toEqual([])
})

test('whoever of them is on a call keeps both as they are', async () => {
  await addPastCalls(store, campaign, [{ number: 1 as never, at: mondayAtTen, contact: 1 }])
  await run(`UPDATE calls SET state = 'answered', ended_at = NULL, facts = '{}'`)
  expect(await merge()).toMatchObject({ id: ben })
  expect(rows('SELECT id FROM contacts')).toHaveLength(2)
})

test('an opt-out of one holds for the numbers of both', async () => {
  await run(
    `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at) VALUES ('${phone(0)}', 'campaign', 1, 'no', 'agent', 1)`,
  )
  await merge()
  expect(rows('SELECT number, scope, campaign_id FROM suppressions ORDER BY number')).toEqual([
    { number: phone(0), scope: 'campaign', campaign_id: 1 },
    { number: phone(1), scope: 'campaign', campaign_id: 1 },
  ])
})
