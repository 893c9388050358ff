import type { CampaignRow } from '../contract/campaigns.ts'
import type { BusinessHours } from '../domain/business-hours.ts'
import { calendarOf, calendarState } from '../domain/calendar.ts'
import type { Holidays } from '../domain/compliance/law.ts'
import type { BusinessHoursId, Instant } from '../domain/ids.ts'
import type { Schedule } from '../domain/schedule.ts'
import { readBusinessHours } from '../store/read-business-hours.ts'
import { changesAt } from './changes-at.ts'
import type { Services } from './services.ts'

type Light = CampaignRow['schedule']
interface Hours {
  readonly schedule: Schedule
  readonly businessHours: BusinessHoursId | null
}

/** The light beside a campaign: its own hours on its own clock, whatever clocks its contacts live by. */
export async function campaignLights({
  db,
  rules,
  now,
}: Pick<Services, 'db' | 'rules' | 'now'>): Promise<(campaign: Hours) => Light> {
  const shared = new Map((await readBusinessHours(db)).map(hours => [hours.id, hours]))
  const at = now()
  return ({ schedule, businessHours }) =>
    light(schedule, businessHours === null ? null : (shared.get(businessHours) ?? null), rules.holidays, at)
}

const nowhere = { country: null, region: null, zones: [], line: 'unknown' } as const

function light(
  schedule: Schedule,
  businessHours: BusinessHours | null,
  holidays: Holidays,
  at: Instant,
): Light {
  const own = { schedule: { ...schedule, respectContactZone: false }, businessHours, hoursLifted: false }
  const state = calendarState(calendarOf(own, nowhere, { hours: [] }, holidays), at)
  return { open: state.open, changesAt: changesAt(state, at), zone: (businessHours ?? schedule).zone }
}
