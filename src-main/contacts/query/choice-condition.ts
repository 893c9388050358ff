import type { Condition, contactFields, leadFields } from '../../domain/contact-filter.ts'
import { consentHolds } from './held-consent.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { among, not, type Sql, sql } from './sql.ts'

export type ChoiceCondition = Extract<Condition, { op: 'one_of' | 'none_of' }>
type Fields = typeof contactFields & typeof leadFields
type ChoiceField = { [F in keyof Fields]: Fields[F] extends 'choice' ? F : never }[keyof Fields]

export function choiceMatching({ field, op, value }: ChoiceCondition, asked: Asked): Matching {
  const { where, sources } = choices[field](among(value), asked)
  const isOne = sql`ifnull(${where}, 0)`
  return op === 'one_of' ? { where: isOne, sources } : matching(not(isOne))
}

/** By field: is one of these. May be null. */
const choices: Readonly<Record<ChoiceField, (values: Sql, asked: Asked) => Matching>> = {
  phoneType: values => matching(sql`contacts.phone_type IN ${values}`),
  country: values =>
    matching(
      sql`contacts.country IN ${values}`,
      sql`SELECT id FROM contacts INDEXED BY contacts_by_place WHERE country IN ${values}`,
    ),
  region: values => placed(sql`SELECT id FROM places WHERE country || '-' || region IN ${values}`),
  zone: values =>
    placed(
      sql`SELECT id FROM places WHERE EXISTS (SELECT 1 FROM json_each(places.zones) WHERE value IN ${values})`,
    ),
  language: values => matching(sql`contacts.language IN ${values}`),
  tag: values =>
    matching(
      sql`EXISTS (SELECT 1 FROM contact_tags WHERE tag_id IN ${values} AND contact_id = contacts.id)`,
      sql`SELECT contact_id FROM contact_tags WHERE tag_id IN ${values}`,
    ),
  list: values =>
    matching(
      sql`EXISTS (SELECT 1 FROM list_contacts WHERE list_id IN ${values} AND contact_id = contacts.id)`,
      sql`SELECT contact_id FROM list_contacts WHERE list_id IN ${values}`,
    ),
  campaign: values =>
    matching(
      sql`EXISTS (SELECT 1 FROM leads WHERE campaign_id IN ${values} AND contact_id = contacts.id)`,
      sql`SELECT contact_id FROM leads WHERE campaign_id IN ${values}`,
    ),
  lastResult: values =>
    matching(
      sql`contacts.last_result IN ${values}`,
      sql`SELECT id FROM contacts INDEXED BY contacts_by_last_result WHERE calls > 0 AND last_result IN ${values}`,
    ),
  import: values =>
    matching(sql`contacts.import_id IN ${values}`, sql`SELECT id FROM contacts WHERE import_id IN ${values}`),
  consent: (values, { now }) =>
    matching(
      sql`EXISTS (SELECT 1 FROM consents WHERE contact_id = contacts.id AND kind IN ${values} AND ${consentHolds(now)})`,
      sql`SELECT contact_id FROM consents`,
    ),
  status: (values, { campaign }) =>
    matching(
      sql`${ofLead(campaign, 'status')} IN ${values}`,
      sql`SELECT contact_id FROM leads WHERE campaign_id = ${campaign} AND status IN ${values}`,
    ),
  priority: (values, { campaign }) =>
    matching(sql`CASE ${ofLead(campaign, 'priority')} WHEN 2 THEN 'low' WHEN 1 THEN 'normal'
      WHEN 0 THEN 'high' WHEN -1 THEN 'high' END IN ${values}`),
  goal: (values, { campaign }) => matching(sql`${ofLead(campaign, 'goal')} IN ${values}`),
}

/** A column of `leads`; null where the rows are of no campaign. */
export const ofLead = (
  campaign: Asked['campaign'],
  column: 'status' | 'priority' | 'goal' | 'attempts',
): Sql => (campaign === null ? sql`NULL` : { text: `leads.${column}`, values: [] })

/** A contact's country is that of its place, or none. */
const placed = (places: Sql): Matching =>
  matching(
    sql`contacts.place_id IN (${places})`,
    sql`SELECT contacts.id FROM places CROSS JOIN contacts INDEXED BY contacts_by_place
        ON contacts.country = places.country AND contacts.place_id = places.id WHERE places.id IN (${places})
      UNION ALL SELECT id FROM contacts INDEXED BY contacts_by_place WHERE country IS NULL AND place_id IN (${places})`,
  )
