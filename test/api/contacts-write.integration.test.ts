import { expect, test, vi } from 'vitest'
import type { ContactId, TagId } from '../../src-main/domain/ids.ts'
import { aDraft, anApi, type ComposedApi } from '../make/api.ts'

const api = anApi({ each: true })
const add = (contact: Parameters<ComposedApi['client']['contacts']['add']>[0]) =>
  api.client.contacts.add(contact)
const rows = <R>(sql: string, ...values: (string | number)[]) =>
  api.services.statements.rows<R>(sql, ...values)
const stored = (id: ContactId) =>
  rows<{
    name: string
    phone: string | null
    country: string
    phone_type: string
    zone: string
    revision: number
  }>('SELECT name, phone, country, phone_type, zone, revision FROM contacts WHERE id = ?', id)[0]

test('contacts.md 3: a contact is added by hand, its number in any notation of its country', async () => {
  const { id } = await add({
    name: ' Anna Berg ',
    phone: '(030) 231-25 100',
    country: 'DE',
    tags: ['VIP', 'vip '],
    fields: { city: 'Berlin', empty: '' },
  })
  expect(stored(id)).toMatchObject({
    name: 'Anna Berg',
    phone: '+493023125100',
    country: 'DE',
    phone_type: 'fixed',
  })
  expect(rows('SELECT name FROM tags')).toEqual([{ name: 'VIP' }])
  expect(rows('SELECT fields FROM contacts')).toEqual([{ fields: '{"city":"Berlin"}' }])
})

test('contacts.md 1: the same number is one contact: it is refused with the one that has it', async () => {
  const { id } = await add({ name: 'Anna', phone: '+493023125100', furtherPhones: ['+493023125101'] })
  for (const [field, contact] of [
    ['phone', { phone: '030 23125100', country: 'DE' }],
    ['phone', { phone: '+49 30 23125101' }],
    ['furtherPhones.0', { name: 'Ben', furtherPhones: ['+493023125100'] }],
  ] as const)
    await expect(add(contact as never)).rejects.toMatchObject({
      data: { code: 'number_known', field, contact: { id, name: 'Anna' } },
    })
  expect(rows('SELECT id FROM contacts')).toHaveLength(1)
})

test('what cannot be understood is refused at its field, and nothing is stored', async () => {
  const wrong = [
    ['phone', { phone: '12', country: 'DE' }],
    ['phone', { phone: '030 23125100' }],
    ['phone', { phone: '+49900123456' }],
    ['country', { phone: '+493023125100', country: 'XX' }],
    ['furtherPhones.1', { name: 'Anna', furtherPhones: ['+493023125100', '110'] }],
    ['zone', { name: 'Anna', zone: 'Europe/Atlantis' }],
    ['language', { name: 'Anna', language: 'de_??' }],
    ['phone', { name: ' ' }],
  ] as const
  for (const [field, contact] of wrong)
    await expect(add(contact as never)).rejects.toMatchObject({ data: { field } })
  expect(rows('SELECT id FROM contacts')).toEqual([])
})

test('campaigns.md 10.21: of two windows that edit the same contact the second save is refused with what changed', async () => {
  const { id } = await add({ name: 'Anna', phone: '+493023125100', fields: { city: 'Berlin' } })
  const { update } = api.client.contacts
  const first = await update({
    id,
    revision: 1,
    edit: { name: 'Anna Berg', fields: { city: 'Bonn' }, tags: ['VIP'] },
  })
  expect(first).toEqual({ revision: 2 })
  await expect(update({ id, revision: 1, edit: { name: 'Annette', language: 'de' } })).rejects.toMatchObject({
    data: {
      code: 'changed_meanwhile',
      revision: 2,
      changed: [
        { field: 'name', theirs: 'Anna Berg', yours: 'Annette' },
        { field: 'fields.city', theirs: 'Bonn' },
        { field: 'tags', theirs: ['VIP'] },
      ],
    },
  })
  expect(stored(id)?.name).toBe('Anna Berg')
  expect(await update({ id, revision: 2, edit: { name: 'Annette', language: 'DE-at' } })).toEqual({
    revision: 3,
  })
  expect(rows('SELECT language FROM contacts')).toEqual([{ language: 'de-AT' }])
})

