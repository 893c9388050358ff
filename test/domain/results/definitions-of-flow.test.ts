import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Flow } from '../../../src-main/domain/flow.ts'
import { definitionsOfFlow } from '../../../src-main/domain/results/definitions-of-flow.ts'
import { readAnswer } from '../../../src-main/domain/results/question.ts'

const shipped = (name: string, language = 'en'): Flow =>
  JSON.parse(
    readFileSync(new URL(`../../../resources/agents/${language}/${name}.json`, import.meta.url), 'utf8'),
  )

test('the survey brings its goal and each of its questions, without the key that refuses calls', () => {
  const { goals, questions } = definitionsOfFlow(shipped('survey'))
  expect(goals).toEqual([
    {
      key: 'survey_answered',
      name: 'Survey answered',
      description: '',
      kind: 'other',
      isPrimary: true,
      rules: [],
    },
  ])
  expect(questions.map(({ key, text, form }) => ({ key, text, form }))).toEqual([
    { key: 'satisfaction', text: 'Satisfaction', form: { is: 'rating', from: 1, to: 5 } },
    { key: 'long_wait', text: 'Long wait', form: { is: 'yes_no' } },
    { key: 'recommends', text: 'Recommends', form: { is: 'yes_no' } },
  ])
  expect(questions[1]?.rules).toEqual([{ take: 'long_wait', as: { 1: 'Yes', 2: 'No' } }])
})

test('desktop.md “English, German to start with”: the German survey asks the same kinds of questions, in German', () => {
  const { goals, questions } = definitionsOfFlow(shipped('survey', 'de'))
  expect(goals).toMatchObject([{ key: 'umfrage_beantwortet', name: 'Umfrage beantwortet' }])
  expect(questions).toMatchObject([
    { text: 'Zufriedenheit', form: { is: 'rating', from: 1, to: 5 } },
    { text: 'Lange gewartet', form: { is: 'yes_no' }, rules: [{ as: { 1: 'Ja', 2: 'Nein' } }] },
    { text: 'Weiterempfehlung', form: { is: 'yes_no' } },
  ])
  expect(['Ja', 'nein'].map(said => readAnswer({ is: 'yes_no' }, said))).toEqual([true, false])
})

test('digits are a number, other keys a choice; a question with an answer step is answered by it', () => {
  const flow: Flow = {
    start: 'when',
    maxCallSeconds: 60,
    steps: {
      when: {
        do: 'ask',
        text: 'When?',
        store: 'when',
        choices: { 1: { label: 'Morning', next: 'code' }, 4: { label: 'Evening', next: 'code' } },
        waitSeconds: 5,
        tries: 1,
        onSilence: 'bye',
      },
      code: {
        do: 'ask',
        text: 'Code?',
        store: 'code',
        digits: 4,
        next: 'note',
        waitSeconds: 5,
        tries: 1,
        onSilence: 'bye',
      },
      note: { do: 'answer', question: 'reason', value: '{{code}}', next: 'bye' },
      bye: { do: 'end' },
      orphan: { do: 'goal', name: 'never', outcome: 'achieved', next: 'bye' },
    },
  }
  const { goals, questions } = definitionsOfFlow(flow)
  expect(goals).toEqual([])
  expect(questions).toMatchObject([
    { key: 'reason', form: { is: 'open' }, rules: [] },
    { key: 'when', form: { is: 'single_choice', options: ['Morning', 'Evening'] } },
    { key: 'code', form: { is: 'data_point', type: 'number' }, rules: [{ take: 'code', as: {} }] },
  ])
})
