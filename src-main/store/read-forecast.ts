import type { CallResult } from '../domain/call-result.ts'
import type { ConsentRecord } from '../domain/compliance/consent.ts'
import type { Flow } from '../domain/flow.ts'
import type { CampaignId, ContactId, Instant, LeadId, PlaceId } from '../domain/ids.ts'
import type { LaunchChoices } from '../domain/launch.ts'
import { launchDefaults } from '../domain/launch.ts'
import type { LeadHold, LeadStatus } from '../domain/lead.ts'
import type { Place } from '../domain/place.ts'
import type { EarlierCall, EndedRow, ForecastLead, ForecastRows } from '../engine/forecast/forecast-rows.ts'
import type { CampaignRecord } from '../engine/ports/campaign-record.ts'
import { campaignRecord, capsOf } from './engine/campaign-records.ts'
import { type PoolRow, poolQuery, poolValues, toPoolNumber } from './engine/number-records.ts'
import { startsSince } from './engine/rule-records.ts'
import { type ForecastScope, leadsQuery, settledQuery } from './forecast-sql.ts'
import { fromJson, type Json } from './json.ts'
import type { ReadOnlyFile } from './read-only-file.ts'
import type { SqlValue, Statements } from './sqlite-file.ts'
import type { WorkspaceSettings } from './workspace-settings.ts'

const HOUR = 3_600_000
/** No cap and no pause of any rule reaches further back. */
const HISTORY_MS = 60 * 24 * HOUR
/** Calls that rates are learnt from at most: the latest. */
const MOST_LEARNT = 20_000

export interface ForecastQuery {
  readonly campaign: CampaignId
  /** Of a launch or restart; left out, a campaign at work goes on and any other one starts with the defaults. */
  readonly choices?: LaunchChoices | undefined
  readonly at: Instant
}

/** `null`: there is no such campaign. */
export function readForecast(file: ReadOnlyFile, query: ForecastQuery): ForecastRows | null {
  const { statements } = file
  const { campaign: id, at } = query
  const campaign = campaignRecord(statements as Statements, id)
  if (campaign === null) return null
  const scope = scopeOf(campaign, query)
  return {
    campaign,
    at,
    caps: capsOf(statements as Statements),
    profilesOff: profilesOff(statements),
    maxCallSeconds: maxCallSeconds(statements, campaign),
    recentStarts: startsSince(statements as Statements, id, at - HOUR),
    pool: statements.rows<PoolRow>(poolQuery, ...poolValues(id, at)).map(row => toPoolNumber(row, at)),
    places: places(statements),
    leads: () => leads(file, id, scope, at),
    settled: settled(file, id, scope),
    blockedPrefixes: statements
      .rows<{ prefix: string }>('SELECT prefix FROM blocked_prefixes')
      .map(({ prefix }) => prefix),
    blockedCountries: new Set(
      statements
        .rows<{ country: string }>('SELECT country FROM blocked_countries')
        .map(({ country }) => country),
    ),
    consents: consents(statements, id),
    earlier: () => earlier(file, id, at - HISTORY_MS),
    ended: of => ended(statements, campaign, of),
  }
}

function scopeOf({ state }: CampaignRecord, { choices }: ForecastQuery): ForecastScope {
  if (state.is === 'draft' || state.is === 'scheduled')
    return { do: 'launch', choices: choices ?? launchDefaults }
  const isAtWork = state.is === 'running' || state.is === 'draining' || state.is === 'paused'
  return isAtWork && choices === undefined
    ? { do: 'go-on' }
    : { do: 'restart', choices: choices ?? launchDefaults }
}

function profilesOff({ first }: ReadOnlyFile['statements']): readonly string[] {
  const row = first<{ value: Json<WorkspaceSettings['profiles_off']> }>(
    `SELECT value FROM settings WHERE key = 'profiles_off'`,
  )
  return row === undefined ? [] : Object.keys(fromJson(row.value))
}

function maxCallSeconds({ first }: ReadOnlyFile['statements'], { agentVersion }: CampaignRecord): number {
  const row = first<{ flow: Json<Flow> }>('SELECT flow FROM agent_versions WHERE id = ?', agentVersion)
  return row === undefined ? 0 : fromJson(row.flow).maxCallSeconds
}

function places({ rows }: ReadOnlyFile['statements']): ReadonlyMap<PlaceId, Place> {
  const all = rows<Omit<Place, 'zones'> & { id: PlaceId; zones: Json<readonly string[]> }>(
    'SELECT id, country, region, line, zones FROM places',
  )
  return new Map(all.map(({ id, zones, ...place }) => [id, { ...place, zones: fromJson(zones) }]))
}

