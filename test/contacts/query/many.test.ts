import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderedIds } from '../../../src-main/contacts/query/ordered-ids.ts'
import { selectedIds } from '../../../src-main/contacts/query/selected-ids.ts'
import { readPage } from '../../../src-main/contacts/read/page.ts'
import { growSearchText, searchIds } from '../../../src-main/contacts/view/search-text.ts'
import { placeId } from '../../../src-main/contacts/write/place-id.ts'
import {
  type Condition,
  type ContactFilter,
  type ContactQuery,
  type ContactScope,
  contactSorts,
  leadSorts,
} from '../../../src-main/domain/contact-filter.ts'
import type { CampaignId, ListId } from '../../../src-main/domain/ids.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly, type ReadOnlyFile } from '../../../src-main/store/read-only-file.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { listRow, tagRow } from '../../make/contacts.ts'
import { aCampaign, aFolder, anOpenStore, berlin, mondayAtTen } from '../../make/workspace.ts'

/** More than are looked at one by one, so that every way to a page is taken. */
const CONTACTS = 40_000
const folder = aFolder()
const now = mondayAtTen
const dice = seededDice(7)
let store: Store
let file: ReadOnlyFile
let campaign: CampaignId
let list: ListId

beforeAll(async () => {
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 0 })).campaign
  await store.write(async () => {
    const place = placeId(store.statements, berlin)
    list = listRow(store.statements, 'half') as ListId
    for (const tag of ['few', 'some', 'many']) tagRow(store.statements, tag)
    const { run } = store.statements
    run(`WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < ${CONTACTS})
      INSERT INTO contacts (phone, country, phone_type, place_id, name, name_key, fields, created_at, changed_at, calls,
        conversations, last_called_at, last_result)
      SELECT '+4930' || (10000000 + n), 'DE', 'fixed', ${place}, 'Person ' || (n * 7919 % 1000),
        'person ' || (n * 7919 % 1000), json_object('no', n % 100), ${now} - n, 0, n % 4, n % 3 * (n % 4 > 0),
        CASE WHEN n % 4 > 0 THEN ${now} - n * 7919 % 100000 * 1000 END, CASE WHEN n % 4 > 0 THEN 'busy' END
      FROM numbered`)
    run(`INSERT INTO contact_tags SELECT 1, id FROM contacts WHERE id % 50 = 0`)
    run(`INSERT INTO contact_tags SELECT 2, id FROM contacts WHERE id % 3 = 0`)
    run(`INSERT INTO contact_tags SELECT 3, id FROM contacts WHERE id % 20 > 0`)
    run(`INSERT INTO list_contacts SELECT ${list}, id FROM contacts WHERE id % 2 = 0`)
    run(`INSERT INTO leads (campaign_id, contact_id, place_id, status, priority, ready_at, attempts, goal)
      SELECT ${campaign}, id, place_id, CASE id % 3 WHEN 0 THEN 'pending' WHEN 1 THEN 'retry' ELSE 'completed' END,
        id % 4 - 1, CASE id % 3 WHEN 1 THEN id % 977 ELSE 0 END, id % 5, CASE id % 7 WHEN 0 THEN 'achieved' END
      FROM contacts WHERE id > ${CONTACTS / 2}`)
  })
  file = openReadOnly(folder.file)
})
afterAll(async () => {
  file.close()
  await store.close()
  folder.remove()
})

const conditions: readonly (Condition | null)[] = [
  null,
  ...[1, 2, 3].map(tag => ({ field: 'tag', op: 'one_of', value: [tag] }) as const),
  { field: 'custom', key: 'no', op: 'is', value: '7' },
  { field: 'lastCalled', op: 'never', value: 0 },
  { field: 'calls', op: 'at_least', value: 3 },
  { field: 'name', op: 'begins', value: 'Person 77' },
]

test('contacts.md 6: a page found by a look at an index is that part of the whole order, near and far', () => {
  const scopes: readonly ContactScope[] = [{ of: 'all' }, { of: 'list', list }, { of: 'campaign', campaign }]
  let quick = 0
  for (const scope of scopes)
    for (const by of scope.of === 'campaign' ? [...contactSorts, ...leadSorts] : contactSorts)
      for (const condition of conditions.filter(each => each === null || dice() < 0.4)) {
        const sort = { by, descending: dice() < 0.5 }
        const filter = condition && { match: 'all' as const, of: [condition] }
        const query: ContactQuery = { scope, search: '', filter }
        const all = orderedIds(file, { query, sort, now })
        for (const offset of [0, Math.floor(dice() * 900), all.length - 3]) {
          const rows = readPage(file, {
            query,
            sort,
            offset: Math.max(0, offset),
            limit: 50,
            fields: [],
            now,
          })
          if (rows === null) continue
          quick += 1
          const ids = rows.map(({ id }) => id)
          expect(ids).toEqual([...all.subarray(Math.max(0, offset), Math.max(0, offset) + 50)])
        }
      }
  expect(quick).toBeGreaterThan(100)
})

