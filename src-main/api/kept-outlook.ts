import type { CampaignOutlook } from '../contract/outlook.ts'
import type { CampaignId } from '../domain/ids.ts'
import type { ForecastReport } from '../engine/forecast/forecast-report.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { notFound } from './refuse.ts'
import type { Services } from './services.ts'

// A forecast plays a whole campaign through, which takes seconds of a processor where there are a million contacts.
const FRESH_MS = 10 * 60_000
const MOST_KEPT = 50

export interface KeptOutlook extends CampaignOutlook {
  readonly hours: ForecastReport['hours']
}

interface Kept {
  /** What it was worked out from: another launch or other settings make it anew at once. */
  readonly of: string
  readonly outlook: Promise<KeptOutlook>
  known: KeptOutlook | null
}

const kept = new WeakMap<Services['forecast'], Map<CampaignId, Kept>>()

/** The latest forecast of a campaign at work; one that has aged is shown until the next is there. */
export async function keptOutlook(
  services: Pick<Services, 'forecast' | 'now'>,
  { id, run, revision }: ListedCampaign,
): Promise<KeptOutlook> {
  const all = kept.get(services.forecast) ?? new Map<CampaignId, Kept>()
  kept.set(services.forecast, all)
  const before = all.get(id)
  const of = `${run} ${revision}`
  const isSame = before?.of === of
  const isFresh = before?.known === null || services.now() - (before?.known?.at ?? 0) < FRESH_MS
  if (before && isSame && isFresh) return before.outlook
  const next = begin(services, id, of)
  all.delete(id)
  all.set(id, next)
  const [oldest] = all.keys()
  if (all.size > MOST_KEPT && oldest !== undefined) all.delete(oldest)
  next.outlook.catch(() => all.get(id) === next && all.delete(id))
  return isSame && before.known !== null ? before.known : next.outlook
}

function begin(services: Pick<Services, 'forecast' | 'now'>, id: CampaignId, of: string): Kept {
  const entry: Kept = {
    of,
    known: null,
    outlook: services.forecast(id, undefined, { onProgress: () => {} }).then(report => {
      if ('refused' in report) throw notFound('campaign', id)
      const { finishAt, hours } = report
      entry.known = { at: services.now(), finishAt, why: finishAt === null ? 'endless' : null, hours }
      return entry.known
    }),
  }
  return entry
}
