import type { CampaignId, ContactId, E164 } from '../../domain/ids.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { contactRow, holderOf } from './contact-row.ts'
import { type By, noteEdit } from './journal.ts'
import { type NewContact, newContact } from './new-contact.ts'
import { placeInCampaign } from './place-in-campaign.ts'
import { setFields, setName } from './set-values.ts'

/** Somebody to be called, as a list tells it. */
export interface Person extends Pick<NewContact, 'name' | 'written' | 'zone' | 'fields' | 'place'> {
  readonly phone: E164
}

/** Between two looks at what else is to be done: the store answers without leaving this turn of the event loop. */
const PEOPLE_PER_TURN = 200

/**
 * Everybody into a campaign, all of them or nobody: for lists that one transaction can take, within which it is called. A
 * number that somebody has already is that contact: its name and fields are updated, an empty one leaves what was there.
 * @returns how many were not in the campaign before; those who are never called are in it as skipped
 */
export async function addPeople(
  sql: Statements,
  campaign: CampaignId,
  people: readonly Person[],
  by: By,
): Promise<number> {
  const name = sql.first<{ name: string }>('SELECT name FROM campaigns WHERE id = ?', campaign)?.name
  if (name === undefined) throw new Error(`there is no campaign ${campaign}`)
  let added = 0
  for (const [at, person] of people.entries()) {
    if (at > 0 && at % PEOPLE_PER_TURN === 0) await new Promise(resolve => setImmediate(resolve))
    const contact =
      updated(sql, person, by) ?? newContact(sql, { ...person, further: [], language: null }, by)
    if (placeInCampaign(sql, { id: campaign, name }, contact, 'normal', by)) added += 1
  }
  return added
}

/** `null`: nobody has this number. */
function updated(sql: Statements, { phone, name, fields }: Person, by: By): ContactId | null {
  const holder = holderOf(sql, phone)
  const contact = holder && contactRow(sql, holder.id)
  if (contact === null) return null
  const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const changes = [name === '' ? null : setName(sql, contact, name), setFields(sql, contact, told)]
  noteEdit(
    sql,
    contact.id,
    by,
    changes.filter(change => change !== null),
  )
  return contact.id
}