test('a selection of many comes in chunks, smallest id first, and goes on where it stopped', () => {
  const selection = {
    query: { scope: { of: 'list', list }, search: '', filter: null },
    except: [4, 100],
  } as never
  const chunks = [...selectedIds(file, selection, now)]
  expect(chunks.flat()).toHaveLength(CONTACTS / 2 - 2)
  expect(chunks.every(chunk => chunk.length <= 1000)).toBe(true)
  expect([...selectedIds(file, selection, now, CONTACTS - 4)].flat()).toEqual([CONTACTS - 2, CONTACTS])
})

test('contacts.md 6: searching what is in memory finds all that the tables hold, also what changed since', () => {
  while (!growSearchText(file, null));
  const words = (key: string, number: string | null = null) =>
    searchIds(file, { is: 'words', key, number }, 5_000)?.toSorted((a, b) => a - b) ?? null
  const inTables = (where: string) =>
    file.statements
      .rows<{ id: number }>(`SELECT id FROM contacts WHERE ${where} ORDER BY id`)
      .map(({ id }) => id)
  expect(words('son 77')).toEqual(inTables(`instr(name_key, 'son 77')`))
  expect(words('n 123', '0123')).toEqual(inTables(`instr(name_key, 'n 123') OR instr(phone, '123')`))
  expect(words('person')).toBeNull()
  expect(words('+49 30 100012', '+49 30 100012')).toEqual(inTables(`phone LIKE '+4930100012%'`))

  store.statements.run(`UPDATE contacts SET name = 'Ärzte', name_key = 'arzte' WHERE id = 77`)
  store.statements.run(`INSERT INTO contact_changes (contact_id, at, actor, change) VALUES (77, 0, '', '{}')`)
  store.statements.run(
    `INSERT INTO further_phones SELECT 78, 1, '+12125550142', place_id FROM contacts WHERE id = 78`,
  )
  store.statements.run(`INSERT INTO contact_changes (contact_id, at, actor, change) VALUES (78, 0, '', '{}')`)
  store.statements.run(
    `INSERT INTO contacts (place_id, name, name_key, fields, created_at, changed_at)
     SELECT place_id, 'New Arzt', 'new arzt', '{}', 0, 0 FROM contacts WHERE id = 1`,
  )
  file.moveOn()
  expect(words('arzt')).toEqual([77, CONTACTS + 1])
  expect(words('0142', '212 555 0142')).toEqual([78])
})

test('contacts.md 6: what a search finds comes by name from either end, also who was renamed since', () => {
  store.statements.run(`UPDATE contacts SET name = 'Arzt 7', name_key = 'arzt 7' WHERE id IN (9, 30000)`)
  store.statements.run(
    `INSERT INTO contact_changes (contact_id, at, actor, change) VALUES (9, 0, '', '{}'), (30000, 0, '', '{}')`,
  )
  file.moveOn()
  const few: ContactFilter = { match: 'all', of: [{ field: 'custom', key: 'no', op: 'is', value: '7' }] }
  const inCampaign: ContactScope = { of: 'campaign', campaign }
  const asked: readonly ContactQuery[] = [
    { scope: { of: 'all' }, search: 'person 7', filter: null },
    { scope: { of: 'all' }, search: 'arz', filter: null },
    { scope: { of: 'all' }, search: '0123', filter: null },
    { scope: { of: 'list', list }, search: '777', filter: null },
    { scope: inCampaign, search: 'person 12', filter: null },
    { scope: { of: 'all' }, search: 'person 12', filter: few },
  ]
  for (const query of asked)
    for (const descending of [false, true])
      for (const offset of [0, 120]) {
        const sort = { by: 'name', descending } as const
        const all = [...orderedIds(file, { query, sort, now })]
        const rows = readPage(file, { query, sort, offset, limit: 100, fields: [], now })
        expect(rows?.map(({ id }) => id)).toEqual(all.slice(offset, offset + 100))
      }
  const page = { query: asked[1] as ContactQuery, offset: 0, limit: 5, fields: [], now }
  const first = readPage(file, { ...page, sort: { by: 'name', descending: false } })
  expect(first?.slice(0, 3).map(({ id }) => id)).toEqual([9, 30_000, 77])
})

test('what an undone import took away is not found under ids that are used again', () => {
  const last = CONTACTS + 1
  store.statements.run('DELETE FROM contacts WHERE id = ?', last)
  store.statements.run(
    `INSERT INTO jobs (kind, state, actor, title, input, created_at, ended_at) VALUES ('undo', 'done', '', '', '{}', 1, 2)`,
  )
  store.statements.run(
    `INSERT INTO contacts (id, place_id, name, name_key, fields, created_at, changed_at)
     SELECT ${last}, place_id, 'Zeta', 'zeta', '{}', 0, 0 FROM contacts WHERE id = 1`,
  )
  file.moveOn()
  while (!growSearchText(file, null));
  expect(searchIds(file, { is: 'words', key: 'zeta', number: null }, 10)).toEqual([last])
})
