import { describe, expect, test } from 'vitest'
import type { GoalId, QuestionId } from '../../../src-main/domain/ids.ts'
import { counting, findResults } from '../../../src-main/domain/results/find-results.ts'
import type { Goal } from '../../../src-main/domain/results/goal.ts'
import type { AnswerForm, Question } from '../../../src-main/domain/results/question.ts'
import type { ConversationEvent } from '../../../src-main/domain/transcript.ts'

const goal = (over: Partial<Goal> = {}): Goal => ({
  id: 1 as GoalId,
  key: 'appointment_agreed',
  name: 'Appointment agreed',
  description: '',
  kind: 'appointment',
  isPrimary: true,
  rules: [],
  archivedAt: null,
  ...over,
})

const question = (form: AnswerForm, over: Partial<Question> = {}): Question => ({
  id: 1 as QuestionId,
  key: 'content',
  text: 'How content?',
  form,
  isActive: true,
  rules: [],
  archivedAt: null,
  ...over,
})

const said = (text: string, interrupted = false): ConversationEvent => ({
  is: 'agent_said',
  atMs: 1_000,
  text,
  interrupted,
})
const reached = (
  outcome: 'achieved' | 'partially_achieved' | 'not_achieved',
  atMs = 5_000,
): ConversationEvent => ({
  is: 'goal',
  atMs,
  name: 'appointment_agreed',
  outcome,
})
const keyed = (store: string, value: string, label = value, atMs = 3_000): ConversationEvent => ({
  is: 'answer',
  atMs,
  store,
  value,
  label,
})
const spoke = (forMs: number, atMs = 2_000): ConversationEvent => ({ is: 'person_spoke', atMs, forMs })

const goalsIn = (events: readonly ConversationEvent[], ...goals: Goal[]) =>
  findResults(events, { goals, questions: [] }).goals
const answersIn = (events: readonly ConversationEvent[], ...questions: Question[]) =>
  findResults(events, { goals: [], questions }).answers

describe('agents.md §4, goals', () => {
  test('a step of the flow that means the goal by its key sets it, with the moment as evidence', () => {
    expect(goalsIn([reached('achieved')], goal())).toEqual([
      {
        goal: 1,
        source: 'flow',
        outcome: 'achieved',
        score: 100,
        evidence: { atMs: 5_000, words: 'appointment_agreed' },
      },
    ])
    expect(goalsIn([reached('achieved')], goal({ key: 'another' }))).toEqual([])
  })

  test('of several steps the best counts, whatever their order', () => {
    const [first] = goalsIn(
      [reached('partially_achieved', 1), reached('achieved', 2), reached('not_achieved', 3)],
      goal(),
    )
    expect(first).toMatchObject({ outcome: 'achieved', evidence: { atMs: 2 } })
    expect(goalsIn([reached('not_achieved')], goal())[0]).toMatchObject({ outcome: 'not_achieved', score: 0 })
  })

  test.each([
    ['keys', { is: 'answered', store: 'agreed', values: ['1'] }, keyed('agreed', '1', 'Yes'), 'Yes'],
    ['any key', { is: 'answered', store: 'agreed', values: [] }, keyed('agreed', '7', 'Other'), 'Other'],
    [
      'what the agent said',
      { is: 'said', words: 'see  you THURSDAY' },
      said('Then see you Thursday, good bye'),
      'see  you THURSDAY',
    ],
    ['how long the person spoke', { is: 'person_spoke', seconds: 4 }, spoke(4_000), 'Spoke for 4 s'],
    [
      'an opt-out',
      { is: 'opted_out' },
      { is: 'opt_out', atMs: 9, scope: 'all' },
      'Asked not to be called again',
    ],
  ] as const)('a rule on %s finds it, and says on which words it rests', (_, when, event, words) => {
    const rules = [{ when, outcome: 'partially_achieved' }] as const
    expect(goalsIn([event], goal({ rules }))).toEqual([
      {
        goal: 1,
        source: 'rule',
        outcome: 'partially_achieved',
        score: 50,
        evidence: { atMs: event.atMs, words },
      },
    ])
    expect(goalsIn([], goal({ rules }))).toEqual([])
  })

  test('words that were cut short, another key or a shorter word do not count', () => {
    const rules = (when: Goal['rules'][number]['when']) => goal({ rules: [{ when, outcome: 'achieved' }] })
    expect(goalsIn([said('Agreed', true)], rules({ is: 'said', words: 'agreed' }))).toEqual([])
    expect(goalsIn([said('Anything')], rules({ is: 'said', words: ' ' }))).toEqual([])
    expect(
      goalsIn([keyed('agreed', '2')], rules({ is: 'answered', store: 'agreed', values: ['1'] })),
    ).toEqual([])
    expect(goalsIn([spoke(1_000), spoke(2_900)], rules({ is: 'person_spoke', seconds: 4 }))).toEqual([])
  })

  test('the first rule that is true decides', () => {
    const rules = [
      { when: { is: 'opted_out' }, outcome: 'not_achieved' },
      { when: { is: 'person_spoke', seconds: 1 }, outcome: 'achieved' },
    ] as const
    const events: ConversationEvent[] = [spoke(2_000), { is: 'opt_out', atMs: 9, scope: 'all' }]
    expect(goalsIn(events, goal({ rules }))).toMatchObject([{ outcome: 'not_achieved' }])
  })

  test('an archived goal gets no new results', () =>
    expect(goalsIn([reached('achieved')], goal({ archivedAt: 1 }))).toEqual([]))

  test('flow and rule are both kept; a supervisor counts before the flow, the flow before a rule', () => {
    const rules = [{ when: { is: 'person_spoke', seconds: 1 }, outcome: 'achieved' }] as const
    const found = goalsIn([reached('not_achieved'), spoke(1_000)], goal({ rules }))
    expect(found.map(({ source }) => source)).toEqual(['flow', 'rule'])
    expect(counting(found)).toMatchObject({ source: 'flow', outcome: 'not_achieved' })
    const corrected = { ...found[0], source: 'supervisor', outcome: 'achieved' } as const
    expect(counting([...found, corrected])).toMatchObject({ source: 'supervisor' })
    expect(counting([])).toBeNull()
  })
})

