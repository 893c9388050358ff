import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignId, ContactId } from '../../../src-main/domain/ids.ts'
import type { ContactAction } from '../../../src-main/domain/job.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { aCampaign, aFolder, anOpenStore, aPerson, mondayAtTen, phone } from '../../make/workspace.ts'
import { type Desk, doAct, undoAct } from './job-work.ts'

let store: Store
let desk: Desk
let campaign: CampaignId
let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  desk = { store, file: folder.file, now: () => mondayAtTen + 1_000 }
  campaign = (await aCampaign(store, { contacts: 4 })).campaign
  await run(`INSERT INTO tags (name) VALUES ('VIP')`)
  await run(`INSERT INTO lists (name, created_at, changed_at) VALUES ('Autumn', 0, 0)`)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const run = async (sql: string, ...values: (string | number | null)[]) => {
  const written = await store.write(async () => store.statements.run(sql, ...values))
  if (!written.committed) throw new Error(written.failure.message)
}
const rows = <R>(sql: string) => store.statements.rows<R>(sql)
const all = [1, 2, 3, 4] as ContactId[]
const act = (action: ContactAction, contacts = all) => doAct(desk, { contacts }, action)
const statuses = () =>
  rows<{ status: string }>('SELECT status FROM leads ORDER BY contact_id').map(({ status }) => status)
const setLead = (contact: number, change: string) =>
  run(`UPDATE leads SET ${change} WHERE contact_id = ${contact}`)

test('tags are added to whom they lack, told in the history, and taken back', async () => {
  await run('INSERT INTO contact_tags (tag_id, contact_id) VALUES (1, 2)')
  const done = await act({ do: 'add_tags', tags: [1 as never] })
  expect(done.result).toEqual({
    is: 'act',
    changed: 3,
    unchanged: 1,
    reasons: [{ reason: 'had it already', contacts: 1 }],
  })
  expect(rows('SELECT contact_id FROM contact_tags')).toHaveLength(4)
  expect(await undoAct(desk, done)).toMatchObject({ restored: 3, kept: 0 })
  expect(rows('SELECT contact_id FROM contact_tags')).toEqual([{ contact_id: 2 }])
  const history = rows<{ change: string }>(
    'SELECT change FROM contact_changes WHERE contact_id = 1 ORDER BY id',
  )
  expect(history.map(({ change }) => JSON.parse(change).is)).toEqual(['tagged', 'untagged'])
})

test('all that a query finds are meant, as they were when the action began', async () => {
  await run('INSERT INTO list_contacts (list_id, contact_id) VALUES (1, 1), (1, 3)')
  const query = { scope: { of: 'list', list: 1 as never }, search: '', filter: null } as const
  const done = await doAct(
    desk,
    { query, except: [3 as never] },
    { do: 'remove_from_list', list: 1 as never },
  )
  expect(done.result.changed).toBe(1)
  expect(rows('SELECT contact_id FROM list_contacts')).toEqual([{ contact_id: 3 }])
  expect(rows('SELECT contacts FROM lists')).toEqual([{ contacts: 1 }])
})

test('§7: whoever is in the pipeline is never touched, and is named', async () => {
  await setLead(1, `status = 'dialing'`)
  await setLead(2, `status = 'called', final_status = 'completed'`)
  for (const action of ['skip', 'retry_now', 'remove', 'call_first'] as const) {
    const { result } = await act({ do: action, campaign }, all.slice(0, 2))
    expect(result).toMatchObject({ changed: 0, reasons: [{ reason: 'is being called', contacts: 2 }] })
  }
  expect(statuses()).toEqual(['dialing', 'called', 'pending', 'pending'])
})

test('§7, skip: whoever waits is left out by hand, and stands as before after the undo', async () => {
  await setLead(
    1,
    `status = 'retry', ready_at = 5, hold = 'agreed_time', agreed_at = 5, attempts = 2, priority = 0`,
  )
  await setLead(2, `status = 'completed'`)
  const before = rows('SELECT * FROM leads ORDER BY id')
  const done = await act({ do: 'skip', campaign })
  expect(done.result).toMatchObject({ changed: 3, reasons: [{ reason: 'is over: completed', contacts: 1 }] })
  expect(statuses()).toEqual(['skipped', 'completed', 'skipped', 'skipped'])
  expect(rows(`SELECT DISTINCT skip_reason FROM leads WHERE status = 'skipped'`)).toEqual([
    { skip_reason: 'manual' },
  ])
  expect(await undoAct(desk, done)).toMatchObject({ restored: 3, kept: 0 })
  expect(rows('SELECT * FROM leads ORDER BY id')).toEqual(before)
})

