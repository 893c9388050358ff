import { implement } from '@orpc/server'
import type { Kysely } from 'kysely'
import type { BusinessHoursForm, BusinessHoursRow } from '../contract/business-hours.ts'
import { contract } from '../contract/contract.ts'
import type { BusinessHours } from '../domain/business-hours.ts'
import { calendarState, closedDates } from '../domain/calendar.ts'
import type { Holidays } from '../domain/compliance/law.ts'
import type { BusinessHoursId, Instant } from '../domain/ids.ts'
import { dateOf, localDay } from '../domain/zone-clock.ts'
import { holidayPlaces } from '../numbering/holiday-places.ts'
import { readBusinessHours, type StoredBusinessHours } from '../store/read-business-hours.ts'
import {
  createBusinessHours,
  deleteBusinessHours,
  updateBusinessHours,
} from '../store/save-business-hours.ts'
import type { Tables } from '../store/tables.ts'
import { audited } from './audited.ts'
import { changesAt } from './changes-at.ts'
import { nextHolidays } from './next-holidays.ts'
import { nameTaken, notFound, refused } from './refuse.ts'
import type { Services } from './services.ts'

const os = implement(contract.businessHours).$context<Services>()

const subjectOf = (id: BusinessHoursId) => `business hours ${id}`

export const businessHours = os.router({
  list: os.list.handler(async ({ context }) => {
    const at = context.now()
    const stored = await readBusinessHours(context.db)
    return stored.map(hours => rowOf(hours, context.rules.holidays, at))
  }),

  create: os.create.handler(async ({ input, context }) => {
    const now = context.now()
    const id = await context.change(async tx => {
      await mustBeFree(tx, input.name, null)
      const made = await createBusinessHours(tx, input, now)
      await audited(tx, { action: 'business_hours.create', subject: subjectOf(made) }, {}, input, now)
      return made
    })
    return { id }
  }),

  update: os.update.handler(async ({ input: { id, revision, ...form }, context }) => {
    const now = context.now()
    const saved = await context.change(async tx => {
      const before = await mustExist(tx, id)
      if (before.revision !== revision) throw changedMeanwhile(before, form)
      await mustBeFree(tx, form.name, id)
      await audited(tx, { action: 'business_hours.edit', subject: subjectOf(id) }, formOf(before), form, now)
      return { revision: await updateBusinessHours(tx, id, form, now), campaigns: before.campaigns }
    })
    for (const campaign of saved.campaigns) context.engine.changed(campaign.id)
    return { revision: saved.revision }
  }),

  remove: os.remove.handler(async ({ input: { id }, context }) => {
    const now = context.now()
    await context.change(async tx => {
      const before = await mustExist(tx, id)
      if (before.campaigns.length > 0) throw inUse(before)
      await deleteBusinessHours(tx, id)
      await audited(tx, { action: 'business_hours.delete', subject: subjectOf(id) }, formOf(before), {}, now)
    })
    return {}
  }),

  nextHolidays: os.nextHolidays.handler(({ input: { country, region, zone }, context }) =>
    nextHolidays(context.rules.holidays, { country, region }, dateOf(localDay(zone, context.now()))),
  ),

  holidayPlaces: os.holidayPlaces.handler(() =>
    holidayPlaces().map(place => ({ ...place, regions: [...place.regions] })),
  ),
})

function rowOf(hours: StoredBusinessHours, holidays: Holidays, at: Instant): BusinessHoursRow {
  const layer = {
    zone: hours.zone,
    windows: hours.windows,
    closedOn: closedDates(hours, holidays),
    by: { is: 'business-hours', name: hours.name },
  } as const
  const state = calendarState([layer], at)
  return {
    ...formOf(hours),
    id: hours.id,
    revision: hours.revision,
    open: state.open,
    changesAt: changesAt(state, at),
    closedFor: state.closedBy?.holiday ?? '',
    campaigns: hours.campaigns.map(campaign => ({ ...campaign })),
  }
}

const formOf = ({ name, zone, windows, holidays, closedDays }: BusinessHours): BusinessHoursForm => ({
  name,
  zone,
  windows: structuredClone(windows) as BusinessHoursForm['windows'],
  holidays: holidays && { ...holidays },
  closedDays: closedDays.map(day => ({ ...day })),
})

async function mustExist(db: Kysely<Tables>, id: BusinessHoursId): Promise<StoredBusinessHours> {
  const [hours] = await readBusinessHours(db, id)
  if (hours === undefined) throw notFound('set of business hours', id)
  return hours
}

async function mustBeFree(db: Kysely<Tables>, name: string, self: BusinessHoursId | null): Promise<void> {
  const same = await db.selectFrom('business_hours').select('id').where('name', '=', name).executeTakeFirst()
  if (same !== undefined && same.id !== self) throw nameTaken('set of business hours', name)
}

function changedMeanwhile(before: StoredBusinessHours, form: BusinessHoursForm) {
  const theirs = formOf(before)
  const fields = Object.keys(theirs) as (keyof BusinessHoursForm)[]
  return refused({
    code: 'changed_meanwhile',
    what: 'Somebody else saved these hours in the meantime. Nothing of yours was saved yet.',
    cure: 'Look at what differs, choose, and save again.',
    revision: before.revision,
    changed: fields
      .filter(field => JSON.stringify(theirs[field]) !== JSON.stringify(form[field]))
      .map(field => ({ field, theirs: theirs[field], yours: form[field] })),
  })
}

const inUse = ({ name, campaigns }: StoredBusinessHours) =>
  refused({
    code: 'hours_in_use',
    what: `“${name}” are used by ${campaigns.map(campaign => `“${campaign.name}”`).join(', ')}.`,
    cure: 'Give these campaigns other hours first.',
    problems: campaigns.map(campaign => ({ field: String(campaign.id), text: campaign.name })),
  })
