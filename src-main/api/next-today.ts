import { DateTime } from 'luxon'
import type { NextToday } from '../contract/outlook.ts'
import type { Instant } from '../domain/ids.ts'
import type { Wait } from '../domain/waits.ts'
import { areHoursLifted } from '../engine/hours-lifted.ts'
import type { ListedCampaign } from '../store/read-campaigns.ts'
import { readUsedTrunks } from '../store/read-used-trunks.ts'
import { campaignLights } from './campaign-light.ts'
import type { Services } from './services.ts'

/** When campaigns start, hours open and close for them and the first of their retries is due, until midnight by the clock of the workspace. */
export async function nextToday(
  services: Pick<Services, 'db' | 'rules' | 'engine' | 'now' | 'zone'>,
  campaigns: readonly ListedCampaign[],
): Promise<NextToday> {
  const now = services.now()
  const midnight = DateTime.fromMillis(now, { zone: services.zone })
    .plus({ days: 1 })
    .startOf('day')
    .toMillis()
  const light = await campaignLights(services)
  const events = await Promise.all(
    campaigns.map(async campaign => {
      const { id, name, state, schedule, contacts } = campaign
      const of = { campaign: { id, name } }
      if (state.is === 'scheduled' && schedule.startsAt !== null)
        return [{ ...of, is: 'starts' as const, at: schedule.startsAt, contacts }]
      if (state.is !== 'running') return []
      const waits = await services.engine.waits(id)
      const { open, changesAt } = light(campaign)
      const isLifted = areHoursLifted({ schedule, trunks: await readUsedTrunks(services.db, id) })
      return [
        ...openings(waits).map(([at, waiting]) => ({ ...of, is: 'opens' as const, at, contacts: waiting })),
        ...waits.flatMap(({ hold, until: at, contacts: waiting }) =>
          hold === 'retry-later' && at !== null
            ? [{ ...of, is: 'retries' as const, at, contacts: waiting }]
            : [],
        ),
        ...(open && changesAt !== null && !isLifted
          ? [{ ...of, is: 'closes' as const, at: changesAt, contacts: null }]
          : []),
      ]
    }),
  )
  return (
    events
      .flat()
      // Hours that end at midnight close today.
      .filter(({ is, at }) => at > now && (at < midnight || (at === midnight && is === 'closes')))
      .toSorted((a, b) => a.at - b.at)
  )
}

/** When places open whose contacts wait for it, and how many those are. */
function openings(waits: readonly Wait[]) {
  const waiting = new Map<Instant, number>()
  for (const { hold, until, contacts } of waits)
    if (hold === 'outside-hours' && until !== null) waiting.set(until, (waiting.get(until) ?? 0) + contacts)
  return [...waiting]
}
