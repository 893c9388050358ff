import type { Kysely } from 'kysely'
import type { E164, Instant, NumberId } from '../domain/ids.ts'
import type { Tables } from './tables.ts'

export interface StoredNumber {
  readonly id: NumberId
  readonly e164: E164
  readonly name: string
  readonly callsToday: number
  readonly calls: number
  readonly campaigns: number
}

/** Caller IDs with their use. @param today first instant of the workspace's day */
export async function readNumbers(db: Kysely<Tables>, today: Instant): Promise<readonly StoredNumber[]> {
  const [numbers, use] = await Promise.all([
    db
      .selectFrom('numbers')
      .select(({ selectFrom }) => [
        'numbers.id',
        'numbers.e164',
        'numbers.name',
        selectFrom('campaign_numbers')
          .select(({ fn }) => fn.countAll<number>().as('campaigns'))
          .whereRef('campaign_numbers.number_id', '=', 'numbers.id')
          .as('campaigns'),
      ])
      .orderBy('numbers.id')
      .execute(),
    db
      .selectFrom('calls')
      .select(({ fn, eb }) => [
        'number_id',
        fn.countAll<number>().as('calls'),
        fn.sum<number>(eb.case().when('sending_at', '>=', today).then(1).else(0).end()).as('calls_today'),
      ])
      .where('sending_at', 'is not', null)
      .groupBy('number_id')
      .execute(),
  ])
  const byNumber = new Map(use.map(row => [row.number_id, row]))
  return numbers.map(({ id, e164, name, campaigns }) => ({
    id,
    e164,
    name,
    calls: byNumber.get(id)?.calls ?? 0,
    callsToday: byNumber.get(id)?.calls_today ?? 0,
    campaigns: campaigns ?? 0,
  }))
}
