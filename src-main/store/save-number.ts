import type { Kysely, Updateable } from 'kysely'
import type { E164, Instant, NumberId, TrunkId } from '../domain/ids.ts'
import { type NumberStanding, onProbation, rest } from '../domain/number-rest.ts'
import { toJson } from './json.ts'
import { toStandingColumns } from './number-standing-columns.ts'
import type { NumbersTable } from './tables/lines.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

export interface NewNumber {
  readonly e164: E164
  readonly name: string
  readonly country?: string | null
  readonly area?: string
  /** IANA zone whose days count for its cap. */
  readonly zone?: string
  readonly trunk?: TrunkId | null
  readonly proof?: string
}

/** Records a caller ID; a number that is known already keeps its id and everything about it. */
export async function saveNumber(db: Db, number: NewNumber, now: Instant): Promise<NumberId> {
  const { e164, name, country = null, area = '', zone = 'UTC', trunk = null, proof = '' } = number
  const { id } = await db
    .insertInto('numbers')
    .values({ e164, name, country, area, zone, trunk_id: trunk, proof, created_at: now })
    // Nothing changes, but the known one is returned too.
    .onConflict(conflict =>
      conflict.column('e164').doUpdateSet(({ ref }) => ({ e164: ref('excluded.e164') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface NumberChange {
  readonly name?: string
  readonly zone?: string
  readonly trunk?: TrunkId | null
  readonly proof?: string
  readonly enabled?: boolean
}

export async function updateNumber(db: Db, id: NumberId, change: NumberChange): Promise<void> {
  const { trunk, enabled, ...rest } = change
  const columns: Updateable<NumbersTable> = {
    ...rest,
    ...(trunk === undefined ? {} : { trunk_id: trunk }),
    ...(enabled === undefined ? {} : { enabled: enabled ? 1 : 0 }),
  }
  if (Object.keys(columns).length > 0)
    await db.updateTable('numbers').set(columns).where('id', '=', id).execute()
}

/** One that no call was made with and no campaign shows; lists of deleted campaigns give it up. */
export async function deleteNumber(db: Db, id: NumberId): Promise<void> {
  await db.deleteFrom('campaign_numbers').where('number_id', '=', id).execute()
  await db.deleteFrom('numbers').where('id', '=', id).execute()
}

/** Excludes it from now on, by hand. @returns until when */
export async function restNumber(db: Db, id: NumberId, days: number, now: Instant): Promise<Instant> {
  const resting = rest('hand', 'Rests by hand', days, now)
  await setStanding(db, id, resting)
  return resting.until
}

/** Ends its rest: it is on probation, and its score begins anew. */
export async function bringNumberBack(db: Db, id: NumberId, now: Instant): Promise<void> {
  await setStanding(db, id, onProbation(now))
  await db.updateTable('numbers').set({ scored_from: now }).where('id', '=', id).execute()
}

const setStanding = (db: Db, id: NumberId, standing: NumberStanding) =>
  db.updateTable('numbers').set(toStandingColumns(standing)).where('id', '=', id).execute()

/** A score from elsewhere counts instead of the estimate, until it is cleared. */
export async function setScore(
  db: Db,
  id: NumberId,
  score: number,
  source: string,
  now: Instant,
): Promise<void> {
  const score_set = toJson({ score, source, at: now })
  await db.updateTable('numbers').set({ score, score_set }).where('id', '=', id).execute()
}

/** @param estimate what counts again */
export async function clearScore(db: Db, id: NumberId, estimate: number): Promise<void> {
  await db.updateTable('numbers').set({ score: estimate, score_set: null }).where('id', '=', id).execute()
}
