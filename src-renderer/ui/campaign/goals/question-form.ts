import type { AnswerForm, Question, ToldByFlow } from '../../../../src-main/contract/results.ts'

/** One option per line, each once. */
export const optionsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  ),
]

/**
 * The rules of a question whose answer is what was keyed at a question of the flow: a key stands for its label where
 * the label is an answer of this kind, else for itself. Rules that a person cannot see in the form stay as they are.
 */
export function takenFrom(
  take: string,
  form: AnswerForm,
  before: Pick<Question, 'rules'> | undefined,
  { asks }: ToldByFlow,
): Question['rules'] {
  const rules = before?.rules ?? []
  const others = rules.filter(rule => !('take' in rule))
  if (take === '') return others
  const kept = rules.find(rule => 'take' in rule && rule.take === take)
  if (kept && before && isSame(before, form)) return [kept, ...others]
  const values = asks.find(({ store }) => store === take)?.values ?? []
  const as = Object.fromEntries(
    values.filter(({ label }) => fits(form, label)).map(({ value, label }) => [value, label]),
  )
  return [{ take, as }, ...others]
}

const isSame = (before: Pick<Question, 'rules'> & { readonly form?: AnswerForm }, form: AnswerForm) =>
  JSON.stringify(before.form) === JSON.stringify(form)

function fits(form: AnswerForm, label: string): boolean {
  if (form.is === 'yes_no') return /^(yes|no)$/iu.test(label)
  if ('options' in form) return form.options.some(option => option.toLowerCase() === label.toLowerCase())
  return form.is === 'open' || (form.is === 'data_point' && form.type === 'text')
}
