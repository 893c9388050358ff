import type { CampaignId, ContactId } from '../../domain/ids.ts'
import type { Priority } from '../../domain/lead.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { type By, note } from './journal.ts'
import { addLead, leadOf, priorityNumbers } from './lead-rows.ts'

export interface NamedCampaign {
  readonly id: CampaignId
  readonly name: string
}

/** A contact into a campaign, with an entry in its history. @returns `false`: it is in it already */
export function placeInCampaign(
  sql: Statements,
  { id: campaign, name }: NamedCampaign,
  contact: ContactId,
  priority: Priority,
  by: By,
): boolean {
  if (leadOf(sql, campaign, contact) !== null) return false
  const { lead, ...standing } = addLead(sql, {
    campaign,
    contact,
    priority: priorityNumbers[priority],
    now: by.at,
  })
  note(sql, contact, by, { is: 'placed', campaign, name, lead, standing })
  return true
}
