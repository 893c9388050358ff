import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { exportFile } from '../../src-main/contacts/job-files.ts'
import type { ExportOrder } from '../../src-main/contract/jobs.ts'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { ended } from '../make/api.ts'
import { type Compared, shownCampaigns } from './compared.ts'
import { type EndedCall, isEnded, type RawCall } from './raw-rows.ts'

const DAY = 24 * 3_600_000

/** Lists of calls and contacts with their totals, and the files that are made of them. */
export async function compareLists(compared: Compared): Promise<void> {
  const { api, luck, rows, clock } = compared
  const known = rows.calls.filter(({ sentAt }) => sentAt !== null)
  for (let look = 0; look < 4; look += 1) {
    const { chance, oneOf, between } = luck
    const campaigns = chance(0.6) ? [oneOf(rows.campaigns).id] : []
    const results = chance(0.5) ? [oneOf(['answered', 'busy', 'voicemail', 'interrupted'] as const)] : []
    const goals = chance(0.4) ? [oneOf(['achieved', 'not_achieved', 'unknown'] as const)] : []
    const from = chance(0.4) ? clock.now() - between(0, 3) * DAY : null
    const minTalkSeconds = chance(0.3) ? between(0, 120) : null
    const filter = { campaigns: campaigns as CampaignId[], results, goals, from, minTalkSeconds }
    const expected = known.filter(
      call =>
        (campaigns.length === 0 || campaigns.includes(call.campaign)) &&
        (results.length === 0 || results.some(result => result === call.result)) &&
        (goals.length === 0 || goals.some(goal => goal === goalOf(call))) &&
        (from === null || (call.sentAt ?? 0) >= from) &&
        (minTalkSeconds === null || (call.talkMs ?? -1) >= minTalkSeconds * 1000),
    )
    expect((await api.client.calls.count({ filter })).calls).toBe(expected.length)
    const { rows: page } = await api.client.calls.list({ filter, limit: 500 })
    expect(
      page.map(({ id, result, talkMs, goal, cost, attempt }) => [
        id,
        result,
        talkMs,
        goal,
        cost?.micros ?? 0,
        attempt,
      ]),
    ).toEqual(
      expected
        .toReversed()
        .map(call => [call.id, call.result, call.talkMs, call.goal, call.cost, call.attempt]),
    )
    if (look === 0)
      expectCalls(await exported(compared, { of: 'calls', campaign: null, filter: full(filter) }), expected)
  }
  await compareContacts(compared)
}

const goalOf = (call: RawCall) => call.goal ?? (call.result === 'answered' ? 'unknown' : null)

const full = (filter: object) =>
  ({
    agents: [],
    numbers: [],
    trunks: [],
    to: null,
    hour: null,
    maxTalkSeconds: null,
    optedOut: false,
    recorded: false,
    search: '',
    said: '',
    ...filter,
  }) as never

type Cells = Readonly<Record<string, string | number | boolean | null>>

async function exported({ api, dataDir }: Compared, what: ExportOrder['what']): Promise<readonly Cells[]> {
  const order = { what, format: 'json', columns: null, title: 'Everything' } as const
  const job = await ended(api, await api.client.jobs.export(order as never))
  expect(job.message).toBe('')
  return JSON.parse(readFileSync(exportFile(dataDir, job.id), 'utf8')) as Cells[]
}

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000))

const expectCalls = (cells: readonly Cells[], calls: readonly RawCall[]) =>
  expect(
    cells.map(cell => [cell.call, cell.result, cell.talk_seconds, cell.goal, cell.opted_out, cell.cost]),
  ).toEqual(
    calls.map(call => [
      call.id,
      call.result,
      seconds(call.talkMs),
      call.goal,
      call.optedOut === 1,
      call.cost / 1e6,
    ]),
  )

/** What a contact shows of its calls, in all and within a campaign. */
async function compareContacts(compared: Compared): Promise<void> {
  const { api, rows, told } = compared
  const calls = rows.calls.filter(isEnded)
  const query = (scope: object) => ({ scope, search: '', filter: null }) as never
  const sort = { by: 'added', descending: false } as never
  const all = await exported(compared, { of: 'contacts', query: query({ of: 'all' }), sort })
  expect(all).toHaveLength(rows.contacts.length)
  expect(tallied(all)).toEqual(
    rows.contacts
      .map(({ id, name }) => [name, ...summary(calls.filter(({ contact }) => contact === id))].join())
      .sort(),
  )
  for (const { id } of shownCampaigns(compared)) {
    const leads = rows.leads.filter(lead => lead.campaign === id)
    const names = new Map(rows.contacts.map(contact => [contact.id, contact.name]))
    const since = calls.filter(call => call.campaign === id && call.id > (told.forgotten.get(id) ?? 0))
    const scope = query({ of: 'campaign', campaign: id })
    expect((await api.client.contacts.count({ query: scope })).contacts).toBe(leads.length)
    const cells = await exported(compared, { of: 'contacts', query: scope, sort })
    expect(
      cells
        .map(cell =>
          [
            cell.contact_name,
            cell.status,
            cell.campaign_conversations,
            cell.campaign_talk_seconds,
            cell.goal,
          ].join(),
        )
        .sort(),
    ).toEqual(
      leads
        .map(lead => {
          const theirs = since.filter(call => call.lead === lead.id)
          const { conversations, talkMs } = sums(theirs)
          return [names.get(lead.contact), lead.status, conversations, seconds(talkMs), best(theirs)].join()
        })
        .sort(),
    )
    const { rows: page, total } = await api.client.campaigns.contacts({ id: id as CampaignId, limit: 500 })
    expect(total).toBe(leads.length)
    for (const row of page) {
      const theirs = since.filter(call => call.lead === Number(row.lead))
      const { conversations, talkMs } = sums(theirs)
      expect([row.status, row.conversations, row.talkMs]).toEqual([
        leads.find(lead => lead.id === Number(row.lead))?.status,
        conversations,
        talkMs,
      ])
    }
  }
}

const sums = (calls: readonly EndedCall[]) => ({
  conversations: calls.filter(({ result }) => result === 'answered').length,
  talkMs: calls.reduce((sum, { talkMs }) => sum + (talkMs ?? 0), 0),
})

const best = (calls: readonly EndedCall[]) =>
  ['achieved', 'partially_achieved', 'not_achieved'].find(outcome =>
    calls.some(({ goal }) => goal === outcome),
  )

function summary(calls: readonly EndedCall[]) {
  const { conversations, talkMs } = sums(calls)
  const last = calls.toSorted((a, b) => a.sentAt - b.sentAt || a.id - b.id).at(-1)
  return [
    calls.length,
    conversations,
    seconds(talkMs),
    last?.result,
    calls.some(({ goal }) => goal === 'achieved'),
  ]
}

const tallied = (cells: readonly Cells[]) =>
  cells
    .map(cell =>
      [
        cell.contact_name,
        cell.calls,
        cell.conversations,
        cell.talk_seconds,
        cell.last_result,
        cell.goal_achieved,
      ].join(),
    )
    .sort()
