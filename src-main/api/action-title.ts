import { assertNever } from '../domain/assert-never.ts'
import type { ContactSelection } from '../domain/contact-filter.ts'
import type { ContactAction } from '../domain/job.ts'
import type { Statements } from '../store/sqlite-file.ts'
import { notFound } from './refuse.ts'

/** What an action is called where jobs are listed; refuses where what it names is not there. */
export function actionTitle(
  sql: Pick<Statements, 'first'>,
  action: ContactAction,
  selection: ContactSelection,
): string {
  const whom = 'contacts' in selection ? people(selection.contacts.length) : 'all that were selected'
  return `${words(sql, action)}: ${whom}`
}

const people = (contacts: number): string => (contacts === 1 ? '1 contact' : `${contacts} contacts`)

function words(sql: Pick<Statements, 'first'>, action: ContactAction): string {
  const name = (table: 'tags' | 'lists' | 'campaigns', id: number): string => {
    const row = sql.first<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`, id)
    if (row === undefined) throw notFound(table.slice(0, -1), id)
    return `“${row.name}”`
  }
  const tags = (ids: readonly number[]) => ids.map(id => name('tags', id)).join(', ')
  switch (action.do) {
    case 'add_tags':
      return `Add tag ${tags(action.tags)}`
    case 'remove_tags':
      return `Remove tag ${tags(action.tags)}`
    case 'add_to_list':
      return `Put into list ${name('lists', action.list)}`
    case 'remove_from_list':
      return `Take out of list ${name('lists', action.list)}`
    case 'add_to_campaign':
      return `Put into ${name('campaigns', action.campaign)}`
    case 'set_language':
      return action.language === null ? 'Remove the language' : `Set language ${action.language}`
    case 'set_zone':
      return action.zone === null ? 'Take the time zone from the number' : `Set time zone ${action.zone}`
    case 'set_field':
      return action.value === '' ? `Remove field ${action.key}` : `Set field ${action.key}`
    case 'do_not_call':
      return 'Do not call'
    case 'delete':
      return 'Delete'
    case 'retry_now':
      return `Retry now in ${name('campaigns', action.campaign)}`
    case 'skip':
      return `Skip in ${name('campaigns', action.campaign)}`
    case 'remove':
      return `Remove from ${name('campaigns', action.campaign)}`
    case 'call_first':
      return `Call first in ${name('campaigns', action.campaign)}`
    case 'set_priority':
      return `Priority ${action.priority} in ${name('campaigns', action.campaign)}`
    default:
      return assertNever(action)
  }
}
