import { type RawBuilder, sql } from 'kysely'
import { assertNever } from '../../domain/assert-never.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { ExclusionLine } from '../../domain/launch.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { KeptBy, WhoIsMeant } from '../../engine/ports/launch-records.ts'
import { blockedPlacesSql, onDoNotCall } from '../do-not-call-sql.ts'

/** Statuses from which a launch calls again; those skipped by hand or as a duplicate stay, whatever is chosen. */
export function calledFrom({ do: move, choices }: WhoIsMeant): readonly LeadStatus[] {
  const first: readonly LeadStatus[] = ['pending', 'retry', 'skipped']
  if (move === 'launch') return first
  const again = [...first, 'no_conversation', 'no_answer', 'failed'] as const
  return choices.rerunAll || choices.resetHistory ? [...again, 'called', 'completed'] : again
}

const list = (statuses: readonly LeadStatus[]) => sql.join(statuses.map(status => sql.lit(status)))

/** Over `leads`: whether this launch is about it. */
export const isMeant = (
  launch: WhoIsMeant,
): RawBuilder<boolean> => sql`leads.status IN (${list(calledFrom(launch))})
  AND (leads.status <> 'skipped' OR leads.skip_reason NOT IN ('manual', 'duplicate'))`

/** Over `leads` and `contacts`: whom each line that is on leaves out, in the order of the dialog. */
export function exclusions({
  choices,
}: WhoIsMeant): readonly (readonly [ExclusionLine, RawBuilder<boolean>])[] {
  const { exclude, resetHistory } = choices
  const lines: [ExclusionLine, RawBuilder<boolean>][] = []
  // What a reset clears leaves nobody out any more.
  if (exclude.refused && !resetHistory)
    lines.push([
      'refused',
      sql`(EXISTS (${optOut(sql`contacts.phone`)}) OR EXISTS (
        SELECT 1 FROM further_phones WHERE further_phones.contact_id = contacts.id
          AND EXISTS (${optOut(sql`further_phones.phone`)})))`,
    ])
  if (exclude.transferredSeconds !== null && !resetHistory)
    lines.push([
      'transferred',
      sql`ifnull(leads.transferred_ms > ${longestTransferMs(exclude.transferredSeconds)}, 0)`,
    ])
  if (exclude.successful && !resetHistory) lines.push(['successful', sql`leads.goal IS 'achieved'`])
  if (exclude.openedLink) lines.push(['opened_link', sql`contacts.opened_link = 1`])
  if (exclude.texted) lines.push(['texted', sql`contacts.texted = 1`])
  return lines
}

/** 0 means any time on the line, however short. */
const longestTransferMs = (seconds: number): number => (seconds === 0 ? -1 : seconds * 1000)

// One that an earlier launch lifted tells of a refusal all the same.
const optOut = (number: RawBuilder<unknown>) => sql`
  SELECT 1 FROM suppressions WHERE suppressions.number = ${number} AND suppressions.scope = 'campaign'
    AND ifnull(suppressions.campaign_id, 0) = leads.campaign_id`

/** Over `contacts`: the workspace keeps it out, whatever is chosen. */
export const isOnDoNotCall = (now: Instant): RawBuilder<boolean> => sql.raw(onDoNotCall(String(now)))

const blockedPlaces = sql.raw(blockedPlacesSql)

/** `leads` and `contacts` that a line may concern, found without reading the others; some may come twice. */
export function mayBeKept(
  campaign: CampaignId,
  launch: WhoIsMeant,
  by: KeptBy,
): readonly RawBuilder<unknown>[] {
  switch (by) {
    case 'numberless':
      return [ofContacts(campaign, sql`contacts`, sql`contacts.phone IS NULL`)]
    case 'refused':
      return [
        ofContacts(
          campaign,
          sql`suppressions CROSS JOIN contacts ON contacts.phone = suppressions.number`,
          sql`suppressions.campaign_id = ${campaign}`,
        ),
        ofContacts(
          campaign,
          sql`suppressions CROSS JOIN further_phones ON further_phones.phone = suppressions.number
            CROSS JOIN contacts ON contacts.id = further_phones.contact_id`,
          sql`suppressions.campaign_id = ${campaign}`,
        ),
      ]
    case 'transferred':
      return [ofLeads(campaign, launch, sql`leads.transferred_ms IS NOT NULL`)]
    case 'successful':
      return [ofLeads(campaign, launch, sql`leads.goal = 'achieved'`)]
    case 'opened_link':
      return [ofContacts(campaign, sql`contacts`, sql`contacts.opened_link = 1`)]
    case 'texted':
      return [ofContacts(campaign, sql`contacts`, sql`contacts.texted = 1`)]
    case 'do_not_call':
      return [
        ofContacts(
          campaign,
          sql`suppressions CROSS JOIN contacts ON contacts.phone = suppressions.number`,
          sql`suppressions.scope = 'all'`,
        ),
        ofContacts(
          campaign,
          sql`blocked_prefixes CROSS JOIN contacts ON contacts.phone >= blocked_prefixes.prefix
            AND contacts.phone < blocked_prefixes.prefix || ':'`,
          sql`1`,
        ),
        ofLeads(campaign, launch, sql`leads.place_id IN (${blockedPlaces})`),
        // Their next number may stand elsewhere than the first, with which a launch begins again.
        ofContacts(
          campaign,
          sql`further_phones CROSS JOIN contacts ON contacts.id = further_phones.contact_id`,
          sql`contacts.place_id IN (${blockedPlaces})`,
        ),
      ]
    default:
      return assertNever(by)
  }
}

const ofContacts = (campaign: CampaignId, from: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
  FROM ${from} CROSS JOIN leads ON leads.campaign_id = ${campaign} AND leads.contact_id = contacts.id WHERE ${where}`

const ofLeads = (campaign: CampaignId, launch: WhoIsMeant, where: RawBuilder<unknown>) => sql`
  FROM leads CROSS JOIN contacts ON contacts.id = leads.contact_id
  WHERE leads.campaign_id = ${campaign} AND leads.status IN (${list(calledFrom(launch))}) AND ${where}`
