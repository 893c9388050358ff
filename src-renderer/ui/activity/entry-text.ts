import type { ActivityEntry } from '../../../src-main/contract/activity.ts'
import { bytes } from '../../format/bytes.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'
import { shownValue } from '../campaign/form/shown-value.ts'

const words = text.activity

/** Who did it. */
export const actorName = (actor: string): string => words.actors[actor] ?? actor

/** What was done. */
export const actionName = (action: string): string => words.actions[action] ?? plain(action)

/** The thing by its name, else by what it is. */
export function subjectName({ kind, id, name }: ActivityEntry['subject']): string {
  if (kind === 'number' && name !== '') return phone(name)
  if (name !== '') return name
  const what = words.subjects[kind] ?? plain(kind)
  return id === null ? what : `${what} ${id}`
}

/** `settings.maxRetries` → Further attempts; what has no words of its own is written out. */
export const partName = (part: string): string =>
  text.settings.names[part] ?? words.parts[part] ?? plain(part)

export const changedValue = (part: string, value: unknown): string => {
  if (value === null || value === '') return words.nothing
  if (part === 'state' && Object.hasOwn(text.words.campaigns, String(value)))
    return text.words.campaigns[value as keyof typeof text.words.campaigns]
  if (part === 'reason' && Object.hasOwn(text.words.pauses, String(value)))
    return text.words.pauses[value as keyof typeof text.words.pauses]
  if (part === 'outcome') return text.told(String(value))
  if (part.endsWith('Bytes')) return bytes(Number(value))
  return shownValue(part, value)
}

/** All changes and notes in one line. */
export const summary = ({ changes, notes }: ActivityEntry): string =>
  [
    ...changes.map(({ part, before, after }) =>
      words.fromTo(partName(part), changedValue(part, before), changedValue(part, after)),
    ),
    ...notes
      .filter(({ name }) => name !== 'revision')
      .map(({ name, value }) => words.noted(partName(name), changedValue(name, value))),
  ].join(' · ')

/** `maxCalls` → Max calls, `do_not_call.add` → Do not call add. */
function plain(name: string): string {
  const spaced = name
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
