import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { WhoIsMeant } from '../engine/ports/launch-records.ts'
import { exclusions, isMeant } from './engine/launch-sql.ts'

/** Whom a forecast is about: those of a launch with its choices, or those who wait in a campaign that goes on. */
export type ForecastScope = WhoIsMeant | { readonly do: 'go-on' }

// Only writes SQL; the rows are read by whoever has the file open.
const writer = new Kysely({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: () => {
      throw new Error('nothing is connected')
    },
  },
})

const write = (query: RawBuilder<unknown>): CompiledQuery => query.compile(writer)

const isAbout = (scope: ForecastScope): RawBuilder<unknown> =>
  scope.do === 'go-on'
    ? sql`leads.status IN ('pending', 'retry', 'queued', 'dialing', 'in_call')`
    : isMeant(scope)

/** True for whom the choices leave out. */
const isLeftOut = (scope: ForecastScope): RawBuilder<unknown> => {
  const lines = scope.do === 'go-on' ? [] : exclusions(scope).map(([, applies]) => sql`(${applies})`)
  return lines.length === 0 ? sql`0` : sql`(${sql.join(lines, sql` OR `)})`
}

/** Of the number that is called next. */
const phone = sql`CASE leads.phone_position WHEN 0 THEN contacts.phone ELSE (SELECT phone FROM further_phones
  WHERE contact_id = contacts.id AND position = leads.phone_position) END`

const from = (campaign: CampaignId) => sql`FROM leads JOIN contacts ON contacts.id = leads.contact_id
  WHERE leads.campaign_id = ${campaign}`

/** Everybody who would be called, without those whom a launch leaves out. */
export const leadsQuery = (campaign: CampaignId, scope: ForecastScope, now: Instant): CompiledQuery =>
  write(sql`
  SELECT leads.id, leads.contact_id, leads.place_id, ${phone} AS phone, leads.priority, leads.status, leads.ready_at,
    leads.hold, leads.attempts, leads.unrung,
    (SELECT scope FROM suppressions WHERE suppressions.number = ${phone}
      AND (suppressions.scope = 'all' OR suppressions.campaign_id = leads.campaign_id)
      AND (suppressions.expires_at IS NULL OR suppressions.expires_at > ${now}) ORDER BY scope LIMIT 1) AS suppressed
  ${from(campaign)} AND ${isAbout(scope)} AND ${phone} IS NOT NULL AND NOT ${isLeftOut(scope)}
  ORDER BY leads.id`)

/** How many are not among those, by what they stay or become. */
export const settledQuery = (campaign: CampaignId, scope: ForecastScope): CompiledQuery =>
  write(sql`
  SELECT CASE WHEN ${isAbout(scope)} THEN 'skipped' ELSE ifnull(leads.final_status, leads.status) END AS status,
    count(*) AS leads
  ${from(campaign)} AND NOT (${isAbout(scope)} AND ${phone} IS NOT NULL AND NOT ${isLeftOut(scope)})
  GROUP BY 1`)
