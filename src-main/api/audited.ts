import type { Kysely } from 'kysely'
import type { Instant } from '../domain/ids.ts'
import { addAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { actor } from './actor.ts'

/** One entry of the audit log: each part that differs, as JSON of [before, after]. Within the change's transaction. */
export async function audited(
  db: Kysely<Tables>,
  { action, subject, reason = '' }: { action: string; subject: string; reason?: string },
  before: object,
  after: object,
  now: Instant,
): Promise<void> {
  const from = new Map(Object.entries(before))
  const to = new Map(Object.entries(after))
  const parts = [...new Set([...from.keys(), ...to.keys()])]
  const changed = parts.flatMap(part => {
    const values = [from.get(part) ?? null, to.get(part) ?? null]
    return JSON.stringify(values[0]) === JSON.stringify(values[1]) ? [] : [[part, JSON.stringify(values)]]
  })
  const detail = { ...Object.fromEntries(changed), ...(reason === '' ? {} : { reason }) }
  await addAudit(db, { actor, action, subject, detail }, now)
}
