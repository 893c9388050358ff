import { quick, type ReadTable, slow } from '../contacts/read-work.ts'
import type { Purpose } from '../domain/compliance/law.ts'
import type { CampaignId, Instant } from '../domain/ids.ts'
import type { LaunchCounts } from '../engine/ports/launch-records.ts'
import type { ReadNumberDay } from '../engine/ports/number-book.ts'
import { launchCounts } from '../store/engine/launch-records.ts'
import { readNumberDay } from '../store/engine/score-inputs.ts'
import { type HealthQuery, readHealth } from '../store/health/read-health.ts'
import { type HeatmapQuery, readHeatmap } from '../store/heatmap/read-heatmap.ts'
import { readConsented, readSkipped } from '../store/read-campaign-places.ts'
import { type LeadQuery, readLeads } from '../store/read-leads.ts'
import { readOnlyDb } from '../store/read-only-db.ts'
import type { ReadOnlyFile } from '../store/read-only-file.ts'

type Asked<N extends keyof LaunchCounts> = Parameters<LaunchCounts[N]>

const countsOf = (file: ReadOnlyFile): LaunchCounts => launchCounts(readOnlyDb(file))

/** What is asked about the contacts of a campaign, all of them at once. */
export const campaignReads = {
  launchTotals: slow((file: ReadOnlyFile, asked: Asked<'totals'>) => countsOf(file).totals(...asked)),
  launchKeptBy: slow((file: ReadOnlyFile, asked: Asked<'keptBy'>) => countsOf(file).keptBy(...asked)),
  launchPlaces: slow((file: ReadOnlyFile, asked: Asked<'places'>) => countsOf(file).places(...asked)),
  launchConsented: slow((file: ReadOnlyFile, asked: Asked<'consented'>) =>
    countsOf(file).consented(...asked),
  ),
  /** Of a caller ID, for its score. */
  numberDay: slow((file: ReadOnlyFile, asked: Parameters<ReadNumberDay>) =>
    readNumberDay(file.statements, ...asked),
  ),
  leads: slow((file: ReadOnlyFile, query: LeadQuery) => readLeads(readOnlyDb(file), query)),
  heatmap: slow((file: ReadOnlyFile, query: HeatmapQuery) => readHeatmap(file, query)),
  health: quick((file: ReadOnlyFile, query: HealthQuery) => readHealth(readOnlyDb(file), query)),
  /** Contacts that will not be called, by reason. */
  skipped: slow((file: ReadOnlyFile, campaign: CampaignId) => readSkipped(readOnlyDb(file), campaign)),
  /** Waiting contacts with a consent that holds, by place. */
  consented: slow(
    (
      file: ReadOnlyFile,
      {
        campaign,
        purpose,
        at,
      }: { readonly campaign: CampaignId; readonly purpose: Purpose; readonly at: Instant },
    ) => readConsented(readOnlyDb(file), campaign, purpose, at),
  ),
} satisfies ReadTable
