import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { launchChoices } from './launch.ts'
import { campaignId, errors, instant, leadStatus } from './values.ts'

const procedure = oc.errors(errors)

/** 10, 50 and 90 % of the simulated runs. */
export const band = z.object({ low: z.number(), likely: z.number(), high: z.number() })
export type Band = z.infer<typeof band>

export const forecastReport = z.object({
  at: instant,
  /** Contacts that would be called. */
  contacts: z.int(),
  firstCallAt: instant.nullable(),
  /** `null`: it would not come to its end within a year, or is kept live. */
  finishAt: band.nullable(),
  calls: band,
  /** Over the hours in which it calls. */
  callsPerHour: z.object({ typical: z.number(), peak: z.number() }),
  /** The number and day with the most calls. */
  mostOnOneNumber: z.object({ number: z.string(), day: z.string(), calls: z.int(), cap: z.int() }).nullable(),
  /** `null`: its trunk has no rates. */
  cost: z.object({ currency: z.string(), micros: band }).nullable(),
  /** Contacts with a conversation. */
  reached: band,
  /** Calls that are picked up. */
  answered: band,
  optOuts: band,
  /** When it would stand still with contacts left, and why. */
  idles: z
    .array(z.object({ from: instant, until: instant.nullable(), reason: z.string(), text: z.string() }))
    .readonly(),
  statuses: z.partialRecord(leadStatus, z.int()),
  /** Days in the campaign's zone, from the first call on. */
  days: z
    .array(
      z.object({
        date: z.string(),
        calls: z.int(),
        /** Hours of the day in which calls start. */
        hours: z.number(),
      }),
    )
    .readonly(),
  /** Contacts in a final status over time, for a curve with its band; at most 100 points. */
  curve: z.array(z.object({ at: instant, finished: band })).readonly(),
  /** What answers, rings and talks were taken from. */
  rates: z.object({
    from: z.enum(['history', 'assumptions', 'practice']),
    /** Ended calls behind the history; 0 for the others. */
    calls: z.int(),
    text: z.string(),
  }),
  tookMs: z.number(),
})
export type ForecastReport = z.infer<typeof forecastReport>

export const forecastEvent = z.discriminatedUnion('is', [
  /** 0–1 of the contacts. */
  z.object({ is: z.literal('progress'), share: z.number() }),
  z.object({ is: z.literal('done'), report: forecastReport }),
])
export type ForecastEvent = z.infer<typeof forecastEvent>

export const forecast = {
  /** Progress, then one report. Without choices: as if it went on, or was launched with the defaults. */
  run: procedure
    .input(z.object({ id: campaignId, choices: launchChoices.optional() }))
    .output(eventIterator(forecastEvent)),
}
