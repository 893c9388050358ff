import type { Flow, FlowStep } from '../flow.ts'
import { reachableFrom, stepOf } from '../flow-graph.ts'
import type { Goal } from './goal.ts'
import type { AnswerForm, Question } from './question.ts'

export type NewGoal = Omit<Goal, 'id' | 'archivedAt'>
export type NewQuestion = Omit<Question, 'id' | 'archivedAt'>

/** Goals and questions that an agent's flow brings along: what a new campaign with it begins with. */
export function definitionsOfFlow(flow: Flow): {
  readonly goals: readonly NewGoal[]
  readonly questions: readonly NewQuestion[]
} {
  const steps = [...reachableFrom(flow, [flow.start])].map(id => stepOf(flow, id) as FlowStep)
  const keys = new Set(steps.flatMap(step => (step.do === 'goal' ? [step.name] : [])))
  const answers = new Set(steps.flatMap(step => (step.do === 'answer' ? [step.question] : [])))
  const asked = steps.filter(step => step.do === 'ask')
  const stores = [...new Set(asked.map(({ store }) => store))].filter(store => !answers.has(store))
  return {
    goals: [...keys].map((key, at) => ({
      key,
      name: inWords(key),
      description: '',
      kind: 'other',
      isPrimary: at === 0,
      rules: [],
    })),
    questions: [
      ...[...answers].map(key => question(key, { is: 'open' as const }, [])),
      ...stores.map(store => {
        const { form, as } = formOf(
          flow,
          asked.filter(step => step.store === store),
        )
        return question(store, form, [{ take: store, as }])
      }),
    ],
  }
}

const question = (key: string, form: AnswerForm, rules: Question['rules']): NewQuestion => ({
  key,
  text: inWords(key),
  form,
  isActive: true,
  rules,
})

/** `survey_answered` → `Survey answered`. */
export const inWords = (key: string): string => {
  const words = key.replaceAll(/[_\s-]+/gu, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Ask = Extract<FlowStep, { do: 'ask' }>

/**
 * Digits are a number; two keys labelled yes and no are that; three or more keys in a row of numbers a rating; other
 * keys a choice. Keys that only refuse further calls are no answer.
 */
function formOf(
  flow: Flow,
  asks: readonly Ask[],
): { readonly form: AnswerForm; readonly as: Readonly<Record<string, string>> } {
  if (asks.some(({ digits }) => digits !== undefined))
    return { form: { is: 'data_point', type: 'number' }, as: {} }
  const choices = new Map(asks.flatMap(ask => answering(flow, ask)))
  const labels = [...choices.values()]
  if (labels.length > 0 && labels.every(label => /^(yes|no|ja|nein)$/iu.test(label)))
    return { form: { is: 'yes_no' }, as: Object.fromEntries(choices) }
  const keys = [...choices.keys()].map(Number).sort((a, b) => a - b)
  const [from = 0] = keys
  if (keys.length >= 3 && keys.every((key, at) => key === from + at))
    return { form: { is: 'rating', from, to: from + keys.length - 1 }, as: {} }
  return {
    form: { is: 'single_choice', options: [...new Set(labels)] },
    as: Object.fromEntries(choices),
  }
}

const answering = (flow: Flow, { choices }: Ask): readonly (readonly [string, string])[] =>
  Object.entries(choices ?? {}).flatMap(([key, choice]) =>
    choice && stepOf(flow, choice.next)?.do !== 'opt_out' ? [[key, choice.label] as const] : [],
  )
