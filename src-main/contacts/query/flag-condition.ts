import type { Condition, ContactField, contactFields } from '../../domain/contact-filter.ts'
import { neverDialledCodes } from '../../numbering/never-dialled.ts'
import { neverDialledTypes } from '../../numbering/phone-type.ts'
import { blockedPlacesSql, onDoNotCall } from '../../store/do-not-call-sql.ts'
import { heldConsent } from './held-consent.ts'
import { type Asked, type Matching, matching } from './matching.ts'
import { among, anyOf, not, type Sql, sql } from './sql.ts'

export type FlagCondition = Extract<Condition, { op: 'yes' | 'no' }>
type FlagField = { [F in ContactField]: (typeof contactFields)[F] extends 'flag' ? F : never }[ContactField]

export function flagMatching({ field, op }: FlagCondition, asked: Asked): Matching {
  const yes = flags[field](asked)
  return op === 'yes' ? yes : matching(not(yes.where))
}

const flags: Readonly<Record<FlagField, (asked: Asked) => Matching>> = {
  goalAchieved: () =>
    matching(sql`contacts.goal_achieved = 1`, sql`SELECT id FROM contacts WHERE goal_achieved = 1`),
  hasConsent: ({ now }) =>
    matching(sql`${heldConsent(now)} IS NOT NULL`, sql`SELECT contact_id FROM consents`),
  optedOut: ({ now }) =>
    matching(
      hasOptedOut(now),
      sql`SELECT contacts.id FROM suppressions CROSS JOIN contacts ON contacts.phone = number WHERE ${isOptOut(now)}
        UNION ALL SELECT contact_id FROM suppressions CROSS JOIN further_phones ON phone = number WHERE ${isOptOut(now)}`,
    ),
  doNotCall: ({ now }) => matching(isOnDoNotCall(now), mayBeOnDoNotCall),
  texted: () => matching(sql`contacts.texted = 1`, sql`SELECT id FROM contacts WHERE texted = 1`),
  openedLink: () =>
    matching(sql`contacts.opened_link = 1`, sql`SELECT id FROM contacts WHERE opened_link = 1`),
  transferred: () =>
    matching(
      sql`contacts.transferred_ms IS NOT NULL`,
      sql`SELECT id FROM contacts WHERE transferred_ms IS NOT NULL`,
    ),
  hasNumber: () => matching(hasCallableNumber),
}

/** Over `contacts`: the workspace keeps its number out of every campaign. */
export const isOnDoNotCall = (now: number): Sql => {
  const text = `ifnull(${onDoNotCall('?')}, 0)`
  return { text, values: [now] }
}

const mayBeOnDoNotCall = sql`
  SELECT contacts.id FROM suppressions CROSS JOIN contacts ON contacts.phone = number WHERE scope = 'all'
  UNION ALL SELECT contacts.id FROM blocked_prefixes CROSS JOIN contacts
    ON contacts.phone >= prefix AND contacts.phone < prefix || ':'
  UNION ALL SELECT contacts.id FROM blocked_countries CROSS JOIN contacts ON contacts.country = blocked_countries.country
  UNION ALL SELECT id FROM contacts WHERE country IS NULL AND place_id IN (${{ text: blockedPlacesSql, values: [] }})`

/** Over `contacts`: the person refused, one matter or all of them, on whichever number. */
export const hasOptedOut = (now: number): Sql => sql`(
  EXISTS (SELECT 1 FROM suppressions WHERE number = contacts.phone AND ${isOptOut(now)})
  OR EXISTS (SELECT 1 FROM further_phones JOIN suppressions ON number = further_phones.phone
    WHERE contact_id = contacts.id AND ${isOptOut(now)}))`

/** Over `suppressions`: said on the telephone or to the network, or about one matter; not entered by a supervisor. */
const isOptOut = (now: number): Sql =>
  sql`(scope = 'campaign' OR source IN ('agent', 'network')) AND (expires_at IS NULL OR expires_at > ${now})`

/** Over `contacts`: its number is of a kind that is never called, whoever it belongs to. */
export const isNeverDialled: Sql = sql`(ifnull(contacts.phone_type IN ${among(neverDialledTypes)}, 0)
  OR ${anyOf(Object.keys(neverDialledCodes).map(code => sql`ifnull(contacts.phone LIKE ${`+${code}%`}, 0)`))})`

const hasCallableNumber = sql`(contacts.phone IS NOT NULL AND NOT ${isNeverDialled})`
