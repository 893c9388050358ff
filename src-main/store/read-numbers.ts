import { type Kysely, sql } from 'kysely'
import type { CampaignId, E164, Instant, NumberId, TrunkId } from '../domain/ids.ts'
import type { NumberStanding } from '../domain/number-rest.ts'
import { SCORE_DAYS } from '../domain/spam-evidence.ts'
import type { SpamScore } from '../domain/spam-score.ts'
import { DAY, dateOf, localDay } from '../domain/zone-clock.ts'
import { fromJsonOrNull } from './json.ts'
import { fromStandingColumns } from './number-standing-columns.ts'
import type { Tables } from './tables.ts'

export interface StoredNumber {
  readonly id: NumberId
  readonly e164: E164
  readonly name: string
  readonly country: string | null
  readonly area: string
  readonly zone: string
  readonly trunk: { readonly id: TrunkId; readonly name: string } | null
  readonly proof: string
  readonly enabled: boolean
  readonly standing: NumberStanding
  /** 0–9, as it counts. */
  readonly score: number
  readonly estimate: { readonly of: SpamScore; readonly at: Instant } | null
  readonly set: { readonly score: number; readonly source: string; readonly at: Instant } | null
  /** Its last 7 days in its own zone, oldest first, today last. */
  readonly days: readonly DayOfNumber[]
  /** Calls that ever left under it. */
  readonly calls: number
  /** Campaigns that show it, deleted ones left out. */
  readonly campaigns: number
  /** The lowest daily cap of these that are not over; `null`: none. */
  readonly cap: number | null
}

export interface DayOfNumber {
  /** Local date: `2026-11-26`. */
  readonly day: string
  readonly calls: number
  readonly answered: number
}

/** Of one campaign, or one alone. */
export interface WhichNumbers {
  readonly campaign?: CampaignId
  readonly number?: NumberId
}

/** Caller IDs with their use, in the order in which they were added. */
export async function readNumbers(
  db: Kysely<Tables>,
  now: Instant,
  which: WhichNumbers = {},
): Promise<readonly StoredNumber[]> {
  const rows = await numberRows(db, which)
  const days = await dayRows(db, now, which)
  return rows.map(row => ({
    id: row.id,
    e164: row.e164,
    name: row.name,
    country: row.country,
    area: row.area,
    zone: row.zone,
    trunk: row.trunk_id === null ? null : { id: row.trunk_id, name: row.trunk_name ?? '' },
    proof: row.proof,
    enabled: row.enabled === 1,
    standing: fromStandingColumns(row),
    score: row.score,
    estimate: estimateOf(fromJsonOrNull(row.score_parts), row.score_at),
    set: fromJsonOrNull(row.score_set),
    days: lastDays(row.zone, now).map(day => days.get(`${row.id} ${day}`) ?? { day, calls: 0, answered: 0 }),
    calls: row.calls ?? 0,
    campaigns: row.campaigns ?? 0,
    cap: row.cap,
  }))
}

const numberRows = (db: Kysely<Tables>, which: WhichNumbers) =>
  db
    .selectFrom('numbers')
    .leftJoin('trunks', 'trunks.id', 'numbers.trunk_id')
    .where(asked(which, 'numbers.id'))
    .selectAll('numbers')
    .select(({ selectFrom }) => {
      const shows = selectFrom('campaign_numbers')
        .innerJoin('campaigns', 'campaigns.id', 'campaign_numbers.campaign_id')
        .whereRef('campaign_numbers.number_id', '=', 'numbers.id')
        .where('campaigns.deleted_at', 'is', null)
      return [
        'trunks.name as trunk_name',
        selectFrom('number_days')
          .select(({ fn }) => fn.sum<number>('calls').as('calls'))
          .whereRef('number_days.number_id', '=', 'numbers.id')
          .as('calls'),
        shows.select(({ fn }) => fn.countAll<number>().as('campaigns')).as('campaigns'),
        shows
          .where('campaigns.state', 'not in', ['completed', 'cancelled'])
          .select(sql<number | null>`min(campaigns.settings ->> '$.rotation.maxCallsPerDay')`.as('cap'))
          .as('cap'),
      ]
    })
    .orderBy('numbers.id')
    .execute()

async function dayRows(
  db: Kysely<Tables>,
  now: Instant,
  which: WhichNumbers,
): Promise<ReadonlyMap<string, DayOfNumber>> {
  const rows = await db
    .selectFrom('number_days')
    .selectAll()
    .where('day', '>=', dateOf(Math.floor(now / DAY) - SCORE_DAYS))
    .where(asked(which, 'number_id'))
    .execute()
  return new Map(
    rows.map(({ number_id, day, calls, answered }) => [`${number_id} ${day}`, { day, calls, answered }]),
  )
}

const asked = ({ campaign, number }: WhichNumbers, id: 'numbers.id' | 'number_id') => {
  const column = sql.ref(id)
  if (number !== undefined) return sql<boolean>`${column} = ${number}`
  if (campaign === undefined) return sql<boolean>`true`
  return sql<boolean>`${column} IN (SELECT number_id FROM campaign_numbers WHERE campaign_id = ${campaign})`
}

/** Local dates of the days that count, today last. */
const lastDays = (zone: string, now: Instant): readonly string[] => {
  const today = localDay(zone, now)
  return Array.from({ length: SCORE_DAYS }, (_, index) => dateOf(today - SCORE_DAYS + 1 + index))
}

const estimateOf = (score: SpamScore | null, at: Instant | null): StoredNumber['estimate'] =>
  score === null || at === null ? null : { of: score, at }
