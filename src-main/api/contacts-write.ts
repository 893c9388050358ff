import { implement } from '@orpc/server'
import { changedSince } from '../contacts/write/changed-since.ts'
import { addConsent, withdrawConsent } from '../contacts/write/consents.ts'
import { type ContactRow, contactRow, holderOf } from '../contacts/write/contact-row.ts'
import { editContact } from '../contacts/write/edit-contact.ts'
import { type By, note, noteEdit } from '../contacts/write/journal.ts'
import { addLead, priorityNumbers } from '../contacts/write/lead-rows.ts'
import { mergeContacts } from '../contacts/write/merge-contacts.ts'
import { newContact } from '../contacts/write/new-contact.ts'
import { addTags, tagNamed } from '../contacts/write/set-tags.ts'
import { contract } from '../contract/contract.ts'
import { editableIn, lockedBecause } from '../domain/editable.ts'
import type { CampaignId, ContactId, ListId } from '../domain/ids.ts'
import { readCampaigns } from '../store/read-campaigns.ts'
import { actor } from './actor.ts'
import { type ReadEdit, readEdit } from './contact-input.ts'
import { beingCalled, numberKnown } from './contact-refusals.ts'
import { notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.contacts).$context<Services>()

const byHand = ({ now }: Pick<Services, 'now'>): By => ({ actor, job: null, at: now() })

export const contactsWrite = {
  add: os.add.handler(async ({ input: { list, campaign, priority, ...edit }, context }) => {
    const read = readEdit(edit)
    const id = await context.change(async tx => {
      if (campaign !== null) await mustTakeContacts(tx, campaign)
      const added = addOne(context, read)
      if (list !== null) putIntoList(context, added, list)
      if (campaign !== null)
        addLead(context.statements, {
          campaign,
          contact: added,
          priority: priorityNumbers[priority],
          now: context.now(),
        })
      return added
    })
    // One that was coming to its end goes on with it; one that drains towards something else refuses, and stays.
    if (campaign !== null) {
      await context.engine.move(campaign, { do: 'refill' })
      context.engine.changed(campaign)
    }
    return { id }
  }),
  update: os.update.handler(async ({ input: { id, revision, edit }, context }) => {
    const read = readEdit(edit)
    const edited = await context.change(async () => {
      const contact = mustHave(context, id)
      if (contact.revision !== revision) throw changedMeanwhile(context, contact, revision, edit)
      const done = editContact(context.statements, contact, read, byHand(context))
      if (!('refused' in done)) return done
      if (done.refused === 'being_called') throw beingCalled(done.part, contact.name)
      const index = read.further?.indexOf(done.number) ?? -1
      throw numberKnown(done.number, done.holder, index < 0 ? 'phone' : `furtherPhones.${index}`)
    })
    context.engine.changed()
    return edited
  }),
  addConsent: os.addConsent.handler(async ({ input: { id, consent }, context }) => {
    if (consent.givenAt > context.now())
      throw refused({
        ...badConsent,
        field: 'consent.givenAt',
        what: 'It cannot have been given in the future.',
      })
    if (consent.expiresAt !== null && consent.expiresAt <= consent.givenAt)
      throw refused({ ...badConsent, field: 'consent.expiresAt', what: 'It ends before it begins.' })
    const added = await context.change(async () => {
      mustHave(context, id)
      return addConsent(context.statements, id, consent, byHand(context))
    })
    context.engine.changed()
    return { id: added }
  }),
  withdrawConsent: os.withdrawConsent.handler(async ({ input: { id, consent }, context }) => {
    await context.change(async () => {
      mustHave(context, id)
      const done = withdrawConsent(context.statements, id, consent, byHand(context))
      if (done === 'not_found') throw notFound('consent', consent)
      if (done === 'withdrawn_before')
        throw refused({
          code: 'withdrawn_before',
          what: 'This consent was withdrawn before.',
          cure: 'It stays so.',
        })
    })
    context.engine.changed()
    return {}
  }),
  merge: os.merge.handler(async ({ input: { into, from }, context }) => {
    if (into === from)
      throw refused({
        code: 'same_contact',
        what: 'That is one contact already.',
        cure: 'Choose another one.',
      })
    await context.change(async () => {
      const [stays, goes] = [mustHave(context, into), mustHave(context, from)]
      const busy = mergeContacts(context.statements, stays, goes, byHand(context))
      if (busy !== null) throw beingCalled(busy.id === into ? 'into' : 'from', busy.name)
    })
    context.engine.changed()
    return {}
  }),
}

