import { oc } from '@orpc/contract'
import { z } from 'zod'
import { shownAnswer, shownGoal } from './results.ts'
import { callId, callResult, campaignId, contactId, errors, instant, page } from './values.ts'

const procedure = oc.errors(errors)

export const callRow = z.object({
  id: callId,
  campaign: z.object({ id: campaignId, name: z.string() }),
  contact: z.object({ id: contactId, name: z.string() }),
  number: z.string(),
  country: z.string().nullable(),
  attempt: z.int(),
  startedAt: instant,
  result: callResult.nullable(),
  ringMs: z.number().nullable(),
  talkMs: z.number().nullable(),
  sipCode: z.int().nullable(),
  recorded: z.boolean(),
})
export type CallRow = z.infer<typeof callRow>

export const callDetail = callRow.extend({
  state: z.enum(['reserved', 'sending', 'ringing', 'answered', 'ended']),
  agent: z.object({ name: z.string(), version: z.int() }),
  trunk: z.object({ name: z.string() }),
  callerId: z.string(),
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
  /** Address of the WAV, relative to where the interface was loaded from. */
  recordingUrl: z.string().nullable(),
})
export type CallDetail = z.infer<typeof callDetail>

export const calls = {
  list: procedure
    .input(
      page.extend({
        campaign: campaignId.optional(),
        results: z.array(callResult).default([]),
        search: z.string().max(200).default(''),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(callRow) })),
  get: procedure.input(z.object({ id: callId })).output(callDetail),
  hangUp: procedure.input(z.object({ id: callId })).output(z.object({})),
}
