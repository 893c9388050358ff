import type { CalledPlace } from '../../../../src-main/contract/compliance.ts'
import { countryName } from '../../../format/phone.ts'
import { clock } from '../../../format/time.ts'
import { zoneName } from '../../../format/zone.ts'

/** Places that show the same time and the same light, as one line. */
export interface OpenPlace {
  readonly name: string
  readonly time: string
  readonly zone: string
  readonly open: boolean
  readonly changesAt: number | null
  readonly closedBy: string
  readonly contacts: number
}

const mostNamed = 2

/** Most contacts first; a number that may be in several zones is named by its country. */
export function openPlaces(places: readonly CalledPlace[], now: number): readonly OpenPlace[] {
  const groups = Map.groupBy(places, ({ zones, open, changesAt, closedBy }) =>
    [clock(now, zones[0]), open, changesAt, closedBy].join('|'),
  )
  return [...groups.values()]
    .flatMap(group => {
      const first = group[0]
      if (!first) return []
      const { zones, open, changesAt, closedBy } = first
      const names = [...new Set(group.map(nameOf))]
      return {
        name: names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : ''),
        time: clock(now, zones[0]),
        zone: zones[0] ?? 'UTC',
        open,
        changesAt,
        closedBy,
        contacts: group.reduce((sum, { contacts }) => sum + contacts, 0),
      }
    })
    .sort((a, b) => b.contacts - a.contacts)
}

const nameOf = ({ zones, country }: CalledPlace): string =>
  zones.length > 1 && country ? countryName(country) : zones.map(zoneName).join(', ')
