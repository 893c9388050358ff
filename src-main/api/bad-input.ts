import type { ORPCError } from '@orpc/server'
import { ValidationError } from '@orpc/server'
import type { Refusal } from '../contract/values.ts'
import { refused } from './refuse.ts'

/** What zod says about one value; other validators would say at least the message. */
interface Issue {
  readonly message: string
  readonly path?: readonly unknown[] | undefined
  readonly code?: string | undefined
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly origin?: string
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
  readonly expected?: string
}

/** Groups that a form knows nothing of. */
const wrappers: ReadonlySet<unknown> = new Set(['change', 'choices'])

/** Input that does not fit its schema, as a refusal that names each field; `null`: the error is another one. */
export function badInput(error: unknown): ORPCError<'REFUSED', Refusal> | null {
  const cause = error instanceof Error ? error.cause : undefined
  const isInput = error instanceof Error && 'code' in error && error.code === 'BAD_REQUEST'
  if (!isInput || !(cause instanceof ValidationError)) return null
  return refused(badInputRefusal(problemsOf(cause.issues as readonly Issue[])))
}

export interface Problem {
  readonly field: string
  readonly text: string
}

const mostShown = 100

/** One line for each issue, the first hundred: where, and what would be right. */
export const problemsOf = (issues: readonly Issue[]): Problem[] =>
  issues
    .slice(0, mostShown)
    .flatMap(issue => {
      const path = issue.path ?? []
      return issue.code === 'unrecognized_keys'
        ? (issue.keys ?? []).slice(0, mostShown).map(key => ({
            field: fieldOf([...path, key]),
            text: 'nothing of this name exists',
          }))
        : [{ field: fieldOf(path), text: words(issue) }]
    })
    .slice(0, mostShown)

export function badInputRefusal(problems: readonly Problem[]): Refusal {
  const [first] = problems
  const where = first?.field ? `${first.field}: ` : ''
  return {
    code: 'bad_input',
    what: `${where}${first?.text ?? 'cannot be read'}.`,
    cure: 'Nothing was changed. Correct it and try again.',
    ...(first?.field ? { field: first.field } : {}),
    problems: [...problems],
  }
}

const fieldOf = (path: readonly unknown[]): string =>
  (wrappers.has(path[0]) ? path.slice(1) : path)
    .map(part => String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part))
    .join('.')

function words({ code, minimum, maximum, origin, values, expected, message }: Issue): string {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : ''
  switch (code) {
    case 'too_big':
      return `at most ${maximum}${unit}`
    case 'too_small':
      return `at least ${minimum}${unit}`
    case 'invalid_value':
      return `one of ${(values ?? []).map(value => (value === null ? 'none' : String(value))).join(', ')}`
    case 'invalid_type':
      return `${typeWords[expected ?? ''] ?? expected} is expected`
    case 'custom':
    case 'invalid_format':
      return message.startsWith('Invalid') ? 'not in the form that is expected' : message
    default:
      return message
  }
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'on or off',
  array: 'a list',
  object: 'a group of settings',
}
