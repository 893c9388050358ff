import type { ContactDetail, ContactEdit } from '../../../src-main/contract/contacts.ts'

/** A contact as its form shows it. */
export interface ContactForm {
  readonly name: string
  readonly phone: string
  /** One per line. */
  readonly furtherPhones: string
  /** Empty: follows from the number. */
  readonly zone: string
  readonly language: string
  readonly tags: readonly string[]
  readonly fields: readonly { readonly name: string; readonly value: string }[]
}

export const formOf = (contact: ContactDetail): ContactForm => ({
  name: contact.name,
  phone: contact.phone ?? '',
  furtherPhones: contact.furtherPhones.map(({ phone }) => phone).join('\n'),
  zone: contact.zone ?? '',
  language: contact.language ?? '',
  tags: contact.tags.map(({ name }) => name),
  fields: Object.entries(contact.fields).map(([name, value]) => ({ name, value })),
})

/** What differs between the form as it was opened and as it is now; a field that is gone or renamed is emptied. */
export function editOf(start: ContactForm, form: ContactForm): ContactEdit {
  const edit: ContactEdit = {}
  if (form.name !== start.name) edit.name = form.name.trim()
  if (form.phone !== start.phone) edit.phone = form.phone.trim()
  if (form.furtherPhones !== start.furtherPhones)
    edit.furtherPhones = form.furtherPhones
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
  if (form.zone !== start.zone) edit.zone = form.zone || null
  if (form.language !== start.language) edit.language = form.language.trim() || null
  if (form.tags.join('\n') !== start.tags.join('\n')) edit.tags = [...form.tags]
  const fields = changedFields(start.fields, form.fields)
  if (Object.keys(fields).length > 0) edit.fields = fields
  return edit
}

function changedFields(start: ContactForm['fields'], now: ContactForm['fields']): Record<string, string> {
  const named = now.filter(({ name }) => name.trim() !== '')
  const kept = new Map(named.map(({ name, value }) => [name.trim(), value]))
  const before = new Map(start.map(({ name, value }) => [name, value]))
  const gone = start.filter(({ name }) => !kept.has(name)).map(({ name }) => [name, ''] as const)
  const changed = [...kept].filter(([name, value]) => before.get(name) !== value)
  return Object.fromEntries([...gone, ...changed])
}
