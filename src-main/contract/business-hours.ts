import { oc } from '@orpc/contract'
import { z } from 'zod'
import { country, localDate, windows, zone } from './settings.ts'
import { businessHoursId, campaignId, errors, instant, shownName } from './values.ts'

const procedure = oc.errors(errors)

export const businessHoursForm = z.object({
  name: shownName(120),
  zone,
  windows,
  /** Closed on the public holidays of a country, and of a region of it (ISO 3166-2 without the country). */
  holidays: z.object({ country, region: z.string().max(10).nullable() }).nullable(),
  closedDays: z.array(z.object({ date: localDate, name: z.string().trim().max(120) })).max(400),
})
export type BusinessHoursForm = z.infer<typeof businessHoursForm>

export const businessHoursRow = businessHoursForm.extend({
  id: businessHoursId,
  /** Sent back with an update. */
  revision: z.int(),
  open: z.boolean(),
  /** When the light changes next; `null`: not within a year. */
  changesAt: instant.nullable(),
  /** While closed on a holiday or closed day: its name. */
  closedFor: z.string(),
  /** Campaigns that use them. */
  campaigns: z.array(z.object({ id: campaignId, name: z.string() })),
})
export type BusinessHoursRow = z.infer<typeof businessHoursRow>

export const businessHours = {
  list: procedure.output(z.array(businessHoursRow)),
  create: procedure.input(businessHoursForm).output(z.object({ id: businessHoursId })),
  update: procedure
    .input(businessHoursForm.extend({ id: businessHoursId, revision: z.int() }))
    .output(z.object({ revision: z.int() })),
  remove: procedure.input(z.object({ id: businessHoursId })).output(z.object({})),
  /** The next twelve, from today in the zone. */
  nextHolidays: procedure
    .input(z.object({ country, region: z.string().max(10).nullable(), zone }))
    .output(z.array(z.object({ date: z.string(), name: z.string() }))),
  /** Where public holidays are known. */
  holidayPlaces: procedure.output(
    z.array(
      z.object({
        country: z.string(),
        name: z.string(),
        regions: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
  ),
}
