import { expect, test } from 'vitest'
import { foundBy } from '../../../../../src-renderer/ui/campaign/goals/found-by.ts'
import { optionsIn, takenFrom } from '../../../../../src-renderer/ui/campaign/goals/question-form.ts'

const flow = {
  goals: [],
  answers: [],
  asks: [
    {
      store: 'long_wait',
      values: [
        { value: '1', label: 'Yes' },
        { value: '2', label: 'No' },
        { value: '9', label: 'No more calls' },
      ],
    },
  ],
}

test('options are the lines that hold something, each once', () => {
  expect(optionsIn(' Morning \n\nEvening\nMorning\n')).toEqual(['Morning', 'Evening'])
})

test('keys whose label is an answer of the kind stand for it, others for themselves', () => {
  expect(takenFrom('long_wait', { is: 'yes_no' }, undefined, flow)).toEqual([
    { take: 'long_wait', as: { 1: 'Yes', 2: 'No' } },
  ])
  const form = { is: 'single_choice', options: ['no', 'Later'] } as const
  expect(takenFrom('long_wait', form, undefined, flow)).toEqual([{ take: 'long_wait', as: { 2: 'No' } }])
  expect(takenFrom('long_wait', { is: 'rating', from: 1, to: 5 }, undefined, flow)).toEqual([
    { take: 'long_wait', as: {} },
  ])
})

test('what the form does not show stays: rules on the conversation, and meanings that were given', () => {
  const spoken = { when: { is: 'opted_out' }, value: 'no' } as const
  const given = { take: 'long_wait', as: { 1: 'No', 2: 'Yes' } }
  const before = { form: { is: 'yes_no' }, rules: [given, spoken] } as const
  expect(takenFrom('long_wait', { is: 'yes_no' }, before, flow)).toEqual([given, spoken])
  expect(takenFrom('long_wait', { is: 'open' }, before, flow)).toEqual([
    { take: 'long_wait', as: { 1: 'Yes', 2: 'No', 9: 'No more calls' } },
    spoken,
  ])
  expect(takenFrom('', { is: 'yes_no' }, before, flow)).toEqual([spoken])
})

test('each goal and question says what finds it', () => {
  const rule = { when: { is: 'opted_out' }, outcome: 'achieved' } as const
  expect(foundBy({ key: 'paid', rules: [rule, rule] }, ['paid'])).toBe('Flow step “paid”, 2 rules')
  expect(foundBy({ key: 'mark', rules: [{ take: 'mark', as: {} }] }, [])).toBe('Keyed at “mark”')
  expect(foundBy({ key: 'paid', rules: [] }, ['other'])).toMatch(/^By hand only/)
})
