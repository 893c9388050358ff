import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countCalls } from '../../../src-main/contacts/calls/count-calls.ts'
import { listCalls, listNewestCalls } from '../../../src-main/contacts/calls/list-calls.ts'
import { findPeople } from '../../../src-main/contacts/calls/people.ts'
import { callSheet } from '../../../src-main/contacts/export/call-sheet.ts'
import { growSearchText } from '../../../src-main/contacts/view/search-text.ts'
import { allCalls, type CallFilter, type CallGoal } from '../../../src-main/domain/call-filter.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { openReadOnly, type ReadOnlyFile } from '../../../src-main/store/read-only-file.ts'
import { createAgent } from '../../../src-main/store/save-agent.ts'
import { tagRow } from '../../make/contacts.ts'
import { wallOf } from '../../make/slow-hours.ts'
import {
  aCampaign,
  aFolder,
  anOpenStore,
  aPerson,
  berlin,
  mondayAtTen,
  shortFlow,
} from '../../make/workspace.ts'
import { type OneCall, putCalls, someCall, someFilter } from './some-calls.ts'

const newYork = {
  country: 'US',
  region: 'NY',
  zones: ['America/New_York', 'America/Chicago'],
  line: 'fixed',
} as const
const people = (first: number) => [
  aPerson({ place: berlin }, first),
  aPerson({ place: berlin }, first + 1),
  aPerson({ place: newYork, phone: `+1212555010${first}` }, first + 2),
  aPerson({ place: newYork, phone: `+1212555011${first}` }, first + 3),
]
const names = [0, 4].map(first => people(first))

const folder = aFolder()
let store: Store
let file: ReadOnlyFile
beforeAll(async () => {
  store = await anOpenStore(folder.file)
  await aCampaign(store, { people: names[0] ?? [], further: { Second: {} } })
  await aCampaign(store, { people: names[1] ?? [], name: 'Second', numbers: 0 })
  const made = await store.write(tx =>
    createAgent(tx, { name: 'Other', purpose: 'Asks.', flow: shortFlow }, mondayAtTen),
  )
  if (!made.committed) throw new Error(made.failure.message)
  const vip = tagRow(store.statements, 'vip')
  store.statements.run('INSERT INTO contact_tags (tag_id, contact_id) VALUES (?, 1)', vip)
  file = openReadOnly(folder.file)
})
afterAll(async () => {
  file.close()
  await store.close()
  folder.remove()
})

/** The meaning of a filter, written down as simply as can be. */
function fits(call: OneCall, filter: CallFilter): boolean {
  const among = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value)
  const person = names[call.campaign - 1]?.[call.contact]
  const goal: CallGoal | null = call.goal ?? (call.result === 'answered' ? 'unknown' : null)
  return (
    among(filter.campaigns, call.campaign as never) &&
    among(filter.results, call.result) &&
    among(filter.agents, call.agent as never) &&
    among(filter.numbers, call.number as never) &&
    among(filter.trunks, call.trunk as never) &&
    (filter.goals.length === 0 || (goal !== null && filter.goals.includes(goal))) &&
    (filter.from === null || (call.sentAt !== null && call.sentAt >= filter.from)) &&
    (filter.to === null || (call.sentAt !== null && call.sentAt < filter.to)) &&
    hourFits(call, filter) &&
    (filter.minTalkSeconds === null ||
      (call.talkMs !== null && call.talkMs >= filter.minTalkSeconds * 1000)) &&
    (filter.maxTalkSeconds === null ||
      (call.talkMs !== null && Math.floor(call.talkMs / 1000) <= filter.maxTalkSeconds)) &&
    (!filter.optedOut || call.optedOut) &&
    (!filter.recorded || call.recorded) &&
    searchFits(filter.search, person, call) &&
    (filter.said === '' ||
      (call.talkMs !== null &&
        [...call.said, ...call.answered].some(text =>
          text.toLowerCase().includes(filter.said.trim().toLowerCase()),
        )))
  )
}

function hourFits({ sentAt, contact }: OneCall, { hour }: CallFilter): boolean {
  if (hour === null) return true
  if (sentAt === null) return false
  const zone = hour.zone !== 'contact' ? hour.zone : contact < 2 ? 'Europe/Berlin' : 'America/New_York'
  const { date, minute } = wallOf(zone, sentAt)
  const weekday = new Date(`${date}T12:00Z`).getUTCDay() || 7
  return weekday === hour.weekday && Math.floor(minute / 60) === hour.hour
}

const searchFits = (search: string, person: (typeof names)[number][number] | undefined, call: OneCall) =>
  search === '' ||
  (search === '#vip'
    ? call.campaign === 1 && call.contact === 0
    : `${person?.name} ${person?.phone}`.toLowerCase().includes(search.toLowerCase()))

const queryOf = (filter: CallFilter) => ({ filter, people: findPeople(file, filter) })
const runs = { numRuns: Number(process.env.RUNS ?? 150) }

test('monitoring.md 2: the calls that are listed, counted and exported are those that the filter describes', () =>
  fc.assert(
    fc.property(
      fc.array(someCall, { maxLength: 40 }),
      fc.array(someFilter, { minLength: 1, maxLength: 10 }),
      (calls, filters) => {
        const ids = putCalls(store, calls)
        file.moveOn()
        while (!growSearchText(file, null));
        for (const filter of [allCalls, ...filters]) {
          const expected = ids.filter((_, index) => fits(calls[index] as OneCall, filter))
          for (const query of [queryOf(filter), { filter, people: { are: 'many' } as const }]) {
            const all = listCalls(file, { ...query, offset: 0, limit: 100 }).map(({ id }) => id)
            expect(all, JSON.stringify(filter)).toEqual(expected.toReversed())
            expect(countCalls(file, query)).toBe(expected.length)
          }
          const page = { ...queryOf(filter), offset: 1, limit: 2 }
          const second = expected.toReversed().slice(1, 3)
          expect(listCalls(file, page).map(({ id }) => id)).toEqual(second)
          expect(listNewestCalls(file, page)?.map(({ id }) => id) ?? 'not filled').toEqual(
            second.length === 2 ? second : 'not filled',
          )
          const sheet = callSheet(file, {
            campaign: null,
            filter,
            columns: ['id'],
            stamp: () => null,
            onRows: () => {},
          })
          expect([...sheet.rows].flat()).toEqual(expected)
        }
      },
    ),
    runs,
  ))
