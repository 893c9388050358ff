import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import type { TrialEvent } from '../domain/trial-call.ts'
import { flow, phoneKey } from './flow-shape.ts'
import { errors } from './values.ts'

export type { TrialEvent } from '../domain/trial-call.ts'

const procedure = oc.errors(errors)

const trialId = z.uuid()

/** Comes first. */
const begun = z.object({ is: z.literal('begun'), call: trialId })
const trialEvent = z.union([
  begun,
  z.custom<TrialEvent>(value => typeof value === 'object' && value !== null),
])
export type TrialNews = z.infer<typeof trialEvent>

/** A second of speech. */
const longestSound = 22_000

/** An agent talks to whoever sits here, over SIP and RTP within this machine. Nothing of it is stored or counted. */
export const trialCalls = {
  /** The call itself: it is hung up when nobody follows it any more. */
  call: procedure
    .input(
      z.object({
        flow,
        /** Of the sample contact. */
        variables: z.record(z.string().max(200), z.string().max(200)),
      }),
    )
    .output(eventIterator(trialEvent)),
  /** The agent's voice as it is heard at the other end, 40 ms at a time: 16-bit little-endian samples at 8 kHz, base64. */
  hear: procedure.input(z.object({ call: trialId })).output(eventIterator(z.object({ sound: z.string() }))),
  press: procedure.input(z.object({ call: trialId, key: phoneKey })).output(z.object({})),
  /** Sound in the same form. */
  speak: procedure
    .input(z.object({ call: trialId, sound: z.base64().max(longestSound) }))
    .output(z.object({})),
  hangUp: procedure.input(z.object({ call: trialId })).output(z.object({})),
}
