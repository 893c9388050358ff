import type { HoursLayer } from '../hours.ts'
import type { Place } from '../place.ts'
import { type Schedule, weekdays } from '../schedule.ts'
import type { Holidays } from './law.ts'
import type { RuleAt } from './profile.ts'

/**
 * Hours that the law sets at a place: one layer for each rule and each zone that the called party may be in. A rule
 * that is open whenever another one is adds nothing, and is left out.
 */
export function legalHours(
  rules: readonly RuleAt[],
  place: Place,
  holidays: Holidays,
): readonly HoursLayer[] {
  const found = rules.flatMap(({ rule, profile }) => {
    if (rule.is !== 'hours') return []
    const region = profile.where.is === 'countries' ? (profile.where.region ?? place.region) : place.region
    return [{ rule, closedBy: rule.holidays && { region: rule.holidays === 'regional' ? region : null } }]
  })
  const needed = found.filter(
    (each, index) =>
      !found.some(
        (other, at) => at !== index && implies(other, each) && (at < index || !implies(each, other)),
      ),
  )
  return needed.flatMap(({ rule: { ref, windows }, closedBy }) =>
    place.zones.map(zone => ({
      zone,
      windows,
      closedOn: (date: string) =>
        closedBy && place.country !== null ? holidays(place.country, closedBy.region, date) : null,
      by: { is: 'law' as const, rule: ref.id, jurisdiction: ref.jurisdiction, text: ref.text },
    })),
  )
}

interface Hours {
  readonly rule: { readonly windows: Schedule['windows'] }
  /** Whose public holidays close it; `null`: none. */
  readonly closedBy: { readonly region: string | null } | null
}

/** Whenever `a` is open, `b` is. */
const implies = (a: Hours, b: Hours): boolean =>
  (b.closedBy === null || a.closedBy?.region === b.closedBy.region) &&
  weekdays.every(day =>
    (a.rule.windows[day] ?? []).every(inner =>
      (b.rule.windows[day] ?? []).some(outer => outer.from <= inner.from && inner.to <= outer.to),
    ),
  )