function* leads(
  file: ReadOnlyFile,
  id: CampaignId,
  scope: ForecastScope,
  now: Instant,
): Generator<ForecastLead> {
  const { sql, parameters } = leadsQuery(id, scope, now)
  const goesOn = scope.do === 'go-on'
  for (const row of file.each(sql, parameters as readonly SqlValue[])) {
    const [lead, contact, place, phone, priority, status, readyAt, hold, attempts, unrung, suppressed] = row
    yield {
      lead: lead as LeadId,
      contact: contact as ContactId,
      place: place as PlaceId,
      phone: phone as string,
      priority: priority as number,
      isRetry: goesOn && status === 'retry',
      readyAt: goesOn ? (readyAt as Instant) : 0,
      hold: goesOn ? (hold as LeadHold | null) : null,
      attempts: goesOn ? (attempts as number) : 0,
      unrung: goesOn ? (unrung as number) : 0,
      skip: suppressed === null ? null : suppressed === 'all' ? 'dnc' : 'opted_out',
    }
  }
}

function settled(file: ReadOnlyFile, id: CampaignId, scope: ForecastScope): ForecastRows['settled'] {
  const { sql, parameters } = settledQuery(id, scope)
  const rows = file.statements.rows<{ status: LeadStatus; leads: number }>(
    sql,
    ...(parameters as readonly SqlValue[]),
  )
  return Object.fromEntries(rows.map(({ status, leads }) => [status, leads]))
}

function consents({ rows }: ReadOnlyFile['statements'], id: CampaignId): ForecastRows['consents'] {
  const all = rows<ConsentRecord & { contact: ContactId }>(
    `SELECT consents.contact_id AS contact, kind, purpose, given_at AS givenAt, expires_at AS expiresAt,
       withdrawn_at AS withdrawnAt
     FROM leads JOIN consents ON consents.contact_id = leads.contact_id WHERE leads.campaign_id = ?`,
    id,
  )
  return Map.groupBy(all, ({ contact }) => contact)
}

function* earlier(file: ReadOnlyFile, id: CampaignId, since: Instant): Generator<EarlierCall> {
  const rows = file.each(
    `SELECT leads.id, calls.lead_id = leads.id, calls.sending_at, calls.result,
       calls.opted_out = 1 OR calls.sip_code IN (607, 608)
     FROM calls INDEXED BY calls_by_start
     CROSS JOIN leads ON leads.campaign_id = ? AND leads.contact_id = calls.contact_id
     WHERE calls.sending_at >= ? AND calls.counts_as_attempt IS NOT 0 ORDER BY calls.sending_at DESC`,
    [id, since],
  )
  for (const [lead, isOwn, at, result, refused] of rows)
    yield {
      lead: lead as LeadId,
      isOwn: isOwn === 1,
      at: at as Instant,
      result: result as CallResult | null,
      refused: refused === 1,
    }
}

/** Practice people say nothing about real ones, nor these about them. */
function ended(
  { rows }: ReadOnlyFile['statements'],
  campaign: CampaignRecord,
  of: 'campaign' | 'workspace',
): readonly EndedRow[] {
  const practice = `trunk_id IS (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'practice_trunk')`
  const all = rows<Omit<EndedRow, 'counts' | 'optedOut'> & { counts: 0 | 1; optedOut: 0 | 1 }>(
    `SELECT result, failure, ifnull(sip_code, 0) AS sipCode, ifnull(counts_as_attempt, 1) AS counts,
       opted_out AS optedOut, sending_at AS sentAt, ifnull(answered_at, ended_at) - sending_at AS ringMs,
       ifnull(talk_ms, 0) AS talkMs, place_id AS place
     FROM calls ${of === 'workspace' ? 'INDEXED BY calls_ended' : 'INDEXED BY calls_of_campaign'}
     WHERE state = 'ended' AND sending_at IS NOT NULL AND result <> 'interrupted' AND ${practice} = ?
       ${of === 'campaign' ? 'AND campaign_id = ?' : ''}
     ORDER BY ${of === 'workspace' ? 'ended_at' : 'id'} DESC LIMIT ${MOST_LEARNT}`,
    campaign.trunks.length > 0 && campaign.trunks.every(({ isPractice }) => isPractice) ? 1 : 0,
    ...(of === 'campaign' ? [campaign.id] : []),
  )
  return all.map(row => ({ ...row, counts: row.counts === 1, optedOut: row.optedOut === 1 }))
}
