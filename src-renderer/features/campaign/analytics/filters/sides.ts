import type { AnalyticsChoices, AnalyticsFilter } from '../../../../../src-main/contract/analytics.ts'
import { text } from '../../../../text/text.ts'
import { type AnalyticsSearch, filterOf } from '../search.ts'

interface Side {
  readonly name: string
  readonly filter: AnalyticsFilter
}

const words = text.analytics.compare

/**
 * The two sides of a comparison. Another campaign is taken in the same days, whole otherwise; a version stands against
 * the others of this campaign, or against those that are chosen.
 */
export function sidesOf(
  campaign: number,
  search: AnalyticsSearch,
  other: NonNullable<AnalyticsSearch['with']>,
  { versions }: AnalyticsChoices,
  campaigns: readonly { readonly id: number; readonly name: string }[],
): { readonly a: Side; readonly b: Side } {
  const [kind, raw] = other.split('-')
  const id = Number(raw)
  const { from, to } = search
  if (kind === 'campaign')
    return {
      a: { name: words.this, filter: filterOf(campaign, search) },
      b: {
        name: campaigns.find(one => one.id === id)?.name ?? words.other,
        filter: filterOf(id, { ...(from && { from }), ...(to && { to }) }),
      },
    }
  const against = (search.version ?? versions.map(one => one.id)).filter(one => one !== id)
  const nameOf = (version: number) => {
    const known = versions.find(one => one.id === version)
    return known ? text.analytics.version(known.name, known.version) : words.other
  }
  return {
    a: {
      name: against.length > 0 ? against.map(nameOf).join(', ') : words.allVersions,
      filter: filterOf(campaign, { ...search, version: against }),
    },
    b: { name: nameOf(id), filter: filterOf(campaign, { ...search, version: [id] }) },
  }
}
