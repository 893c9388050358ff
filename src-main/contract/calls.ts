import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { callFilter } from './call-filter.ts'
import { goalOutcome, shownAnswer, shownGoal } from './results.ts'
import { callId, callResult, campaignId, contactId, errors, instant, page } from './values.ts'

const procedure = oc.errors(errors)

export const callRow = z.object({
  id: callId,
  campaign: z.object({ id: campaignId, name: z.string() }),
  contact: z.object({ id: contactId, name: z.string() }),
  number: z.string(),
  country: z.string().nullable(),
  callerId: z.string(),
  attempt: z.int(),
  startedAt: instant,
  result: callResult.nullable(),
  /** Of the campaign's primary goal. */
  goal: goalOutcome.nullable(),
  optedOut: z.boolean(),
  ringMs: z.number().nullable(),
  talkMs: z.number().nullable(),
  sipCode: z.int().nullable(),
  /** By the trunk's rates; `null`: they are not known. */
  cost: z.object({ micros: z.number(), currency: z.string() }).nullable(),
  recorded: z.boolean(),
})
export type CallRow = z.infer<typeof callRow>

export const callDetail = callRow.extend({
  state: z.enum(['reserved', 'sending', 'ringing', 'answered', 'ended']),
  agent: z.object({ name: z.string(), version: z.int() }),
  trunk: z.object({ name: z.string() }),
  sipCallId: z.string(),
  sipReason: z.string().nullable(),
  q850: z.int().nullable(),
  failure: z.string().nullable(),
  hungUpBy: z.string().nullable(),
  pddMs: z.number().nullable(),
  countsAsAttempt: z.boolean(),
  /** Events of the call from `reserved` to `ended` and of the conversation, in order. */
  timeline: z.array(z.object({ at: instant, kind: z.string(), text: z.string(), detail: z.string() })),
  /** What was said and keyed; `atMs` from the answer. */
  transcript: z.array(
    z.object({ atMs: z.number(), who: z.enum(['agent', 'person', 'event']), text: z.string() }),
  ),
  goals: z.array(shownGoal).readonly(),
  analyses: z.array(shownAnswer).readonly(),
  /** Until when the contact may still call back before its results are settled; `null`: they are. */
  settlesAt: instant.nullable(),
  media: z
    .object({
      sent: z.int(),
      received: z.int(),
      lost: z.int(),
      jitterMs: z.number(),
      roundTripMs: z.number().nullable(),
      mos: z.number().nullable(),
      pacingP99Ms: z.number(),
      heardMs: z.number(),
    })
    .nullable(),
  trace: z.array(z.object({ at: instant, direction: z.enum(['sent', 'received']), text: z.string() })),
  /** All calls to the same contact, this one among them, newest first. */
  attempts: z.array(
    z.object({
      id: callId,
      at: instant,
      result: callResult.nullable(),
      talkMs: z.number().nullable(),
      campaign: z.string(),
    }),
  ),
  /** Address of the WAV, relative to where the interface was loaded from; `null`: its file is not there. */
  recordingUrl: z.string().nullable(),
})
export type CallDetail = z.infer<typeof callDetail>

/** How loud each side was, in steps of equal length, 0–1. */
export const recordingPeaks = z.object({
  seconds: z.number(),
  caller: z.array(z.number()),
  agent: z.array(z.number()),
})
export type RecordingPeaks = z.infer<typeof recordingPeaks>

/** 40 ms at 8 kHz: 16-bit little-endian samples of caller and agent in turn, as base64. */
export const liveSound = z.object({ frame: z.string() })
export type LiveSound = z.infer<typeof liveSound>

export const calls = {
  /** Newest first; how many there are in all comes by `count`. */
  list: procedure
    .input(page.extend({ filter: callFilter.prefault({}) }))
    .output(z.object({ rows: z.array(callRow) })),
  count: procedure.input(z.object({ filter: callFilter.prefault({}) })).output(z.object({ calls: z.int() })),
  get: procedure.input(z.object({ id: callId })).output(callDetail),
  /** The outline of its recording; a call that goes on has none yet. */
  peaks: procedure.input(z.object({ id: callId })).output(recordingPeaks),
  /** Both sides of an answered call as they go on, until it ends. Who listens is on record. */
  listen: procedure.input(z.object({ id: callId })).output(eventIterator(liveSound)),
  hangUp: procedure.input(z.object({ id: callId })).output(z.object({})),
}
