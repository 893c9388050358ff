import type { ActivityKind } from '../../../src-main/contract/activity.ts'
import { text } from '../../text/text.ts'

export const activityKinds = Object.keys(text.activity.kinds) as ActivityKind[]

/** Days back from now. */
export const periods = { today: 1, week: 7, month: 30 } as const
export type Period = keyof typeof periods

/** What the list shows, as it stands in the address. */
export interface ActivityFilter {
  readonly search?: string
  readonly kind?: readonly ActivityKind[]
  readonly actor?: readonly string[]
  readonly period?: Period
  readonly campaign?: number
}

export function parseActivityFilter(raw: Record<string, unknown>): ActivityFilter {
  const { search, kind, actor, period, campaign } = raw
  const kinds = Array.isArray(kind)
    ? kind.filter((one): one is ActivityKind => one in text.activity.kinds)
    : []
  const actors = Array.isArray(actor) ? actor.filter((one): one is string => typeof one === 'string') : []
  return {
    // An address writes a word of digits as a number.
    ...((typeof search === 'string' || typeof search === 'number') &&
      search !== '' && { search: String(search) }),
    ...(kinds.length > 0 && { kind: kinds }),
    ...(actors.length > 0 && { actor: actors }),
    ...(typeof period === 'string' && Object.hasOwn(periods, period) && { period: period as Period }),
    ...(typeof campaign === 'number' && Number.isInteger(campaign) && campaign > 0 && { campaign }),
  }
}

/** Beginning of a period in ms UTC: today's midnight here, or so many days ago. */
export function sinceOf(period: Period, now: number): number {
  const midnight = new Date(now)
  midnight.setHours(0, 0, 0, 0)
  return midnight.getTime() - (periods[period] - 1) * 86_400_000
}
