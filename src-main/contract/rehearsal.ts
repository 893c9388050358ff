import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { band } from './forecast.ts'
import { launchChoices } from './launch.ts'
import { campaignId, errors, instant } from './values.ts'

const procedure = oc.errors(errors)

const idle = z.object({ from: instant, until: instant.nullable(), reason: z.string(), text: z.string() })

/** What a rehearsal came to, beside what the forecast expected of the same people. Instants are practice time. */
export const rehearsalReport = z.object({
  end: z.object({
    is: z.enum(['completed', 'paused', 'waiting', 'stopped']),
    /** Empty where it came to its end. */
    why: z.string(),
  }),
  contacts: z.int(),
  /** How many contacts these were drawn from by chance; `null`: all were rehearsed. */
  drawnFrom: z.int().nullable(),
  calls: z.int(),
  /** Contacts with a conversation. */
  reached: z.int(),
  /** Calls that were picked up. */
  answered: z.int(),
  optOuts: z.int(),
  /** `null`: its trunk has no rates. */
  cost: z.object({ currency: z.string(), micros: z.number() }).nullable(),
  /** `null`: it did not come to its end. */
  finishAt: instant.nullable(),
  /** `null`: it never stood still for five minutes. */
  longestIdle: idle.nullable(),
  expected: z.object({
    calls: band,
    reached: band,
    answered: band,
    optOuts: band,
    cost: z.object({ currency: z.string(), micros: band }).nullable(),
    finishAt: band.nullable(),
    longestIdle: idle.nullable(),
  }),
  /** By the carrier's own book. */
  ledger: z.object({
    invites: z.int(),
    calledTwice: z.int(),
    /** `null`: the hours of this campaign are lifted. */
    outsideHours: z.int().nullable(),
    /** Calls on which carrier and program do not agree; `differences`: the first of them in words. */
    mismatches: z.int(),
    differences: z.array(z.string()),
  }),
  /** Real time, and time on the practice clock. */
  seconds: z.number(),
  practiceSeconds: z.number(),
})
export type RehearsalReport = z.infer<typeof rehearsalReport>

const begun = z.object({
  /** Real time. */
  startedAt: instant,
  /** It was started with these. */
  choices: launchChoices,
})

/** The latest rehearsal of a campaign since the program was started. */
export const rehearsal = z.discriminatedUnion('is', [
  z.object({ is: z.literal('none') }),
  /** Workspace copied, people forecast, sentences rendered. */
  begun.extend({ is: z.literal('preparing') }),
  begun.extend({
    is: z.literal('running'),
    contacts: z.int(),
    /** Of them in a final status. */
    settled: z.int(),
    calls: z.int(),
    /** Practice time. */
    at: instant,
    /** Real time; `null`: not known yet. */
    secondsLeft: z.number().nullable(),
  }),
  begun.extend({ is: z.literal('done'), endedAt: instant, report: rehearsalReport }),
  begun.extend({ is: z.literal('cancelled'), endedAt: instant, calls: z.int() }),
  begun.extend({ is: z.literal('failed'), endedAt: instant, what: z.string(), cure: z.string() }),
])
export type Rehearsal = z.infer<typeof rehearsal>

const one = z.object({ id: campaignId })
const done = z.object({})

export const rehearsals = {
  /** Against the practice carrier, in a copy of the workspace; at most one at a time. It goes on when nobody watches. */
  start: procedure.input(one.extend({ choices: launchChoices })).output(done),
  cancel: procedure.input(one).output(done),
  live: procedure.input(one).output(eventIterator(rehearsal)),
}
