import { afterEach, describe, expect, test } from 'vitest'
import { contactRows } from '../../src-main/contacts/read/contact-rows.ts'
import type { CallId, CampaignId, ContactId, GoalId, QuestionId } from '../../src-main/domain/ids.ts'
import type { ConversationEvent } from '../../src-main/domain/transcript.ts'
import { correctAnswer, correctGoal } from '../../src-main/store/results/correct.ts'
import { resultsOfCall } from '../../src-main/store/results/results-of-call.ts'
import {
  archiveGoal,
  saveGoal,
  saveQuestion,
  setPrimary,
} from '../../src-main/store/results/save-definitions.ts'
import { picksUp } from '../fakes/sim-dialer.ts'
import { aBench, type Bench, type BenchOptions } from '../make/engine.ts'
import { phone } from '../make/workspace.ts'

let bench: Bench
afterEach(() => bench.end())

const paid: ConversationEvent = { is: 'goal', atMs: 1_000, name: 'paid', outcome: 'achieved' }
const partly: ConversationEvent = { is: 'goal', atMs: 1_000, name: 'paid', outcome: 'partially_achieved' }
const keyed: ConversationEvent = { is: 'answer', atMs: 500, store: 'mark', value: '4', label: 'Good' }
const call = (id: number) => id as CallId

/** Three contacts: the first pays, the second partly, the third says nothing of it. */
async function given(options: BenchOptions = {}) {
  bench = await aBench({
    contacts: 3,
    answer: ({ to }) => ({
      ...picksUp,
      conversation: to === phone(0) ? [keyed, paid] : to === phone(1) ? [partly] : [],
    }),
    ...options,
  })
  const { store, campaign } = bench
  const sql = store.statements
  const made = await store.write(async () => ({
    goal: saveGoal(sql, campaign, { ...plainGoal, id: undefined }),
    question: saveQuestion(sql, campaign, { ...plainQuestion, id: undefined }),
  }))
  if (!made.committed) throw new Error('not written')
  await bench.launch()
  return made.value
}

const plainGoal = { key: 'paid', name: 'Paid', description: '', kind: 'payment', rules: [] } as const
const plainQuestion = {
  key: 'mark',
  text: 'Mark',
  form: { is: 'rating', from: 1, to: 5 },
  isActive: true,
  rules: [{ take: 'mark', as: {} }],
} as const

const within = (work: () => void) => bench.store.write(async () => work())
const by = { actor: 'I. Marlow', reason: 'Listened to it', at: 5 }

/** What the figures say against what the calls say. */
async function figures() {
  const { db, campaign } = { db: bench.store.db, campaign: bench.campaign }
  const { rolledUp } = await db
    .selectFrom('campaign_hours')
    .select(({ fn }) => fn.sum<number>('achieved').as('rolledUp'))
    .where('campaign_id', '=', campaign)
    .executeTakeFirstOrThrow()
  const calls = await db.selectFrom('calls').select('goal').where('campaign_id', '=', campaign).execute()
  const leads = await db.selectFrom('leads').select('goal').orderBy('id').execute()
  const contacts = await db.selectFrom('contacts').select('goal_achieved').orderBy('id').execute()
  expect(rolledUp).toBe(calls.filter(({ goal }) => goal === 'achieved').length)
  return {
    calls: calls.map(({ goal }) => goal),
    leads: leads.map(({ goal }) => goal),
    contacts: contacts.map(({ goal_achieved }) => goal_achieved),
  }
}

