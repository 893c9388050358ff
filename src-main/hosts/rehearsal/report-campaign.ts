import type { CampaignId, Instant } from '../../domain/ids.ts'
import { dateOf, localDay } from '../../domain/zone-clock.ts'
import type { ForecastReport } from '../../engine/forecast/forecast-report.ts'
import type { Workspace } from '../workspace.ts'
import type { CampaignRehearsal } from './campaign-rehearsal.ts'
import { judge } from './judge.ts'
import { countOutsideHours } from './outside-hours.ts'
import { readRecords } from './read-records.ts'
import { figuresOf } from './rehearsal-report.ts'

export type RehearsedFigures = Omit<
  CampaignRehearsal,
  'end' | 'forecast' | 'seconds' | 'practiceSeconds' | 'drawnFrom' | 'longestIdle'
>

/** What program and carrier wrote down about the calls of a campaign since it began. */
export async function reportCampaign(
  { store, practice, rules }: Workspace,
  campaign: CampaignId,
  forecast: ForecastReport,
  began: Instant,
): Promise<RehearsedFigures> {
  const ledger = practice.carrier()?.ledger() ?? []
  const records = await readRecords(store.db, { campaign, since: began })
  const rows = await store.db
    .selectFrom('calls')
    .innerJoin('numbers', 'numbers.id', 'calls.number_id')
    .select([
      'calls.sip_call_id',
      'calls.place_id',
      'calls.sending_at',
      'calls.answered_at',
      'calls.caller_id',
      'numbers.zone',
      'calls.cost_micros',
      'calls.currency',
      'calls.result',
      'calls.opted_out',
    ])
    .where('calls.campaign_id', '=', campaign)
    .where('calls.sending_at', '>=', began)
    .orderBy('calls.id')
    .execute()
  const { name, ended_at: endedAt } = await store.db
    .selectFrom('campaigns')
    .select(['name', 'ended_at'])
    .where('id', '=', campaign)
    .executeTakeFirstOrThrow()
  const placeOf = new Map(rows.map(row => [row.sip_call_id, row.place_id]))
  const outside = await store.transaction(tx => countOutsideHours(tx, rules, campaign, ledger, placeOf))
  const statuses = countBy(records.leads.map(({ status }) => status))
  const currency = rows.find(row => row.currency !== null)?.currency ?? forecast.cost?.currency ?? null
  return {
    name,
    contacts: forecast.contacts,
    finishAt: endedAt,
    ...figuresOf(
      rows.map(({ sending_at: at, caller_id: callerId, zone }) => ({
        at: at as Instant,
        callerId,
        day: dateOf(localDay(zone, at as Instant)),
      })),
    ),
    cost:
      currency === null ? null : { currency, micros: rows.reduce((sum, row) => sum + row.cost_micros, 0) },
    reached: statuses.completed ?? 0,
    answered: rows.filter(row => row.answered_at !== null).length,
    optOuts: rows.filter(row => row.opted_out === 1).length,
    statuses,
    byResult: countBy(rows.flatMap(({ result }) => (result === null ? [] : [result]))),
    invites: ledger.length,
    outsideHours: outside.committed ? outside.value : null,
    ...judge(ledger, records.calls, records.leads, records.leads.length),
  }
}

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
