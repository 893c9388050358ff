import type { HistoryEntry } from '../../../src-main/contract/contacts.ts'
import { phone } from '../../format/phone.ts'
import { text } from '../../text/text.ts'

const words = text.contact.history
const { kinds } = text.contact.consent
type Change = Extract<HistoryEntry, { is: 'change' }>['change']
type Values = Extract<Change, { is: 'edited' }>['before']

/** A change in words: what was done, and for an edit what stood there before and stands there now. */
export function changeText(change: Change): { readonly what: string; readonly detail: string } {
  switch (change.is) {
    case 'added':
      return plain(words.added)
    case 'edited':
      return edited(change.before, change.after)
    case 'tagged':
      return plain(words.tagged(change.name))
    case 'untagged':
      return plain(words.untagged(change.name))
    case 'listed':
      return plain(words.listed(change.name))
    case 'unlisted':
      return plain(words.unlisted(change.name))
    case 'placed':
      return plain(words.placed(change.name))
    case 'taken_out':
      return plain(words.takenOut(change.name))
    case 'lead_changed':
      return plain(words.leadChanged[change.by](change.name))
    case 'consent_added':
      return plain(words.consentAdded(kinds[change.kind]))
    case 'consent_withdrawn':
      return plain(words.consentWithdrawn(kinds[change.kind]))
    case 'do_not_call':
      return plain(words.doNotCall(change.reason))
    case 'callable_again':
      return plain(words.callableAgain(change.reason))
    case 'merged':
      return { what: words.merged(change.name), detail: change.phone === null ? '' : phone(change.phone) }
    case 'deleted':
      return plain(words.deleted)
  }
}

const plain = (what: string) => ({ what, detail: '' })

function edited(before: Values, after: Values) {
  const parts = [...own(before, after), ...custom(before, after)]
  return {
    what: words.edited(parts.map(({ name }) => name).join(', ')),
    detail: parts.map(part => words.from(part.before, part.after)).join(', '),
  }
}

interface Part {
  readonly name: string
  readonly before: string
  readonly after: string
}

const own = (before: Values, after: Values): readonly Part[] =>
  (Object.keys(words.fields) as (keyof typeof words.fields)[])
    .filter(key => key in before || key in after)
    .map(key => ({ name: words.fields[key], before: shown(before[key]), after: shown(after[key]) }))

const custom = ({ fields: before = {} }: Values, { fields: after = {} }: Values): readonly Part[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].map(name => ({
    name,
    before: shown(before[name]),
    after: shown(after[name]),
  }))

const shown = (value: string | readonly string[] | null | undefined): string =>
  (typeof value === 'string' ? value : (value ?? []).join(', ')) || words.empty
