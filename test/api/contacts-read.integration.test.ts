import { beforeAll, expect, test } from 'vitest'
import type { ContactSort } from '../../src-main/domain/contact-filter.ts'
import type { CampaignId, ContactId } from '../../src-main/domain/ids.ts'
import { toJson } from '../../src-main/store/json.ts'
import { aDraft, anApi } from '../make/api.ts'
import { aContact, insertContact } from '../make/contacts.ts'

const api = anApi({ demo: true })
let campaign: CampaignId
const all = { scope: { of: 'all' as const }, search: '', filter: null }
const byName: ContactSort = { by: 'name', descending: false }
const asc = (by: ContactSort['by']): ContactSort => ({ by, descending: false })

beforeAll(async () => {
  campaign = (await aDraft(api)).id
})

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)
const found = async (search: string) =>
  names((await api.client.contacts.page({ query: { ...all, search }, sort: byName })).rows)
const put = (change: Parameters<typeof aContact>[0]) =>
  insertContact(api.services.statements, aContact(change))

test('contacts.md 6: search as you type finds part of a name, a number in any notation, and tags', async () => {
  put({ name: 'Zoë Ångström', phone: '+491512345678', furtherPhones: ['+493055512399'], tags: ['Gold'] })
  for (const search of [
    'zoe',
    'ÅNG',
    '0151 234',
    '+49 151',
    '0049151',
    '(030) 555-12',
    '5678',
    '#gold',
    '#go',
  ])
    expect(await found(search), search).toContain('Zoë Ångström')
  for (const search of ['zoey', '+151', '0152 234', '#golden', '555-13'])
    expect(await found(search), search).not.toContain('Zoë Ångström')
})

test('contacts.md 6: nothing moves under the pointer: later pages come in the order of the first', async () => {
  const query = { ...all, search: 'steady' }
  for (const letter of ['b', 'c', 'd', 'e']) put({ name: `Steady ${letter}`, phone: null })
  const first = await api.client.contacts.page({ query, sort: byName, limit: 2 })
  expect(await api.client.contacts.count({ query, view: first.view })).toEqual({
    contacts: 4,
    changed: false,
  })
  put({ name: 'Steady a', phone: null })
  const second = await api.client.contacts.page({
    query,
    sort: byName,
    offset: 2,
    limit: 2,
    view: first.view,
  })
  expect([second.view, names(second.rows)]).toEqual([first.view, ['Steady d', 'Steady e']])
  expect((await api.client.contacts.count({ query })).contacts).toBe(5)
})

test('a view that is gone is made anew, and says so by its name', async () => {
  const page = await api.client.contacts.page({ query: all, sort: byName, view: 'long ago' })
  expect(page.view).not.toBe('long ago')
  const again = await api.client.contacts.page({ query: all, sort: asc('added'), view: page.view })
  expect(again.view).not.toBe(page.view)
})

test('contacts.md 6: rows of a campaign tell status, attempts and when and why they wait', async () => {
  const scope = { of: 'campaign' as const, campaign }
  const { rows } = await api.client.contacts.page({ query: { ...all, scope }, sort: asc('order') })
  expect(
    rows.map(({ name, lead }) => [name, lead?.status, lead?.priority, lead?.attempts, lead?.waitsFor]),
  ).toEqual([
    ['Anna', 'pending', 'normal', 0, ''],
    ['Ben', 'pending', 'normal', 0, ''],
  ])
  expect(rows[0]?.lead).toMatchObject({
    maxAttempts: 3,
    callFirst: false,
    nextAttemptAt: null,
    lastCall: null,
  })
})

test('contacts.md 2: how many are callable, and why the others are not', async () => {
  const chosen = [
    put({ name: 'Free', phone: '+493066610001' }),
    put({ name: 'None', phone: null }),
    put({ name: 'Listed', phone: '+493066610002' }),
    put({ name: 'Dear', phone: '+4990012345678', phoneType: 'premium' }),
  ]
  api.services.statements.run(
    `INSERT INTO suppressions (number, scope, reason, source, at) VALUES ('+493066610002', 'all', '', 'import', 0)`,
  )
  const [anna] = (
    await api.client.contacts.page({ query: { ...all, search: '+493023125100' }, sort: byName })
  ).rows
  const contacts = [...chosen, ...(anna ? [anna.id] : [])]
  expect(await api.client.contacts.callable({ selection: { contacts }, campaign })).toEqual({
    contacts: 5,
    fresh: 4,
    callable: 1,
    reasons: expect.arrayContaining([
      { reason: 'Already in the campaign', contacts: 1 },
      { reason: 'Without a number', contacts: 1 },
      { reason: 'On the do-not-call list', contacts: 1 },
      { reason: 'A kind of number that is never called', contacts: 1 },
    ]),
  })
})

