import type { AnalyticsFilter } from '../../../../src-main/contract/analytics.ts'

export const groupings = ['number', 'trunk', 'attempt', 'version', 'list', 'zone'] as const
export type Grouping = (typeof groupings)[number]

/** What the page shows, as it stands in the address; days are dates of the campaign's zone. */
export interface AnalyticsSearch {
  readonly from?: string
  readonly to?: string
  readonly number?: readonly number[]
  readonly version?: readonly number[]
  readonly list?: number
  readonly by?: Grouping
  /** Hours by the campaign's clock instead of the contacts'. */
  readonly clock?: 'campaign'
  /** Another campaign, or an agent version of this one, to compare with. */
  readonly with?: `campaign-${number}` | `version-${number}`
}

export function parseAnalyticsSearch(raw: Record<string, unknown>): AnalyticsSearch {
  const { from, to, list, by, clock } = raw
  const number = ids(raw.number)
  const version = ids(raw.version)
  return {
    ...(isDate(from) && { from }),
    ...(isDate(to) && { to }),
    ...(number.length > 0 && { number }),
    ...(version.length > 0 && { version }),
    ...(isId(list) && { list }),
    ...(groupings.some(one => one === by) && { by: by as Grouping }),
    ...(clock === 'campaign' && { clock }),
    ...(typeof raw.with === 'string' &&
      /^(campaign|version)-[1-9]\d{0,8}$/u.test(raw.with) && {
        with: raw.with as NonNullable<AnalyticsSearch['with']>,
      }),
  }
}

/** As it is asked of the engine. */
export function filterOf(
  campaign: number,
  { from, to, number = [], version = [], list }: AnalyticsSearch,
): AnalyticsFilter {
  return {
    campaign,
    from: from ?? null,
    to: to ?? null,
    numbers: number,
    versions: version,
    list: list ?? null,
  } as unknown as AnalyticsFilter
}

export const isNarrowed = ({ from, to, number, version, list }: AnalyticsSearch): boolean =>
  [from, to, number, version, list].some(value => value !== undefined)

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0
const ids = (value: unknown): readonly number[] =>
  Array.isArray(value) ? [...new Set(value.filter(isId))].slice(0, 50) : []
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value))
