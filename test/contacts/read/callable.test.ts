import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countCallable } from '../../../src-main/contacts/read/callable.ts'
import { contactRows } from '../../../src-main/contacts/read/contact-rows.ts'
import { consentHeld } from '../../../src-main/domain/compliance/consent.ts'
import type { ConsentNeed, Purpose } from '../../../src-main/domain/compliance/law.ts'
import type { CampaignId, ContactId, PlaceId } from '../../../src-main/domain/ids.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly, type ReadOnlyFile } from '../../../src-main/store/read-only-file.ts'
import { aContact, insertContact, type WholeContact } from '../../make/contacts.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'

const folder = aFolder()
const now = mondayAtTen
let store: Store
let file: ReadOnlyFile
let campaign: CampaignId

beforeAll(async () => {
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 0 })).campaign
  file = openReadOnly(folder.file)
})
afterAll(async () => {
  file.close()
  await store.close()
  folder.remove()
})

const times = fc.constantFrom(now - 3, now - 2, now - 1, now, now + 1)
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const someConsents = fc.array(
  fc.record({
    kind: fc.constantFrom('express', 'express_written', 'existing_relation'),
    purpose: fc.constantFrom(null, 'marketing', 'survey'),
    givenAt: times,
    expiresAt: orNull(times),
    withdrawnAt: orNull(times),
  }),
  { maxLength: 4 },
) as fc.Arbitrary<WholeContact['consents']>

test('compliance.md 3: who lacks consent for a campaign is told by the same rule that holds a call', () =>
  fc.assert(
    fc.property(
      fc.array(someConsents, { minLength: 1, maxLength: 12 }),
      fc.constantFrom<Exclude<ConsentNeed, 'none'>>('express', 'express_written'),
      fc.constantFrom<Purpose>('marketing', 'survey'),
      (people, need, purpose) => {
        for (const table of ['consents', 'contacts']) store.statements.run(`DELETE FROM ${table}`)
        const contacts = people.map((consents, index) =>
          insertContact(store.statements, aContact({ phone: `+49302312${1000 + index}`, consents })),
        )
        file.moveOn()
        const [place] = file.statements.rows<{ id: PlaceId }>('SELECT id FROM places')
        const found = countCallable(file, {
          selection: { contacts },
          campaign: { id: campaign, purpose, needs: [[place?.id as PlaceId, need]] },
          now,
        })
        const callable = people.filter(consents => consentHeld(consents, purpose, need, now)).length
        expect(found.callable).toBe(callable)
        expect(found.reasons.map(({ contacts: lacking }) => lacking)).toEqual(
          callable === people.length ? [] : [people.length - callable],
        )
      },
    ),
    { numRuns: 200 },
  ))

test('contacts.md 2: each contact that cannot be called stands in exactly one reason, most contacts first', () => {
  for (const table of ['consents', 'contacts']) store.statements.run(`DELETE FROM ${table}`)
  const sql = store.statements
  const put = (change: Partial<WholeContact>, lead = false): ContactId =>
    insertContact(
      sql,
      aContact({
        ...change,
        lead: lead ? { status: 'pending', priority: 1, attempts: 0, readyAt: 0, goal: null } : null,
      }),
      campaign,
    )
  const selection = {
    contacts: [
      put({ phone: '+493020000001' }),
      put({ phone: '+493020000002' }, true),
      put({ phone: null }),
      put({ phone: null, name: 'Two' }),
      put({ phone: '+88155512345' }),
      put({ phone: '+493020000003' }),
      put({ phone: '+4930999' }),
      put({
        phone: '+12125550100',
        place: { country: 'US', region: 'NY', zones: ['America/New_York'], line: 'unknown' },
      }),
      put({ phone: '+493020000004' }),
      put({ phone: '+493020000005' }),
    ],
  }
  const suppress = (number: string, scope: string, of: number | null, expires: number | null) =>
    sql.run(
      `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at, expires_at) VALUES (?, ?, ?, '', 'agent', 0, ?)`,
      number,
      scope,
      of,
      expires,
    )
  suppress('+493020000003', 'all', null, null)
  suppress('+493020000004', 'campaign', campaign, now + 1)
  suppress('+493020000005', 'all', null, now)
  sql.run(`INSERT INTO blocked_prefixes (prefix, reason, at) VALUES ('+4930999', '', 0)`)
  sql.run(`INSERT INTO blocked_countries (country, reason, at) VALUES ('US', '', 0)`)
  file.moveOn()
  const asking = { id: campaign, purpose: 'marketing' as const, needs: [] }
  expect(countCallable(file, { selection, campaign: asking, now })).toEqual({
    contacts: 10,
    fresh: 9,
    callable: 2,
    reasons: expect.arrayContaining([
      { reason: 'Without a number', contacts: 2 },
      { reason: 'Already in the campaign', contacts: 1 },
      { reason: 'A kind of number that is never called', contacts: 1 },
      { reason: 'On the do-not-call list', contacts: 1 },
      { reason: 'The number begins with a blocked prefix', contacts: 1 },
      { reason: 'In a blocked country', contacts: 1 },
      { reason: 'Refused this matter', contacts: 1 },
    ]),
    consents: [],
  })
  expect(countCallable(file, { selection, campaign: null, now }).callable).toBe(4)
})

test('contacts.md 3: those who can be called are told by the strongest consent that counts', () => {
  for (const table of ['leads', 'consents', 'contacts']) store.statements.run(`DELETE FROM ${table}`)
  const consent = (change: Partial<WholeContact['consents'][number]> = {}) => ({
    kind: 'express' as const,
    purpose: null,
    givenAt: now - 2,
    expiresAt: null,
    withdrawnAt: null,
    ...change,
  })
  const people: Partial<WholeContact>[] = [
    { consents: [consent(), consent({ kind: 'express_written', purpose: 'survey' })] },
    { consents: [consent()] },
    { consents: [consent({ kind: 'existing_relation' })] },
    { consents: [] },
    { consents: [consent({ expiresAt: now })] },
    { consents: [consent({ withdrawnAt: now - 1 })] },
    { consents: [consent()], phone: null },
  ]
  const contacts = people.map((change, index) =>
    insertContact(store.statements, aContact({ phone: `+49302312${2000 + index}`, ...change })),
  )
  file.moveOn()
  const { consents } = countCallable(file, { selection: { contacts }, campaign: null, byConsent: true, now })
  expect(consents).toHaveLength(4)
  expect(consents).toEqual(
    expect.arrayContaining([
      { consent: null, contacts: 3 },
      { consent: 'express_written', contacts: 1 },
      { consent: 'express', contacts: 1 },
      { consent: 'existing_relation', contacts: 1 },
    ]),
  )
  const rows = contactRows(file, { ids: contacts, campaign: null, fields: [], now })
  expect(rows.map(row => row.consent)).toEqual([
    'express_written',
    'express',
    'existing_relation',
    null,
    null,
    null,
    'express',
  ])
})
