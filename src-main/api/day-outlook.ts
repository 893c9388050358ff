import { DateTime } from 'luxon'
import type { DayOutlook } from '../contract/outlook.ts'
import type { Instant } from '../domain/ids.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { type KeptOutlook, keptOutlook } from './kept-outlook.ts'
import type { Services } from './services.ts'

const HOUR = 3_600_000

/** The forecasts of these campaigns, put together for the rest of the day. */
export async function dayOutlook(
  services: Pick<Services, 'forecast' | 'now' | 'zone'>,
  campaigns: readonly ListedCampaign[],
  signal: AbortSignal | undefined,
): Promise<DayOutlook> {
  const day = DateTime.fromMillis(services.now(), { zone: services.zone })
  const until = day.endOf('day').toMillis()
  const calls = new Map<number, number>()
  const ends: DayOutlook['ends'] = []
  // One after the other: each plays a whole campaign through.
  for (const campaign of campaigns) {
    signal?.throwIfAborted()
    const outlook = await keptOutlook(services, campaign)
    if (outlook.finishAt !== null) ends.push({ id: campaign.id, at: outlook.finishAt.likely })
    for (const { at, left } of stillToCome(outlook, services.now())) {
      if (at > until) continue
      const { hour } = DateTime.fromMillis(at, { zone: services.zone })
      calls.set(hour, (calls.get(hour) ?? 0) + left)
    }
  }
  return {
    hours: [...calls]
      .map(([hour, left]) => ({ hour, calls: Math.round(left) }))
      .toSorted((a, b) => a.hour - b.hour),
    ends,
  }
}

/** Of the hour that has begun, the share that its time left has of what was left of it at the forecast. */
const stillToCome = ({ at: foreseenAt, hours }: KeptOutlook, now: Instant) =>
  hours.flatMap(({ at, calls }) => {
    const end = at + HOUR
    if (end <= now) return []
    const share = (end - Math.max(now, at)) / (end - Math.max(foreseenAt, at))
    return [{ at, left: calls * Math.min(1, share) }]
  })
