import { implement } from '@orpc/server'
import type { HistoryItem } from '../contacts/read/history.ts'
import type { HistoryEntry } from '../contract/contacts.ts'
import { contract } from '../contract/contract.ts'
import { consentNeeds } from './consent-needs.ts'
import { contactPage } from './contact-page.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.contacts).$context<Services>()

/** What is told about contacts; everything that grows with their number is read beside the main thread. */
export const contactsRead = {
  page: os.page.handler(({ input, context, signal }) => contactPage(context, input, signal)),

  count: os.count.handler(async ({ input: { query, view: id }, context, signal }) => {
    const { reads, views, now } = context
    const view = id === undefined ? null : views.find(id, query)
    if (view === null)
      return { contacts: await reads.ask('count', { query, now: now() }, { signal }), changed: false }
    const ids = await view.ids(signal)
    return { contacts: ids.length, changed: await view.hasChanged(signal) }
  }),

  callable: os.callable.handler(async ({ input: { selection, campaign }, context, signal }) => {
    const asking = campaign === null ? null : await consentNeeds(context, campaign, signal)
    const { contacts, fresh, callable, reasons } = await context.reads.ask(
      'callable',
      { selection, campaign: asking, now: context.now() },
      { signal },
    )
    return { contacts, fresh, callable, reasons: [...reasons] }
  }),

  facets: os.facets.handler(async ({ context }) => {
    const { fields, countries, languages, zones } = await context.facets()
    return { fields: [...fields], countries: [...countries], languages: [...languages], zones: [...zones] }
  }),

  get: os.get.handler(async ({ input: { id }, context, signal }) => {
    const found = await context.reads.ask('contact', { id, now: context.now() }, { signal })
    if (found === null) throw notFound('contact', id)
    return {
      ...found,
      tags: [...found.tags],
      zones: [...found.zones],
      furtherPhones: [...found.furtherPhones],
      lists: [...found.lists],
      consents: [...found.consents],
      suppressions: [...found.suppressions],
      campaigns: [...found.campaigns],
    }
  }),

  history: os.history.handler(async ({ input: { id, before, limit }, context, signal }) => {
    const asked = { id, before: before ?? Number.MAX_SAFE_INTEGER, limit }
    const { entries, more } = await context.reads.ask('history', asked, { signal })
    return { entries: entries.map(shownEntry), more }
  }),

  duplicates: os.duplicates.handler(async ({ input: { id }, context, signal }) => [
    ...(await context.reads.ask('duplicates', { id }, { signal })),
  ]),
}

/** Without what only an undo needs. */
const shownEntry = (entry: HistoryItem): HistoryEntry => {
  if (entry.is === 'call' || entry.change.is !== 'deleted') return entry
  const { name, phone } = entry.change
  return { ...entry, change: { is: 'deleted', name, phone } }
}
