import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderedIds } from '../../../src-main/contacts/query/ordered-ids.ts'
import { selectedIds } from '../../../src-main/contacts/query/selected-ids.ts'
import { countContacts } from '../../../src-main/contacts/read/count-contacts.ts'
import { readPage } from '../../../src-main/contacts/read/page.ts'
import { type ContactQuery, contactSorts, leadSorts } from '../../../src-main/domain/contact-filter.ts'
import type { CampaignId, ContactId } from '../../../src-main/domain/ids.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly, type ReadOnlyFile } from '../../../src-main/store/read-only-file.ts'
import { insertContact, listRow, tagRow, type WholeContact } from '../../make/contacts.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { fits, type Surroundings } from './naive-filter.ts'
import { someContacts, someFilter } from './some-contacts.ts'

const folder = aFolder()
const now = mondayAtTen
let store: Store
let file: ReadOnlyFile
let campaign: CampaignId
let around: Omit<Surroundings, 'inCampaign'>

beforeAll(async () => {
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 0 })).campaign
  const sql = store.statements
  const suppressed = [
    { number: '+4930231100', scope: 'all', source: 'supervisor', expiresAt: null },
    { number: '+4930231101', scope: 'all', source: 'agent', expiresAt: null },
    { number: '+4930231102', scope: 'campaign', source: 'supervisor', expiresAt: null },
    { number: '+4930231103', scope: 'all', source: 'agent', expiresAt: now },
    { number: '+49301511104', scope: 'campaign', source: 'agent', expiresAt: now + 1 },
  ] as const
  for (const { number, scope, source, expiresAt } of suppressed)
    sql.run(
      `INSERT INTO suppressions (number, scope, campaign_id, reason, source, at, expires_at) VALUES (?, ?, ?, '', ?, 0, ?)`,
      number,
      scope,
      scope === 'campaign' ? campaign : null,
      source,
      expiresAt,
    )
  sql.run(`INSERT INTO blocked_prefixes (prefix, reason, at) VALUES ('+1212', '', 0)`)
  around = {
    now,
    suppressed,
    blockedPrefixes: ['+1212'],
    blockedCountries: [],
    tagIds: new Map(['vip', 'VIPs', 'neu'].map(name => [name, tagRow(sql, name)])),
    listIds: new Map(['one', 'two'].map(name => [name, listRow(sql, name)])),
    campaign,
  }
  file = openReadOnly(folder.file)
})
afterAll(async () => {
  file.close()
  await store.close()
  folder.remove()
})

const put = (contacts: readonly WholeContact[]): ReadonlyMap<ContactId, WholeContact> => {
  for (const table of ['leads', 'contact_tags', 'list_contacts', 'consents', 'further_phones', 'contacts'])
    store.statements.run(`DELETE FROM ${table}`)
  const ids = new Map(contacts.map(contact => [insertContact(store.statements, contact, campaign), contact]))
  file.moveOn()
  return ids
}
const byName = { by: 'name', descending: false } as const
const runs = { numRuns: Number(process.env.RUNS ?? 150) }

test('contacts.md 2: a filter keeps whom its conditions describe, in all contacts and in a campaign', () =>
  fc.assert(
    fc.property(someContacts, fc.array(someFilter, { minLength: 1, maxLength: 20 }), (contacts, filters) => {
      const ids = put(contacts)
      for (const filter of filters)
        for (const scope of [{ of: 'all' }, { of: 'campaign', campaign }] as const) {
          const query: ContactQuery = { scope, search: '', filter }
          const inScope = [...ids].filter(([, { lead }]) => scope.of === 'all' || lead !== null)
          const expected = inScope
            .filter(([, contact]) =>
              fits(filter, contact, { ...around, inCampaign: scope.of === 'campaign' }),
            )
            .map(([id]) => id)
          const found = [...orderedIds(file, { query, sort: byName, now })]
          expect(found.toSorted(ascending)).toEqual(expected)
          expect(countContacts(file, { query, now })).toBe(expected.length)
          expect([...selectedIds(file, { query, except: [] }, now)].flat()).toEqual(expected)
        }
    }),
    runs,
  ))

test('contacts.md 6: every page of every order is the same part of one whole, from either end', () =>
  fc.assert(
    fc.property(
      someContacts,
      someFilter,
      fc.constantFrom(...contactSorts, ...leadSorts),
      fc.boolean(),
      fc.nat({ max: 20 }),
      (contacts, filter, by, descending, offset) => {
        put(contacts)
        for (const scope of [{ of: 'all' }, { of: 'campaign', campaign }] as const)
          for (const query of [
            { scope, search: '', filter },
            { scope, search: '', filter: null },
          ]) {
            const all = [...orderedIds(file, { query, sort: { by, descending }, now })]
            const turned = [...orderedIds(file, { query, sort: { by, descending: !descending }, now })]
            expect(turned.toReversed()).toEqual(all)
            const page = readPage(file, {
              query,
              sort: { by, descending },
              offset,
              limit: 5,
              fields: [],
              now,
            })
            expect(page?.map(({ id }) => id)).toEqual(all.slice(offset, offset + 5))
          }
      },
    ),
    runs,
  ))

const ascending = (a: number, b: number) => a - b
