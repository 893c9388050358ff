import type { CampaignStateName } from '../../domain/campaign-state.ts'
import { editableIn, lockedBecause } from '../../domain/editable.ts'
import type { CampaignId, ContactId, E164, Instant } from '../../domain/ids.ts'
import { actOnLead, type LeadAction, type LeadActionFacts } from '../../domain/lead-action.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import { JobRefused } from '../job-work.ts'
import { note } from '../write/journal.ts'
import { barred, leadOf, priorityNumbers, type StandingLead, setStanding } from '../write/lead-rows.ts'
import { placeInCampaign } from '../write/place-in-campaign.ts'
import type { ActionOf, PrepareAct } from './act.ts'

export const actAddToCampaign: PrepareAct<'add_to_campaign'> = (sql, action) => {
  const campaign = openCampaign(sql, action.campaign)
  return ({ id }, by) =>
    placeInCampaign(sql, campaign, id, action.priority, by) ? null : 'is in the campaign already'
}

export const actInCampaign: PrepareAct<'retry_now' | 'skip' | 'remove' | 'call_first' | 'set_priority'> = (
  sql,
  action,
) => {
  const { id: campaign, name } = openCampaign(sql, action.campaign)
  const wanted = leadAction(action)
  return ({ id, phone }, by) => {
    const found = leadOf(sql, campaign, id)
    if (found === null) return 'is not in the campaign'
    const acted = actOnLead(found, wanted, factsOf(sql, campaign, id, phone, found, by.at))
    if ('left' in acted) return acted.left
    const { lead, ...before } = found
    if (acted.becomes === null) {
      sql.run('DELETE FROM leads WHERE id = ?', lead)
      note(sql, id, by, { is: 'taken_out', campaign, name, lead, standing: before })
      return null
    }
    const { lead: _, ...after } = { lead, ...acted.becomes }
    setStanding(sql, lead, after)
    if (wanted.do !== 'remove')
      note(sql, id, by, { is: 'lead_changed', by: wanted.do, campaign, name, before, after })
    return null
  }
}

const leadAction = (
  action: ActionOf<'retry_now' | 'skip' | 'remove' | 'call_first' | 'set_priority'>,
): LeadAction =>
  action.do === 'set_priority'
    ? { do: 'set_priority', priority: priorityNumbers[action.priority] }
    : { do: action.do }

function factsOf(
  sql: Statements,
  campaign: CampaignId,
  contact: ContactId,
  first: E164 | null,
  lead: StandingLead,
  now: Instant,
): LeadActionFacts {
  const phone = lead.phonePosition === 0 ? first : furtherPhone(sql, contact, lead.phonePosition)
  return {
    now,
    wasCalled:
      sql.first('SELECT 1 FROM calls INDEXED BY calls_of_lead WHERE lead_id = ? LIMIT 1', lead.lead) !==
      undefined,
    hasNumber: phone !== null,
    barred: barred(sql, campaign, phone, lead.place, now),
  }
}

const furtherPhone = (sql: Statements, contact: ContactId, position: number): E164 | null =>
  sql.first<{ phone: E164 }>(
    'SELECT phone FROM further_phones WHERE contact_id = ? AND position = ?',
    contact,
    position,
  )?.phone ?? null

/** A campaign that takes contacts, and changes to them, now. */
function openCampaign(sql: Statements, id: CampaignId): { readonly id: CampaignId; readonly name: string } {
  const row = sql.first<{ name: string; state: CampaignStateName }>(
    'SELECT name, state FROM campaigns WHERE id = ? AND deleted_at IS NULL',
    id,
  )
  if (row === undefined) throw new JobRefused('The campaign was deleted.')
  const state = { is: row.state }
  if (!editableIn(state).includes('contacts')) throw new JobRefused(`“${row.name}”: ${lockedBecause(state)}`)
  return { id, name: row.name }
}
