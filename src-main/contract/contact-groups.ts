import { oc } from '@orpc/contract'
import { z } from 'zod'
import { contactFilter } from './contact-query.ts'
import { job } from './jobs.ts'
import { errors, instant, listId, segmentId, shownName, tagId } from './values.ts'

const procedure = oc.errors(errors)

export const contactList = z.object({
  id: listId,
  name: z.string(),
  notes: z.string(),
  contacts: z.int(),
  changedAt: instant,
})
export type ContactList = z.infer<typeof contactList>

export const segment = z.object({
  id: segmentId,
  name: z.string(),
  filter: contactFilter,
  revision: z.int(),
  changedAt: instant,
})
export type Segment = z.infer<typeof segment>

const name = shownName(120)
const listForm = z.object({ name, notes: z.string().max(2000).default('') })
export const lists = {
  all: procedure.output(z.array(contactList)),
  /** Without an id a new one; refused as `changed_meanwhile` where it is not any more as it was opened. */
  save: procedure
    .input(listForm.extend({ id: listId.optional(), opened: listForm.optional() }))
    .output(z.object({ id: listId })),
  /** In the background; its contacts stay. Can be taken back. */
  remove: procedure.input(z.object({ id: listId })).output(job),
}

export const segments = {
  all: procedure.output(z.array(segment)),
  save: procedure
    .input(z.object({ id: segmentId.optional(), revision: z.int().optional(), name, filter: contactFilter }))
    .output(z.object({ id: segmentId, revision: z.int() })),
  remove: procedure.input(z.object({ id: segmentId })).output(z.object({})),
}

export const tags = {
  /** With how many contacts have each, most used first. */
  all: procedure.output(z.array(z.object({ id: tagId, name: z.string(), contacts: z.int() }))),
  /** Finds or makes one. */
  save: procedure
    .input(z.object({ id: tagId.optional(), name: shownName(100) }))
    .output(z.object({ id: tagId })),
  /** In the background; its contacts stay. Can be taken back. */
  remove: procedure.input(z.object({ id: tagId })).output(job),
}
