import { oc } from '@orpc/contract'
import { z } from 'zod'
import { consentNeeds } from '../domain/compliance/law.ts'
import { campaignSettings, schedule, weekday } from './settings.ts'
import { businessHoursId, campaignId, errors, instant } from './values.ts'

const procedure = oc.errors(errors)

/** A legal rule by name, with its source. */
export const ruleRef = z.object({
  /** Stable: `us-fl/attempts`. */
  id: z.string(),
  jurisdiction: z.string(),
  /** The rule in one sentence. */
  text: z.string(),
  citation: z.string(),
  verified: z.boolean(),
})
export type RuleRef = z.infer<typeof ruleRef>

export const profileRow = z.object({
  id: z.string(),
  /** `Florida, US`. */
  jurisdiction: z.string(),
  /** ISO 3166-1 alpha-2; empty: wherever no other profile sets hours. */
  countries: z.array(z.string()),
  /** One of theirs only; `null`: all. */
  region: z.string().nullable(),
  rules: z.array(
    ruleRef.extend({
      about: z.enum(['hours', 'attempts', 'pause', 'ring', 'consent', 'abandonment', 'duty']),
      /** Local dates; `null`: without beginning or end. */
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  /** `null`: it applies. */
  off: z.object({ reason: z.string(), at: instant }).nullable(),
})
export type ProfileRow = z.infer<typeof profileRow>

/** Contacts that may stand at the same place, with the light of their hours. */
export const calledPlace = z.object({
  country: z.string().nullable(),
  region: z.string().nullable(),
  /** Must be open in all of them. */
  zones: z.array(z.string()),
  /** Contacts that wait to be called there. */
  contacts: z.int(),
  open: z.boolean(),
  /** When the light changes next; `null`: not within a year. */
  changesAt: instant.nullable(),
  /** While closed: why, in words. */
  closedBy: z.string(),
  /** Ids of the rules that apply there. */
  rules: z.array(z.string()),
})
export type CalledPlace = z.infer<typeof calledPlace>

/** What the law makes of a campaign: the right column of the wizard. */
export const rulesReport = z.object({
  at: instant,
  contacts: z.int(),
  /** Waiting ones that nothing keeps out for good. */
  callable: z.int(),
  /** Most contacts first; at most 100, the others are in `morePlaces`. */
  places: z.array(calledPlace),
  morePlaces: z.object({ places: z.int(), contacts: z.int() }),
  /** Contacts whose number may stand in several zones. */
  severalZones: z.int(),
  /** All rules that apply to one of the places, in a fixed order. */
  rules: z.array(ruleRef),
  /** What holds contacts back, or takes time from them. */
  heldBack: z.array(
    z.object({
      is: z.enum(['no_consent', 'do_not_call', 'opted_out', 'invalid_number', 'no_number', 'law', 'holiday']),
      text: z.string(),
      contacts: z.int(),
    }),
  ),
  /** The ring time that the law asks for, where it is longer than the campaign's. */
  ringRaised: z.object({ seconds: z.int(), contacts: z.int(), rule: ruleRef }).nullable(),
  /** The strictest consent that is asked for somewhere, and how many are covered. */
  consent: z.object({ need: z.enum(consentNeeds), covered: z.int(), missing: z.int() }),
  /** What the law takes away from the campaign's windows; minutes of the day as the windows are read. */
  taken: z.array(z.object({ day: weekday, from: z.int(), to: z.int(), contacts: z.int() })),
  /** Hours of the next seven days in which at least one place is open. */
  hoursAWeek: z.number(),
  /** The next days in the campaign's zone, from today. */
  days: z.array(
    z.object({
      date: z.string(),
      /** Hours in which at least one place is open. */
      openHours: z.number(),
      holidays: z.array(z.object({ name: z.string(), country: z.string(), contacts: z.int() })),
    }),
  ),
})
export type RulesReport = z.infer<typeof rulesReport>

export const compliance = {
  profiles: procedure.output(z.array(profileRow)),
  /** Lifts a profile for the whole workspace; its reason goes to the audit log. */
  switchOff: procedure
    .input(z.object({ profile: z.string(), reason: z.string().trim().min(10).max(500) }))
    .output(z.object({})),
  switchOn: procedure.input(z.object({ profile: z.string() })).output(z.object({})),
  /**
   * The rules for the contacts of a campaign as of now. `change` asks what they would be with
   * settings that are not saved.
   */
  ofCampaign: procedure
    .input(
      z.object({
        id: campaignId,
        change: z
          .object({
            schedule: schedule.partial().optional(),
            businessHours: businessHoursId.nullable().optional(),
            settings: campaignSettings
              .pick({ purpose: true, consent: true, ringSeconds: true })
              .partial()
              .optional(),
          })
          .optional(),
      }),
    )
    .output(rulesReport),
}
