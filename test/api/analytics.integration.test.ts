import { expect, test } from 'vitest'
import type { CampaignId, QuestionId } from '../../src-main/domain/ids.ts'
import { aDraft, anApi, endOf } from '../make/api.ts'

const api = anApi({ demo: true })

interface Past {
  readonly at: number
  readonly result: string
  readonly times: number
  readonly goal?: string
}

/** Calls of a draft to its contacts in turn, all over. */
async function addCalls(campaign: CampaignId, pasts: readonly Past[]): Promise<void> {
  const { change, statements: sql } = api.services
  await change(async () => {
    const leads = sql.rows<{ id: number }>('SELECT id FROM leads WHERE campaign_id = ? ORDER BY id', campaign)
    for (const { at, result, times, goal } of pasts)
      for (let n = 0; n < times; n += 1)
        sql.run(
          `INSERT INTO calls (sip_call_id, campaign_id, lead_id, contact_id, run, attempt, trunk_id, number_id,
             agent_version_id, to_number, place_id, caller_id, state, reserved_at, sending_at, answered_at, ended_at,
             talk_ms, result, lead_before, goal)
           SELECT ?, ?, leads.id, contact_id, 1, 1, (SELECT min(id) FROM trunks), (SELECT min(id) FROM numbers),
             (SELECT min(id) FROM agent_versions), '', place_id, '', 'ended', ?, ?, ?, ?, ?, ?, '{}', ?
           FROM leads WHERE leads.id = ?`,
          `${campaign}-${at}-${result}-${n}`,
          campaign,
          at,
          at,
          result === 'answered' ? at : null,
          at + 30_000,
          result === 'answered' ? 30_000 : null,
          result,
          goal ?? null,
          leads[n % leads.length]?.id ?? 0,
        )
  })
}

const day = (date: number, hour: number) => Date.UTC(2026, 10, date, hour)

test('monitoring.md §2: days are those of the campaign’s zone, and a call counts on the day on which it left', async () => {
  const { id } = await aDraft(api, { name: 'Days' })
  await addCalls(id, [
    { at: day(18, 23), result: 'answered', times: 2 },
    { at: day(19, 22), result: 'busy', times: 3 },
    { at: day(19, 23), result: 'answered', times: 5 },
  ])
  const { zone, first, last, numbers } = await api.client.analytics.choices({ campaign: id })
  const local = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)
  const onDay = await api.client.analytics.calls({ campaign: id, from: '2026-11-19', to: '2026-11-19' })
  const expected = [
    [day(18, 23), 2],
    [day(19, 22), 3],
    [day(19, 23), 5],
  ] as const
  expect(onDay.total.ended).toBe(
    expected.filter(([at]) => local(at) === '2026-11-19').reduce((sum, [, calls]) => sum + calls, 0),
  )
  expect({ first, last, numbers: numbers.length }).toEqual({
    first: day(18, 23),
    last: day(19, 23),
    numbers: 1,
  })
  const all = await api.client.analytics.calls({ campaign: id })
  expect(all.total).toMatchObject({
    ended: 10,
    conversations: 7,
    humanAnswerRate: 0.7,
    averageTalkMs: 30_000,
  })
})

test('monitoring.md §2: comparison of two campaigns with a significance figure', async () => {
  const [a, b] = [await aDraft(api, { name: 'First' }), await aDraft(api, { name: 'Second' })]
  await addCalls(a.id, [
    { at: day(19, 9), result: 'answered', times: 20 },
    { at: day(19, 9), result: 'no_answer', times: 180 },
  ])
  await addCalls(b.id, [
    { at: day(19, 9), result: 'answered', times: 12 },
    { at: day(19, 9), result: 'no_answer', times: 188 },
  ])
  const { shares } = await api.client.analytics.compare({ a: { campaign: a.id }, b: { campaign: b.id } })
  const human = shares.find(({ figure }) => figure === 'humanAnswerRate')
  expect(human).toMatchObject({
    a: { part: 20, whole: 200 },
    b: { part: 12, whole: 200 },
    verdict: 'unclear',
  })
  expect(human?.p).toBeCloseTo(0.1404, 4)
  expect(shares.find(({ figure }) => figure === 'conversionRate')).toMatchObject({
    p: null,
    verdict: 'too_few',
  })
})

test('monitoring.md §2: open answers as a readable list, page by page, latest first; a correction counts', async () => {
  const { id } = await aDraft(api, { name: 'Words' })
  await addCalls(id, [{ at: day(19, 9), result: 'answered', times: 5 }])
  const { id: question } = await api.client.results.saveQuestion({
    campaign: id,
    question: { text: 'Anything else?', form: { is: 'open' }, isActive: true, rules: [] },
  })
  const { change, statements: sql } = api.services
  await change(async () => {
    for (const { call } of sql.rows<{ call: number }>(
      'SELECT id AS call FROM calls WHERE campaign_id = ?',
      id,
    ))
      sql.run(
        `INSERT INTO answers VALUES (?, ?, 'flow', ?, NULL, NULL, 0, 1)`,
        call,
        question,
        JSON.stringify(`No ${call}`),
      )
  })
  const filter = { campaign: id, from: '2026-11-01' }
  const asked = { filter, question: question as QuestionId, limit: 3 }
  const first = await api.client.analytics.answers(asked)
  const rest = await api.client.analytics.answers({ ...asked, offset: 3 })
  const all = [...first, ...rest]
  expect(all.map(({ value }) => value)).toEqual(all.map(({ call }) => `No ${call}`))
  expect(all.map(({ call }) => call)).toEqual(all.map(({ call }) => call).toSorted((a, b) => b - a))
  expect(first).toHaveLength(3)
  expect(rest).toHaveLength(2)
  const [latest] = first
  if (latest === undefined) throw new Error('no answer')
  await api.client.results.correctAnswer({
    call: latest.call,
    question: question as QuestionId,
    correction: { value: 'Better so', reason: '' },
  })
  expect((await api.client.analytics.answers(asked))[0]?.value).toBe('Better so')
})

test('what does not exist, and days that are none, are refused', async () => {
  expect(await endOf(api.client.analytics.calls({ campaign: 999 as CampaignId }))).toBe('not_found')
  const { id } = await aDraft(api, { name: 'Wrong days' })
  expect(await endOf(api.client.analytics.calls({ campaign: id, from: '2026-13-01' }))).not.toBe('done')
  expect((await api.client.analytics.calls({ campaign: id })).total).toMatchObject({
    ended: 0,
    answerRate: null,
  })
})
