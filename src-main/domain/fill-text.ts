import { assertNever } from './assert-never.ts'
import type { Flow, FlowStep } from './flow.ts'

const variable = /\{\{\s*([^{}\s]+)\s*\}\}/gu
const variableAndStop = new RegExp(`${variable.source}(\\.?)`, 'gu')

/** A field of a contact may hold anything; nobody listens to more than this. */
const longestValue = 200

/** Names in `{{…}}`, each once, in the order of the text. */
export const variablesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(variable)].map(found => found[1] as string)),
]

/** Puts the values in; a name without a value leaves nothing behind. A value may bring its own full stop. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  const given = (name: string) =>
    Object.hasOwn(values, name) ? (values[name] as string).slice(0, longestValue) : ''
  return text
    .replace(variableAndStop, (_, name: string, stop: string) => {
      const value = given(name).trim()
      return /[.!?]$/u.test(value) ? value : value + stop
    })
    .replace(/\s+/gu, ' ')
    .replace(/ +([.,!?;:])/gu, '$1')
    .trim()
}

/** What a step says, as written. */
export function textOf(step: FlowStep): string | null {
  switch (step.do) {
    case 'say':
    case 'ask':
      return step.text
    case 'end':
      return step.text ?? null
    case 'branch':
    case 'goal':
    case 'answer':
    case 'opt_out':
      return null
    default:
      return assertNever(step)
  }
}

/** Variables that a step reads. */
export function variablesOf(step: FlowStep): readonly string[] {
  if (step.do === 'branch') return step.on === '' ? [] : [step.on]
  return variablesIn(step.do === 'answer' ? step.value : (textOf(step) ?? ''))
}

/** Answers that the flow collects itself; they need no field of the contact. */
export const answersOf = (flow: Flow): ReadonlySet<string> =>
  new Set(Object.values(flow.steps).flatMap(step => (step.do === 'ask' ? [step.store] : [])))

/** Variables that a contact should bring along. */
export function flowVariables(flow: Flow): ReadonlySet<string> {
  const answers = answersOf(flow)
  return new Set(
    Object.values(flow.steps)
      .flatMap(variablesOf)
      .filter(name => !answers.has(name)),
  )
}
