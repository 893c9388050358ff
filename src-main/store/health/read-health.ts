import type { Kysely, Selectable } from 'kysely'
import { hourOf } from '../../domain/figures.ts'
import type { CallsWithin, HealthFacts } from '../../domain/health/facts.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import { numberHold, roomToday } from '../../domain/rotation.ts'
import { dayEnd } from '../../domain/zone-clock.ts'
import { readNumbers } from '../read-numbers.ts'
import { type Rotation, readRotation } from '../read-rotation.ts'
import type { CampaignHoursTable } from '../tables/campaigns.ts'
import type { Tables } from '../tables.ts'

export interface HealthQuery {
  readonly campaign: CampaignId
  readonly now: Instant
}

/** What the rows say for the advisor. */
export type HealthRows = Pick<HealthFacts, 'lately' | 'day' | 'before' | 'numbers'>

const HOUR = 3_600_000
const DAY = 24 * HOUR
const DAYS_BEFORE = 7

/** `null`: there is no such campaign. */
export async function readHealth(
  db: Kysely<Tables>,
  { campaign, now }: HealthQuery,
): Promise<HealthRows | null> {
  const rotation = await readRotation(db, campaign, now)
  if (rotation === null) return null
  const dayBegan = hourOf(now - DAY)
  const hours = await db
    .selectFrom('campaign_hours')
    .selectAll()
    .where('campaign_id', '=', campaign)
    .where('hour', '>=', dayBegan - DAYS_BEFORE * DAY)
    .execute()
  return {
    lately: within(hours, hourOf(now - HOUR), now),
    day: within(hours, dayBegan, now),
    before: within(hours, dayBegan - DAYS_BEFORE * DAY, dayBegan - 1),
    numbers: await numbersOf(db, campaign, rotation, now),
  }
}

type Hour = Selectable<CampaignHoursTable>

function within(rows: readonly Hour[], since: Instant, until: Instant): CallsWithin {
  const counted = rows.filter(({ hour }) => hour >= since && hour <= until)
  const sum = (of: (row: Hour) => number) => counted.reduce((all, row) => all + of(row), 0)
  const calls = (result: Hour['result']) => sum(row => (row.result === result ? row.calls : 0))
  return {
    since,
    ended: sum(row => row.calls),
    people: calls('answered'),
    failed: calls('failed'),
    costMicros: sum(row => row.cost_micros),
    hours: new Set(counted.map(({ hour }) => hour)).size,
  }
}

async function numbersOf(
  db: Kysely<Tables>,
  campaign: CampaignId,
  { pool, settings }: Rotation,
  now: Instant,
): Promise<HealthRows['numbers']> {
  const stored = new Map((await readNumbers(db, now, { campaign })).map(number => [number.id, number]))
  const usable = pool.filter(number => numberHold(number, settings, now)?.is !== 'off')
  return {
    room: pool.reduce((sum, number) => sum + roomToday(number, settings, now), 0),
    until: Math.min(now + DAY, ...usable.map(({ zone }) => dayEnd(zone, now))),
    spamThreshold: settings.spamThreshold,
    inUse: usable
      .filter(({ standing }) => standing.is !== 'resting')
      .map(({ id, e164, score }) => ({ id, e164, score, most: strongest(stored.get(id)) })),
  }
}

function strongest(number: Awaited<ReturnType<typeof readNumbers>>[number] | undefined) {
  if (!number?.estimate || number.set !== null) return null
  const [most] = number.estimate.of.parts.toSorted((a, b) => b.weight * b.strength - a.weight * a.strength)
  return most === undefined || most.strength === 0 ? null : { signal: most.signal, seen: most.seen }
}