test('contacts.md 1: one contact with all that is known of it', async () => {
  const id = put({
    name: 'Vera',
    phone: '+493066620001',
    furtherPhones: ['+12125550142'],
    fields: { city: 'Ulm' },
    tags: ['b', 'A'],
    lists: ['Spring'],
    consents: [{ kind: 'express', purpose: 'survey', givenAt: 1, expiresAt: null, withdrawnAt: null }],
  })
  expect(await api.client.contacts.get({ id })).toMatchObject({
    id,
    name: 'Vera',
    country: 'DE',
    zones: ['Europe/Berlin'],
    fields: { city: 'Ulm' },
    tags: [{ name: 'A' }, { name: 'b' }],
    lists: [{ name: 'Spring' }],
    consents: [{ kind: 'express', purpose: 'survey', givenAt: 1 }],
    furtherPhones: [{ phone: '+12125550142', country: 'US', phoneType: 'fixed_or_mobile', doNotCall: false }],
    importedBy: null,
  })
  await expect(api.client.contacts.get({ id: 999_999 as ContactId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('contacts.md 1: the history of a contact tells its edits newest first, page by page', async () => {
  const id = put({ name: 'Old', phone: null })
  for (let at = 1; at <= 5; at += 1)
    api.services.statements.run(
      'INSERT INTO contact_changes (contact_id, at, actor, change) VALUES (?, ?, ?, ?)',
      id,
      Math.ceil(at / 2),
      `actor ${at}`,
      toJson({ is: 'added' }),
    )
  const first = await api.client.contacts.history({ id, limit: 2 })
  // Of the same instant, so not torn apart.
  expect(first.entries.map(entry => entry.is === 'change' && entry.actor)).toEqual([
    'actor 5',
    'actor 4',
    'actor 3',
  ])
  expect(first.more).toBe(true)
  const rest = await api.client.contacts.history({ id, limit: 2, before: first.entries.at(-1)?.at ?? 0 })
  expect(rest.entries.map(entry => entry.is === 'change' && entry.actor)).toEqual(['actor 2', 'actor 1'])
  expect(rest.more).toBe(false)
})

test('contacts that may be the same person: of one name whatever its accents, or with one number of a customer', async () => {
  const id = put({ name: 'Jürgen Twin', phone: null, fields: { customer_no: 'K-100200', city: 'Hannover' } })
  const alike = put({ name: 'JURGEN twin', phone: null })
  const same = put({ name: 'J. T.', phone: null, fields: { customer_no: 'K-100200' } })
  put({ name: 'Other', phone: null, fields: { note: 'K-100200' } })
  const ids = (await api.client.contacts.duplicates({ id })).map(each => each.id)
  expect(ids.toSorted((a, b) => a - b)).toEqual([alike, same])
})

test('filters are offered the fields, countries, languages and zones that are in use', async () => {
  put({ name: 'Faceted', phone: null, language: 'pt-BR', fields: { shoe_size: '42' } })
  const facets = await api.services.reads.ask('facets', null)
  expect(facets.fields).toContain('shoe_size')
  expect(facets.languages).toContain('pt-BR')
  expect(facets.zones).toContain('Europe/Berlin')
  expect(facets.countries).toContainEqual({ country: 'DE', contacts: expect.any(Number) })
  put({ name: 'Later', phone: null, fields: { hat_size: '7' } })
  expect((await api.services.reads.ask('facets', null)).fields).toContain('hat_size')
})

test('quality.md 3: a hostile search or filter finds nothing and harms nothing', async () => {
  for (const text of [
    `'; DROP TABLE contacts; --`,
    '%',
    '_',
    '\\',
    '\u0000',
    '"',
    '*',
    '#',
    '+',
    '\u{1F600}'.repeat(90),
  ]) {
    await api.client.contacts.page({ query: { ...all, search: text }, sort: byName })
    await api.client.contacts.count({
      query: {
        ...all,
        filter: { match: 'all', of: [{ field: 'custom', key: `a${text}`, op: 'contains', value: text }] },
      },
    })
  }
  expect(await found('%')).toEqual([])
})

test('calls are listed beside the main thread, counted with and without a search', async () => {
  const sql = api.services.statements
  const [lead] = (
    await api.client.contacts.page({ query: { ...all, scope: { of: 'campaign', campaign } }, sort: byName })
  ).rows
  const [own] = sql.rows<{ version: number; number: number; trunk: number }>(
    `SELECT agent_version_id AS version, (SELECT id FROM numbers LIMIT 1) AS number, (SELECT id FROM trunks LIMIT 1) AS trunk
     FROM campaigns WHERE id = ?`,
    campaign,
  )
  for (const [index, result] of ['answered', 'busy'].entries()) {
    sql.run(
      `INSERT INTO campaign_hours (campaign_id, hour, result, calls, answered, talk_ms, achieved, opt_outs)
       VALUES (?, 0, ?, 1, 0, 0, 0, 0)`,
      campaign,
      result,
    )
    sql.run(
      `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
         agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, ended_at, result, lead_before, facts)
       SELECT ?, campaign_id, id, contact_id, 1, 1, ?, ?, ?, '+493023125100', place_id, '', 'ended', 1, 1, 2, ?, '{}', '{}'
       FROM leads WHERE id = ?`,
      `call ${index}`,
      own?.trunk ?? 0,
      own?.number ?? 0,
      own?.version ?? 0,
      result,
      lead?.lead?.id ?? 0,
    )
  }
  const { list, count } = api.client.calls
  const found = async (asked: object, page: object = {}) => {
    const filter = { campaigns: [campaign], ...asked }
    const [{ rows }, { calls }] = await Promise.all([list({ filter, ...page }), count({ filter })])
    return { calls, rows }
  }
  expect(await found({})).toMatchObject({ calls: 2, rows: [{ result: 'busy' }, { result: 'answered' }] })
  expect(await found({ results: ['busy'] })).toMatchObject({
    calls: 1,
    rows: [{ contact: { name: 'Anna' } }],
  })
  expect(await found({ results: ['busy', 'answered'], campaigns: [] })).toMatchObject({ calls: 2 })
  expect(await found({ results: ['rejected'] })).toEqual({ calls: 0, rows: [] })
  expect(await found({ results: ['busy'] }, { offset: 1 })).toEqual({ calls: 1, rows: [] })
  expect((await found({ search: 'ann' })).calls).toBe(2)
  expect((await found({ search: 'ann', results: ['busy'] })).calls).toBe(1)
  expect((await found({ search: 'nobody' })).calls).toBe(0)
})