describe('agents.md §4, analyses', () => {
  test.each([
    ['yes/no', { is: 'yes_no' }, '1', { 1: 'Yes', 2: 'No' }, true],
    ['yes/no', { is: 'yes_no' }, '2', { 1: 'Yes', 2: 'No' }, false],
    [
      'single choice',
      { is: 'single_choice', options: ['Morning', 'Evening'] },
      '2',
      { 2: 'evening' },
      'Evening',
    ],
    [
      'multiple choice',
      { is: 'multiple_choice', options: ['A', 'B', 'C'] },
      '4',
      { 4: 'a; C;a' },
      ['A', 'C'],
    ],
    ['open', { is: 'open' }, 'later', {}, 'later'],
    ['rating', { is: 'rating', from: 1, to: 5 }, '4', {}, 4],
    ['data point', { is: 'data_point', type: 'number' }, '4711', {}, 4711],
  ] as const)('%s: what was keyed becomes its answer', (_, form, value, as, answer) => {
    const asked = question(form, { rules: [{ take: 'asked', as }] })
    expect(answersIn([keyed('asked', value, 'label')], asked)).toEqual([
      { question: 1, source: 'rule', value: answer, evidence: { atMs: 3_000, words: 'label' } },
    ])
  })

  test.each([
    ['a choice that is none', { is: 'single_choice', options: ['Morning'] }, 'Night'],
    ['one of several that is none', { is: 'multiple_choice', options: ['A'] }, 'A;X'],
    ['a rating outside its scale', { is: 'rating', from: 1, to: 5 }, '6'],
    ['half a mark', { is: 'rating', from: 1, to: 5 }, '2.5'],
    ['neither yes nor no', { is: 'yes_no' }, 'perhaps'],
    ['no number', { is: 'data_point', type: 'number' }, '12a'],
    ['a day that does not exist', { is: 'data_point', type: 'date' }, '2026-02-30'],
    ['no address', { is: 'data_point', type: 'email' }, 'nobody'],
    ['no number to call', { is: 'data_point', type: 'phone' }, 'my mobile'],
    ['nothing', { is: 'open' }, '   '],
  ] as const)('%s is no answer', (_, form, value) => {
    expect(
      answersIn([keyed('asked', value)], question(form, { rules: [{ take: 'asked', as: {} }] })),
    ).toEqual([])
  })

  test.each([
    ['date', '2028-02-29', '2028-02-29'],
    ['email', 'Ann@Example.com', 'ann@example.com'],
    ['phone', '+49 30 231', '+49 30 231'],
    ['text', ' some words ', 'some words'],
    ['number', '-1.5', -1.5],
  ] as const)('a data point of type %s is read', (type, value, answer) => {
    const asked = question({ is: 'data_point', type }, { rules: [{ take: 'asked', as: {} }] })
    expect(answersIn([keyed('asked', value)], asked)).toMatchObject([{ value: answer }])
  })

  test('a step of the flow answers before a rule does, and the last word counts', () => {
    const event = (value: string, atMs: number) =>
      ({ is: 'analysis', atMs, question: 'content', value }) as const
    const asked = question({ is: 'rating', from: 1, to: 5 }, { rules: [{ take: 'asked', as: {} }] })
    const found = answersIn([event('2', 1), keyed('asked', '3'), event('5', 4), event('9', 5)], asked)
    expect(found).toMatchObject([
      { source: 'flow', value: 5, evidence: { atMs: 4 } },
      { source: 'rule', value: 3 },
    ])
    expect(counting(found)).toMatchObject({ value: 5 })
  })

  test('a rule on the conversation gives its own answer', () => {
    const rules = [{ when: { is: 'opted_out' }, value: 'no' }] as const
    expect(
      answersIn([{ is: 'opt_out', atMs: 7, scope: 'all' }], question({ is: 'yes_no' }, { rules })),
    ).toMatchObject([{ value: false, evidence: { atMs: 7 } }])
  })

  test('one that is off or archived gets no new answers', () => {
    const rules = [{ take: 'asked', as: {} }]
    const events = [keyed('asked', 'x')]
    expect(answersIn(events, question({ is: 'open' }, { rules, isActive: false }))).toEqual([])
    expect(answersIn(events, question({ is: 'open' }, { rules, archivedAt: 1 }))).toEqual([])
    expect(answersIn(events, question({ is: 'open' }, { rules }))).toHaveLength(1)
  })
})