test('with the number change place and kind of line, in every campaign too', async () => {
  await api.client.workspace.startDemo()
  const { id } = await aDraft(api, {}, { '+493023125100': 'Anna' })
  const [lead] = rows<{ contact: ContactId }>(
    'SELECT contact_id AS contact FROM leads WHERE campaign_id = ?',
    id,
  )
  const contact = lead?.contact as ContactId
  const revision = stored(contact)?.revision ?? 0
  await api.client.contacts.update({
    id: contact,
    revision,
    edit: { phone: '(212) 736-5000', country: 'US' },
  })
  expect(stored(contact)).toMatchObject({
    phone: '+12127365000',
    country: 'US',
    phone_type: 'fixed_or_mobile',
  })
  const places = rows(
    `SELECT places.country, places.region FROM leads JOIN places ON places.id = leads.place_id WHERE contact_id = ?`,
    contact,
  )
  expect(places).toEqual([{ country: 'US', region: 'NY' }])
})

test('whoever refused to be called is not called at a new number either', async () => {
  const { id } = await add({ name: 'Anna', phone: '+493023125100' })
  await api.services.change(async () => {
    api.services.statements.run(
      `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('+493023125100', 'all', 'asked', 'agent', 1)`,
    )
  })
  await api.client.contacts.update({ id, revision: 1, edit: { phone: '+493023125101' } })
  expect(rows('SELECT number, scope, source FROM suppressions ORDER BY number')).toEqual([
    { number: '+493023125100', scope: 'all', source: 'agent' },
    { number: '+493023125101', scope: 'all', source: 'agent' },
  ])
})

test('a consent is added with its proof and withdrawn once', async () => {
  const { id } = await add({ name: 'Anna', phone: '+493023125100' })
  const consent = {
    kind: 'express' as const,
    purpose: null,
    channel: 'form',
    source: 'web',
    evidence: 'Yes',
    givenAt: 1_000,
    expiresAt: null,
  }
  const added = await api.client.contacts.addConsent({ id, consent })
  await expect(
    api.client.contacts.addConsent({ id, consent: { ...consent, expiresAt: 999 } }),
  ).rejects.toMatchObject({ data: { field: 'consent.expiresAt' } })
  await expect(
    api.client.contacts.addConsent({ id, consent: { ...consent, givenAt: Date.now() + 86_400_000 } }),
  ).rejects.toMatchObject({ data: { field: 'consent.givenAt' } })
  await api.client.contacts.withdrawConsent({ id, consent: added.id })
  await expect(api.client.contacts.withdrawConsent({ id, consent: added.id })).rejects.toMatchObject({
    data: { code: 'withdrawn_before' },
  })
  expect(rows('SELECT kind FROM consents WHERE withdrawn_at IS NOT NULL')).toEqual([{ kind: 'express' }])
})

test('an action on a few contacts is done, says so, and can be undone', async () => {
  const { id } = await add({ name: 'Anna', phone: '+493023125100', tags: ['VIP'] })
  const [tag] = rows<{ id: TagId }>('SELECT id FROM tags')
  const asked = await api.client.contacts.act({
    selection: { contacts: [id] },
    action: { do: 'remove_tags', tags: [tag?.id as TagId] },
  })
  await api.services.jobs.ended(asked.id)
  const job = await api.client.jobs.get({ id: asked.id })
  expect(job).toMatchObject({
    state: 'done',
    title: 'Remove tag “VIP”: 1 contact',
    result: { is: 'act', changed: 1, unchanged: 0 },
    undo: { possible: true },
  })
  expect(rows('SELECT * FROM contact_tags')).toEqual([])
  const undo = await api.client.jobs.undo({ id: job.id })
  await api.services.jobs.ended(undo.id)
  expect(await api.client.jobs.get({ id: undo.id })).toMatchObject({
    state: 'done',
    result: { restored: 1, kept: 0 },
  })
  expect(rows('SELECT contact_id FROM contact_tags')).toEqual([{ contact_id: id }])
  await expect(
    api.client.contacts.act({ selection: { contacts: [id] }, action: { do: 'set_zone', zone: 'Nowhere' } }),
  ).rejects.toMatchObject({ data: { field: 'zone' } })
})