const badConsent = { code: 'bad_consent', cure: 'Correct the date. Nothing was changed.' }

function mustHave({ statements }: Services, id: ContactId): ContactRow {
  const contact = contactRow(statements, id)
  if (contact === null) throw notFound('contact', id)
  return contact
}

function addOne(context: Services, { phone = null, further = [], tags = [], ...read }: ReadEdit): ContactId {
  const sql = context.statements
  const { name = '', written, zone = null, language = null, fields = {} } = read
  if (name === '' && phone === null && further.length === 0)
    throw refused({
      code: 'empty',
      field: 'phone',
      what: 'It has neither a name nor a number.',
      cure: 'Give one.',
    })
  for (const [index, number] of [phone, ...further].entries()) {
    const holder = number === null ? null : holderOf(sql, number)
    if (number !== null && holder !== null)
      throw numberKnown(number, holder, index === 0 ? 'phone' : `furtherPhones.${index - 1}`)
  }
  // Whoever has numbers has a first one.
  const [first = null, ...others] = phone === null ? further : [phone, ...further]
  const by = byHand(context)
  const id = newContact(sql, { name, phone: first, written, further: others, zone, language, fields }, by)
  const tagged = addTags(
    sql,
    id,
    tags.map(tag => tagNamed(sql, tag)),
  )
  noteEdit(sql, id, by, tagged)
  return id
}

function putIntoList(context: Services, contact: ContactId, id: ListId): void {
  const sql = context.statements
  const list = sql.first<{ name: string }>('SELECT name FROM lists WHERE id = ?', id)
  if (list === undefined) throw notFound('list', id)
  sql.run('INSERT INTO list_contacts (list_id, contact_id) VALUES (?, ?)', id, contact)
  note(sql, contact, byHand(context), { is: 'listed', list: id, name: list.name })
}

/** A campaign that takes contacts now. */
export async function mustTakeContacts(
  db: Parameters<typeof readCampaigns>[0],
  id: CampaignId,
): Promise<void> {
  const [campaign] = await readCampaigns(db, id)
  if (campaign === undefined) throw notFound('campaign', id)
  if (editableIn(campaign.state).includes('contacts')) return
  throw refused({
    code: 'locked',
    field: 'campaign',
    what: `“${campaign.name}” takes no more contacts, and its contacts stay as they are.`,
    cure: lockedBecause(campaign.state),
  })
}

function changedMeanwhile(
  { statements }: Services,
  contact: ContactRow,
  revision: number,
  edit: Readonly<Record<string, unknown>>,
) {
  const wanted = (part: string): unknown =>
    part.startsWith('fields.')
      ? (edit.fields as Readonly<Record<string, string>> | undefined)?.[part.slice('fields.'.length)]
      : edit[part]
  return refused({
    code: 'changed_meanwhile',
    what: 'Somebody else changed this contact in the meantime. Nothing of yours was saved yet.',
    cure: 'Look at what they changed, choose, and save again.',
    revision: contact.revision,
    changed: [...changedSince(statements, contact, revision)].map(([field, theirs]) => {
      const yours = wanted(field)
      return { field, theirs: json(theirs), ...(yours === undefined ? {} : { yours: json(yours) }) }
    }),
  })
}

type Json = NonNullable<Parameters<typeof refused>[0]['changed']>[number]['theirs']
/** Values of forms and columns, which JSON can hold. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
