import type { BusinessHours } from '../../domain/business-hours.ts'
import type { HoursLayer } from '../../domain/hours.ts'
import type { Instant } from '../../domain/ids.ts'
import type { Schedule } from '../../domain/schedule.ts'
import {
  merged,
  shifted,
  type WeekTimes,
  type WeighedTime,
  weekTimes,
  weighed,
  without,
} from '../../domain/week-line.ts'
import { localTime } from '../../domain/zone-clock.ts'
import type { Placed } from './placed.ts'

export interface Taken {
  /** Parts of the campaign's windows in which the law keeps so many contacts from being called. */
  readonly times: readonly WeighedTime[]
  /** By the rule that takes them: how many contacts it concerns. */
  readonly rules: readonly { readonly text: string; readonly contacts: number }[]
}

interface Hours {
  readonly at: Instant
  readonly schedule: Schedule
  readonly businessHours: BusinessHours | null
}

/** What the weekly hours of the law take from the campaign's own, on the clock on which those are read. */
export function takenByLaw(placed: readonly Placed[], { at, schedule, businessHours }: Hours): Taken {
  const own = weekTimes((businessHours ?? schedule).windows)
  const zone = (businessHours ?? schedule).zone
  const cuts = placed.map(({ calendar, contacts }) => {
    const law = calendar.filter(({ by }) => by.is === 'law')
    const layers = law.map(layer => ({
      layer,
      cut: without(own, schedule.respectContactZone ? weekTimes(layer.windows) : onClockOf(zone, layer, at)),
    }))
    return { contacts, layers: layers.filter(({ cut }) => cut.length > 0) }
  })
  return {
    times: weighed(
      cuts.flatMap(({ contacts, layers }) =>
        layers.length === 0 ? [] : [{ times: merged(layers.flatMap(({ cut }) => cut)), weight: contacts }],
      ),
    ),
    rules: byRule(cuts),
  }
}

/** The law is read where the called party is, the campaign's windows are not: as the two clocks stand now. */
const onClockOf = (zone: string, layer: HoursLayer, at: Instant): WeekTimes =>
  shifted(weekTimes(layer.windows), Math.round((localTime(zone, at) - localTime(layer.zone, at)) / 60_000))

function byRule(
  cuts: readonly { readonly contacts: number; readonly layers: readonly { readonly layer: HoursLayer }[] }[],
): Taken['rules'] {
  const rules = new Map<string, number>()
  for (const { contacts, layers } of cuts) {
    const texts = layers.flatMap(({ layer: { by } }) =>
      by.is === 'law' ? [`${by.jurisdiction}: ${by.text}`] : [],
    )
    for (const text of new Set(texts)) rules.set(text, (rules.get(text) ?? 0) + contacts)
  }
  return [...rules].map(([text, contacts]) => ({ text, contacts })).sort((a, b) => b.contacts - a.contacts)
}
