import type { CalledPlace, RulesReport } from '../../contract/compliance.ts'
import type { CalendarState } from '../../domain/hours.ts'
import type { Instant } from '../../domain/ids.ts'
import { changesAt } from '../changes-at.ts'
import type { Placed } from './placed.ts'

const MOST = 100

/** Places that differ only by the kind of line, and have the same light, are one line for the reader. */
export function shownPlaces(
  placed: readonly Placed[],
  campaignZone: string,
  at: Instant,
): Pick<RulesReport, 'places' | 'morePlaces'> {
  const byKey = Map.groupBy(placed, ({ place, state }) =>
    [place.country, place.region, ...place.zones, state.open, state.until].join('|'),
  )
  const all = [...byKey.values()]
    .map(group => shown(group, campaignZone, at))
    .sort((a, b) => b.contacts - a.contacts)
  const rest = all.slice(MOST)
  return {
    places: all.slice(0, MOST),
    morePlaces: { places: rest.length, contacts: rest.reduce((sum, { contacts }) => sum + contacts, 0) },
  }
}

function shown(group: readonly Placed[], campaignZone: string, at: Instant): CalledPlace {
  const [first] = group
  const place = first?.place
  return {
    country: place?.country ?? null,
    region: place?.region ?? null,
    zones: [...(place?.zones ?? [campaignZone])],
    contacts: group.reduce((sum, { contacts }) => sum + contacts, 0),
    open: first?.state.open ?? false,
    changesAt: first === undefined ? null : changesAt(first.state, at),
    closedBy: first === undefined ? '' : closedBy(first.state),
    rules: [...new Set(group.flatMap(({ law }) => law.rules.map(({ id }) => id)))].sort(),
  }
}

function closedBy({ closedBy: closing }: CalendarState): string {
  if (closing === null) return ''
  const { by } = closing.layer
  const who =
    by.is === 'law'
      ? `${by.jurisdiction}: ${by.text}`
      : by.is === 'business-hours'
        ? by.name
        : 'The campaign’s call windows'
  return closing.holiday === null ? who : `${closing.holiday}. ${who}`
}
