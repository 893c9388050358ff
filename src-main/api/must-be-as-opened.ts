import { isDeepStrictEqual } from 'node:util'
import { refused } from './refuse.ts'

/** What two windows may have open at once, in the words in which the second one is refused. */
const meanwhile = {
  agentNumbers: 'Somebody else chose numbers for this agent in the meantime. Nothing of yours was saved yet.',
  goal: 'Somebody else saved this goal in the meantime. Nothing of yours was saved yet.',
  list: 'Somebody else saved this list in the meantime. Nothing of yours was saved yet.',
  question: 'Somebody else saved this question in the meantime. Nothing of yours was saved yet.',
  rates: 'Somebody else saved rates or balance in the meantime. Nothing of yours was saved yet.',
  settings: 'Somebody else saved these settings in the meantime. Nothing of yours was saved yet.',
  trunk: 'Somebody else saved this trunk in the meantime. Nothing of yours was saved yet.',
} as const

type Opened<T> = { readonly [K in keyof T]?: unknown }

/**
 * Refused as `changed_meanwhile` where a part is not any more what the form was opened with; whoever does not say with
 * what replaces it. To be called within the transaction that saves it.
 */
export function mustBeAsOpened<T extends object>(
  what: keyof typeof meanwhile,
  stored: T,
  opened: Opened<T> | undefined,
  wanted: Opened<T>,
): void {
  if (opened === undefined) return
  const parts = (Object.keys(opened) as (keyof T & string)[]).filter(
    part => opened[part] !== undefined && !isDeepStrictEqual(stored[part] ?? null, opened[part]),
  )
  if (parts.length === 0) return
  throw refused({
    code: 'changed_meanwhile',
    what: meanwhile[what],
    cure: 'Look at what differs, choose, and save again.',
    changed: parts.map(field => ({
      field,
      theirs: json(stored[field]),
      ...(isDeepStrictEqual(wanted[field], opened[field]) ? {} : { yours: json(wanted[field]) }),
    })),
  })
}

type Json = NonNullable<Parameters<typeof refused>[0]['changed']>[number]['theirs']
/** Values of forms, which JSON can hold. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
