import { type Sql, sql } from './sql.ts'

/** Over `consents`: it counts now; a withdrawal ends every older one that it is about. See `domain/compliance/consent`. */
export const consentHolds = (now: number): Sql => sql`given_at <= ${now}
  AND (expires_at IS NULL OR expires_at > ${now})
  AND NOT EXISTS (SELECT 1 FROM consents ended WHERE ended.contact_id = contacts.id
    AND ended.withdrawn_at <= ${now} AND ended.withdrawn_at >= consents.given_at
    AND (ended.purpose IS NULL OR ended.purpose IS consents.purpose))`

/** Over `contacts`: the kind of the strongest consent that counts now, whatever it is for; null: none is on file. */
export const heldConsent = (now: number): Sql => sql`(SELECT kind FROM consents
  WHERE contact_id = contacts.id AND ${consentHolds(now)}
  ORDER BY CASE kind WHEN 'express_written' THEN 0 WHEN 'express' THEN 1 ELSE 2 END LIMIT 1)`