describe('agents.md §4: each result says where it came from and on which words it rests', () => {
  test('what steps and rules found is kept with the call, and shown with its evidence', async () => {
    const { goal, question } = await given()
    expect(await resultsOfCall(bench.store.db, call(1), bench.campaign)).toMatchObject({
      goals: [
        {
          goal: { id: goal, name: 'Paid', isPrimary: true },
          results: [
            { source: 'flow', outcome: 'achieved', score: 100, evidence: { atMs: 1_000, words: 'paid' } },
          ],
        },
      ],
      answers: [
        {
          question: { id: question },
          results: [{ source: 'rule', value: 4, evidence: { atMs: 500, words: 'Good' } }],
        },
      ],
    })
    expect(await figures()).toEqual({
      calls: ['achieved', 'partially_achieved', null],
      leads: ['achieved', 'partially_achieved', null],
      contacts: [1, 0, 0],
    })
  })

  test.each([
    ['up', 2, 'achieved', ['achieved', 'achieved', null], [1, 1, 0]],
    ['down', 1, 'not_achieved', ['not_achieved', 'partially_achieved', null], [0, 0, 0]],
    ['where nothing was known', 3, 'achieved', ['achieved', 'partially_achieved', 'achieved'], [1, 0, 1]],
  ] as const)(
    'a correction %s counts everywhere at once, and what it corrects stays',
    async (_, id, outcome, goals, contacts) => {
      const { goal } = await given()
      const before = await figures()
      await within(() => correctGoal(bench.store.statements, call(id), goal, { ...by, outcome, score: 80 }))
      expect(await figures()).toEqual({ calls: goals, leads: goals, contacts })
      const [shown] = (await resultsOfCall(bench.store.db, call(id), bench.campaign)).goals
      expect(shown?.results[0]).toMatchObject({
        source: 'supervisor',
        outcome,
        score: 80,
        correctedBy: 'I. Marlow',
      })
      expect(shown?.results.slice(1).map(({ source }) => source)).toEqual(id === 3 ? [] : ['flow'])
      await within(() => correctGoal(bench.store.statements, call(id), goal, null))
      expect(await figures()).toEqual(before)
    },
  )

  test('contacts.md §6: the goal score of a contact is that of what counts, also where a supervisor gave it', async () => {
    const { goal } = await given()
    const { store, campaign, clock } = bench
    const scores = () =>
      contactRows(store, {
        ids: [1, 2, 3].map(id => id as ContactId),
        campaign,
        fields: [],
        now: clock.now(),
      }).map(({ lead }) => lead?.goalScore)
    expect(scores()).toEqual([100, 50, null])
    await within(() =>
      correctGoal(store.statements, call(2), goal, { ...by, outcome: 'achieved', score: 80 }),
    )
    expect(scores()).toEqual([100, 80, null])
    await within(() => store.statements.run('DELETE FROM goal_results'))
    expect(scores(), 'of what was taken in without results').toEqual([100, 100, null])
  })

  test('a correction of a goal that is not the primary one changes no figure', async () => {
    const { goal } = await given()
    const sql = bench.store.statements
    const before = await figures()
    await within(() => {
      const other = saveGoal(sql, bench.campaign, {
        ...plainGoal,
        id: undefined,
        key: 'thanked',
        name: 'Thanked',
      })
      setPrimary(sql, bench.campaign, other)
      correctGoal(sql, call(2), goal, { ...by, outcome: 'achieved', score: 100 })
    })
    expect(await figures()).toEqual(before)
  })

  test('an answer is corrected beside the one that was found', async () => {
    const { question } = await given()
    const shown = async () =>
      (await resultsOfCall(bench.store.db, call(1), bench.campaign)).answers[0]?.results
    await within(() => correctAnswer(bench.store.statements, call(1), question, { ...by, value: 2 }))
    expect(await shown()).toMatchObject([
      { source: 'supervisor', value: 2, evidence: { words: 'Listened to it' } },
      { source: 'rule', value: 4 },
    ])
    await within(() => correctAnswer(bench.store.statements, call(1), question, null))
    expect(await shown()).toMatchObject([{ source: 'rule', value: 4 }])
  })
})

describe('agents.md §4, goals: one primary, any number of secondary; archive and restore', () => {
  const goals = async (campaign: CampaignId) => {
    const rows = await bench.store.db
      .selectFrom('goals')
      .select(['key', 'is_primary as primary'])
      .where('campaign_id', '=', campaign)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .execute()
    return rows.map(({ key, primary }) => `${key}${primary ? ' *' : ''}`)
  }

  test('the first open one is primary, an archived one hands that on, and gets no new results', async () => {
    const { goal } = await given({ contacts: 1 })
    const sql = bench.store.statements
    let second = 0 as GoalId
    await within(() => {
      second = saveGoal(sql, bench.campaign, { ...plainGoal, id: undefined, key: 'thanked', name: 'Thanked' })
    })
    expect(await goals(bench.campaign)).toEqual(['paid *', 'thanked'])
    await within(() => archiveGoal(sql, bench.campaign, goal, 1))
    expect(await goals(bench.campaign)).toEqual(['thanked *'])
    await within(() => archiveGoal(sql, bench.campaign, goal, null))
    expect(await goals(bench.campaign)).toEqual(['paid', 'thanked *'])
    await within(() => setPrimary(sql, bench.campaign, goal))
    expect(await goals(bench.campaign)).toEqual(['paid *', 'thanked'])
    await within(() => {
      archiveGoal(sql, bench.campaign, goal, 1)
      archiveGoal(sql, bench.campaign, second, 1)
    })
    expect(await goals(bench.campaign)).toEqual([])
    // What it found before it was archived stays.
    expect((await resultsOfCall(bench.store.db, call(1), bench.campaign)).goals).toMatchObject([
      { goal: { id: goal }, results: [{ outcome: 'achieved' }] },
    ])
  })

  test('a name that steps use stands for one goal of the campaign only', async () => {
    await given({ contacts: 1 })
    await expect(
      bench.store.write(async () =>
        saveQuestion(bench.store.statements, bench.campaign, {
          ...plainQuestion,
          id: undefined as QuestionId | undefined,
        }),
      ),
    ).rejects.toThrow(/UNIQUE/)
  })
})
