import { type HeatCell, heatmap } from '../../domain/heatmap/heatmap.ts'
import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { ReadOnlyFile } from '../read-only-file.ts'
import { quartersOfPlaces } from './quarters-of-places.ts'

export interface HeatmapQuery {
  readonly campaign: CampaignId
  /** IANA zone for all calls; `null`: each counts on the clock of the place it went to. */
  readonly zone: string | null
}

/** When people answer, of all calls of a campaign. */
export const readHeatmap = (file: ReadOnlyFile, { campaign, zone }: HeatmapQuery): readonly HeatCell[] =>
  zone === null ? onContactsClocks(file, campaign) : heatmap(quartersOfAll(file, campaign, zone))

function* quartersOfAll(file: ReadOnlyFile, campaign: CampaignId, zone: string) {
  const rows = file.each(
    'SELECT quarter, sum(calls), sum(people) FROM call_quarters WHERE campaign_id = ? GROUP BY quarter',
    [campaign],
  )
  for (const [quarter, calls, people] of rows)
    yield { quarter: quarter as Instant, zone, calls: calls as number, people: people as number }
}

/** What a campaign's calls before an instant came to: a year of them has half a million rows, and stands still. */
interface Past {
  readonly until: Instant
  /** Differs where calls, people, their times or places do. */
  readonly mark: string
  readonly cells: readonly HeatCell[]
}

const pasts = new WeakMap<ReadOnlyFile, Map<CampaignId, Past>>()
// A call that left before may still end, so the last days are read anew each time.
const DAYS_READ_ANEW_MS = 2 * 86_400_000
const MOST_PASTS = 50

function onContactsClocks(file: ReadOnlyFile, campaign: CampaignId): readonly HeatCell[] {
  const known = pasts.get(file) ?? new Map<CampaignId, Past>()
  pasts.set(file, known)
  const past = grown(file, campaign, known.get(campaign))
  if (known.size >= MOST_PASTS) known.clear()
  known.set(campaign, past)
  return heatmap(quartersOfPlaces(file, campaign, past.until, Number.MAX_SAFE_INTEGER), past.cells)
}

/** The past up to some days ago, counted on from what is known of it, or anew where that no longer holds. */
function grown(file: ReadOnlyFile, campaign: CampaignId, known: Past | undefined): Past {
  const last = file.column<Instant | null>('SELECT max(quarter) FROM call_quarters WHERE campaign_id = ?', [
    campaign,
  ])[0]
  const until = (last ?? 0) - DAYS_READ_ANEW_MS
  const from = known !== undefined && known.until <= until && holds(file, campaign, known) ? known : nothing
  if (until - from.until < DAYS_READ_ANEW_MS) return from
  const cells = heatmap(quartersOfPlaces(file, campaign, from.until, until), from.cells)
  return { until, mark: markOf(file, campaign, until), cells }
}

const nothing: Past = { until: 0, mark: '', cells: [] }

/** A restored backup, or calls that were played later, change what is past. */
const holds = (file: ReadOnlyFile, campaign: CampaignId, { until, mark }: Past): boolean =>
  markOf(file, campaign, until) === mark

const markOf = (file: ReadOnlyFile, campaign: CampaignId, until: Instant): string =>
  file.column<string>(
    `SELECT concat_ws(' ', sum(calls), sum(people), sum(calls * at), sum(people * at)) FROM (
       SELECT calls, people, quarter / 900000 * 31 + place_id AS at FROM call_quarters
       WHERE campaign_id = ? AND quarter < ?)`,
    [campaign, until],
  )[0] ?? ''