test('whom the campaign has gone on with since stays as it is, and is named', async () => {
  const done = await act({ do: 'set_priority', campaign, priority: 'high' })
  await setLead(2, `status = 'retry', ready_at = 9, attempts = 1`)
  expect(await undoAct(desk, done)).toMatchObject({
    restored: 3,
    kept: 1,
    why: '1 has gone on in the campaign since',
  })
  expect(rows('SELECT priority FROM leads ORDER BY id')).toEqual([1, 0, 1, 1].map(priority => ({ priority })))
})

test('what was done in a campaign stays once that is over', async () => {
  const done = await act({ do: 'skip', campaign })
  await run(`UPDATE campaigns SET state = 'completed'`)
  expect(await undoAct(desk, done)).toMatchObject({ restored: 0, why: '4 stands in a campaign that is over' })
  expect(statuses()).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
})

test('§7, retry now: a wait is over, and whoever ended gets one further attempt', async () => {
  await setLead(1, `status = 'retry', ready_at = ${mondayAtTen + 9e6}, hold = 'retry_interval', attempts = 1`)
  await setLead(2, `status = 'no_answer', attempts = 3`)
  await setLead(3, `status = 'completed', attempts = 1`)
  const { result } = await act({ do: 'retry_now', campaign })
  expect(result).toMatchObject({
    changed: 2,
    reasons: [
      { reason: 'was reached already', contacts: 1 },
      { reason: 'is called next anyway', contacts: 1 },
    ],
  })
  expect(rows('SELECT status, ready_at, hold, attempts FROM leads WHERE contact_id < 3 ORDER BY id')).toEqual(
    [
      { status: 'retry', ready_at: 0, hold: null, attempts: 1 },
      { status: 'retry', ready_at: 0, hold: null, attempts: 3 },
    ],
  )
})

test.each([
  [
    'is on the do-not-call list',
    `INSERT INTO suppressions (number, scope, reason, source, at) VALUES (?, 'all', '', 'agent', 0)`,
  ],
  [
    'does not want to be called by this campaign',
    `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at) VALUES (?, 'campaign', 1, '', 'agent', 0)`,
  ],
  [
    'has a number that is never called: ours',
    `INSERT INTO blocked_prefixes (prefix, reason, at) VALUES (?, 'ours', 0)`,
  ],
])('retry now never goes beyond: %s', async (reason, sql) => {
  await run(sql, phone(0))
  await setLead(1, `status = 'no_answer', attempts = 3`)
  const { result } = await act({ do: 'retry_now', campaign }, all.slice(0, 1))
  expect(result.reasons).toEqual([{ reason, contacts: 1 }])
})

test('retry now waits for a call that may still be ringing at the carrier (§10.3)', async () => {
  await setLead(1, `status = 'retry', ready_at = ${mondayAtTen + 30_000}, hold = 'peer_silent'`)
  const { result } = await act({ do: 'retry_now', campaign }, all.slice(0, 1))
  expect(result.reasons).toEqual([{ reason: 'may still be ringing at the carrier', contacts: 1 }])
})

test('§7, remove: pending only; the undo puts them back with the id they had', async () => {
  await setLead(1, `status = 'retry', attempts = 1`)
  const before = rows('SELECT * FROM leads ORDER BY id')
  const done = await act({ do: 'remove', campaign })
  expect(done.result).toMatchObject({
    changed: 3,
    reasons: [{ reason: 'is not pending: retry', contacts: 1 }],
  })
  expect(rows('SELECT sum(leads) AS leads FROM lead_counts')).toEqual([{ leads: 1 }])
  await undoAct(desk, done)
  expect(rows('SELECT * FROM leads ORDER BY id')).toEqual(before)
})

test('§7, call first goes before all priorities', async () => {
  await act({ do: 'call_first', campaign }, all.slice(1, 2))
  expect(rows('SELECT contact_id FROM leads ORDER BY priority, id')[0]).toEqual({ contact_id: 2 })
})

test.each(['completed', 'cancelled'])('a %s campaign can only be read', async state => {
  await run(`UPDATE campaigns SET state = '${state}'`)
  await expect(act({ do: 'skip', campaign })).rejects.toThrow('can only be read')
  await expect(act({ do: 'add_to_campaign', campaign, priority: 'high' })).rejects.toThrow('can only be read')
})

test('contacts.md 2: into a campaign the same person goes once, and nobody on the do-not-call list is called', async () => {
  const { campaign: other } = await aCampaign(store, { name: 'Other', contacts: 1 })
  await run(
    `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('${phone(1)}', 'all', '', 'agent', 0)`,
  )
  await run(`UPDATE contacts SET phone = NULL WHERE id = 3`)
  const done = await act({ do: 'add_to_campaign', campaign: other, priority: 'high' })
  expect(done.result).toMatchObject({
    changed: 3,
    reasons: [{ reason: 'is in the campaign already', contacts: 1 }],
  })
  const there = () =>
    rows(
      `SELECT contact_id, status, skip_reason, priority FROM leads WHERE campaign_id = ${other} ORDER BY contact_id`,
    )
  expect(there()).toEqual([
    { contact_id: 1, status: 'pending', skip_reason: null, priority: 1 },
    { contact_id: 2, status: 'skipped', skip_reason: 'dnc', priority: 0 },
    { contact_id: 3, status: 'skipped', skip_reason: 'no_number', priority: 0 },
    { contact_id: 4, status: 'pending', skip_reason: null, priority: 0 },
  ])
  await undoAct(desk, done)
  expect(there()).toHaveLength(1)
})

