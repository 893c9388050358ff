import type { CampaignId } from '../domain/ids.ts'
import type { ReadOnlyFile } from './read-only-file.ts'

export type FoundCampaign =
  | { readonly is: 'found'; readonly id: CampaignId; readonly name: string }
  /** The names that come closest, best first. */
  | { readonly is: 'unknown'; readonly nearest: readonly string[] }

const MOST_NEAREST = 3

/** By name, whatever its case. */
export function findCampaign({ statements }: ReadOnlyFile, name: string): FoundCampaign {
  const campaigns = statements.rows<{ id: CampaignId; name: string }>(
    'SELECT id, name FROM campaigns WHERE deleted_at IS NULL',
  )
  const wanted = name.trim().toLowerCase()
  const found = campaigns.find(campaign => campaign.name.toLowerCase() === wanted)
  if (found) return { is: 'found', ...found }
  const nearest = campaigns
    .map(campaign => ({ name: campaign.name, far: distance(campaign.name.toLowerCase(), wanted) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, MOST_NEAREST)
    .map(campaign => campaign.name)
  return { is: 'unknown', nearest }
}

/** Letters to add, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          (above[j] as number) + 1,
          (row[j - 1] as number) + 1,
          (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
  }
  return row[b.length] as number
}