test('merging keeps the further-along lead, all numbers, tags, calls and what is asked not to happen', async () => {
  await api.client.workspace.startDemo()
  const { id: campaign } = await aDraft(api)
  const [anna, ben] = rows<{ id: ContactId }>('SELECT id FROM contacts ORDER BY id DESC LIMIT 2')
    .map(row => row.id)
    .sort((a, b) => a - b) as [ContactId, ContactId]
  const sql = api.services.statements
  await api.services.change(async () => {
    sql.run(`UPDATE leads SET status = 'no_answer', attempts = 2, talk_ms = 5 WHERE contact_id = ?`, ben)
    sql.run(`UPDATE contacts SET calls = 2, fields = '{"city":"Bonn"}' WHERE id = ?`, ben)
    sql.run(
      `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('+493023125101', 'all', '', 'agent', 1)`,
    )
    sql.run(`INSERT INTO consents (contact_id, kind, given_at) VALUES (?, 'express', 5)`, ben)
  })
  await api.client.contacts.merge({ into: anna, from: ben })
  expect(rows('SELECT name, calls, fields FROM contacts WHERE id = ?', anna)).toMatchObject([
    { name: 'Anna', calls: 2 },
  ])
  expect(rows('SELECT id FROM contacts WHERE id = ?', ben)).toEqual([])
  expect(rows('SELECT phone FROM further_phones WHERE contact_id = ?', anna)).toEqual([
    { phone: '+493023125101' },
  ])
  expect(
    rows('SELECT status, attempts, talk_ms, phone_position FROM leads WHERE campaign_id = ?', campaign),
  ).toEqual([{ status: 'no_answer', attempts: 2, talk_ms: 5, phone_position: 1 }])
  expect(rows('SELECT count(*) AS n FROM suppressions')).toEqual([{ n: 2 }])
  expect(rows('SELECT contact_id FROM consents')).toEqual([{ contact_id: anna }])
  const history = rows<{ change: string }>('SELECT change FROM contact_changes WHERE contact_id = ?', anna)
  expect(history.map(({ change }) => JSON.parse(change))).toContainEqual({
    is: 'merged',
    name: 'Ben',
    phone: '+493023125101',
  })
})

test('an action on many goes on in the background; cancelled, it leaves no trace', async () => {
  await add({ name: 'Anna', phone: '+493023125100', tags: ['VIP'] })
  await api.services.change(async () => {
    api.services.statements.run(
      `INSERT INTO contacts (phone, place_id, fields, created_at, changed_at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
       SELECT '+49151' || (10000000 + i), 1, '{}', 0, 0 FROM n`,
    )
  })
  const everybody = { query: { scope: { of: 'all' as const }, search: '', filter: null }, except: [] }
  const job = await api.client.contacts.act({
    selection: everybody,
    action: { do: 'add_tags', tags: [1 as TagId] },
  })
  expect(job.state).toMatch(/waiting|running/)
  expect(await api.client.jobs.cancel({ id: job.id })).toMatchObject({ id: job.id })
  await api.services.jobs.ended(job.id)
  expect(await api.client.jobs.get({ id: job.id })).toMatchObject({ state: 'cancelled' })
  expect(rows('SELECT count(*) AS n FROM contact_tags')).toEqual([{ n: 1 }])
  expect(rows(`SELECT id FROM contact_changes WHERE job_id = ${job.id}`)).toEqual([])
  const again = await api.client.contacts.act({
    selection: everybody,
    action: { do: 'add_tags', tags: [1 as TagId] },
  })
  await api.services.jobs.ended(again.id)
  expect(await api.client.jobs.get({ id: again.id })).toMatchObject({
    state: 'done',
    result: { changed: 40_000, unchanged: 1, reasons: [{ reason: 'had it already', contacts: 1 }] },
  })
}, 60_000)

test('campaigns.md 10.7: who comes back into the line of a campaign that was completing makes it run on', async () => {
  await api.client.workspace.startDemo()
  const { id } = await aDraft(api)
  const [lead] = rows<{ contact: ContactId }>(
    `SELECT contact_id AS contact FROM leads WHERE campaign_id = ${id}`,
  )
  const skipped = await api.client.contacts.act({
    selection: { contacts: [lead?.contact as ContactId] },
    action: { do: 'skip', campaign: id },
  })
  await api.services.jobs.ended(skipped.id)
  const move = vi.spyOn(api.services.engine, 'move')
  const undo = await api.client.jobs.undo({ id: skipped.id })
  await api.services.jobs.ended(undo.id)
  await vi.waitFor(
    () => expect(move.mock.calls).toEqual([[id, { do: 'refill' }, { actor: 'supervisor' }]]),
    5_000,
  )
})