test('do not call: all numbers of a contact; the undo does not take off who refused in the meantime', async () => {
  await run(`INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (1, 1, '+493099', 1)`)
  const done = await act({ do: 'do_not_call', reason: 'asked by letter', expiresAt: null }, all.slice(0, 3))
  expect(rows('SELECT number FROM suppressions ORDER BY number')).toHaveLength(4)
  // Somebody puts one of them on the list anew meanwhile.
  await run(`UPDATE suppressions SET source = 'agent' WHERE number = '${phone(1)}'`)
  expect(await undoAct(desk, done)).toMatchObject({ restored: 2, kept: 1 })
  expect(rows('SELECT number FROM suppressions')).toEqual([{ number: phone(1) }])
})

test('do not call never makes an entry end earlier', async () => {
  await act({ do: 'do_not_call', reason: 'for good', expiresAt: null }, all.slice(0, 1))
  const { result } = await act(
    { do: 'do_not_call', reason: 'a while', expiresAt: mondayAtTen + 9e6 },
    all.slice(0, 1),
  )
  expect(result.changed).toBe(0)
  expect(rows('SELECT reason, expires_at FROM suppressions')).toEqual([
    { reason: 'for good', expires_at: null },
  ])
})

test('delete: only who was never called and is in no campaign at work; the undo brings all of it back', async () => {
  const { campaign: atWork } = await aCampaign(store, { name: 'Busy', people: [aPerson({}, 1)] })
  await run(`UPDATE campaigns SET state = 'paused', pause_reason = 'manual' WHERE id = ${atWork}`)
  await run(`INSERT INTO contact_tags (tag_id, contact_id) VALUES (1, 1)`)
  await run(`INSERT INTO list_contacts (list_id, contact_id) VALUES (1, 1)`)
  await run(`INSERT INTO further_phones (contact_id, position, phone, place_id) VALUES (1, 1, '+493099', 1)`)
  await run(`INSERT INTO consents (contact_id, kind, given_at) VALUES (1, 'express', 5)`)
  await run(
    `INSERT INTO decisions (at, campaign_id, contact_id, moment, outcome, why, local_time) VALUES (0, 1, 3, 'turn', 'skip', '', '')`,
  )
  const tables = [
    'contacts',
    'leads',
    'further_phones',
    'consents',
    'contact_tags',
    'list_contacts',
    'lists',
    'lead_counts',
  ]
  const everything = () => tables.map(table => rows(`SELECT * FROM ${table} ORDER BY 1, 2`))
  const before = everything()
  const done = await act({ do: 'delete' })
  expect(done.result).toMatchObject({ changed: 2 })
  expect(done.result.reasons.map(({ reason }) => reason).sort()).toEqual([
    'is named in the decision log',
    'stands in “Busy”, which is at work',
  ])
  expect(rows('SELECT id FROM contacts ORDER BY id')).toEqual([{ id: 2 }, { id: 3 }])
  expect(await undoAct(desk, done)).toMatchObject({ restored: 2, kept: 0 })
  expect(everything()).toEqual(before)
})

test('a deleted contact whose number somebody else has now stays away', async () => {
  const done = await act({ do: 'delete' }, all.slice(3))
  await run(`UPDATE contacts SET phone = '${phone(3)}' WHERE id = 1`)
  expect(await undoAct(desk, done)).toMatchObject({
    restored: 0,
    why: '1 has a number that belongs to another contact now',
  })
})

test('a zone set by hand moves the contact in all its campaigns, and back', async () => {
  const place = () =>
    rows(`SELECT zones FROM leads JOIN places ON places.id = leads.place_id WHERE contact_id = 1`)
  const done = await act({ do: 'set_zone', zone: 'America/New_York' })
  expect(place()).toEqual([{ zones: '["America/New_York","Europe/Berlin"]' }])
  await undoAct(desk, done)
  expect(place()).toEqual([{ zones: '["Europe/Berlin"]' }])
  expect(rows('SELECT zone FROM contacts WHERE id = 1')).toEqual([{ zone: null }])
})

test('a field that was changed since is not set back', async () => {
  const done = await act({ do: 'set_field', key: '__proto__', value: 'x' })
  expect(rows<{ fields: string }>('SELECT fields FROM contacts')[0]?.fields).toContain('"__proto__":"x"')
  await run(`UPDATE contacts SET fields = '{}' WHERE id = 2`)
  expect(await undoAct(desk, done)).toMatchObject({ restored: 3, kept: 1, why: '1 was changed since' })
})
