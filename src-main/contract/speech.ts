import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './values.ts'

const procedure = oc.errors(errors)

export const longestTrial = 300

/** What agents speak with. */
export const speech = {
  voice: procedure.output(
    z.object({
      name: z.string(),
      /** BCP 47; other languages are spoken with the accent of the first. */
      languages: z.array(z.string()),
    }),
  ),
  /** One sentence as it is heard on the telephone, and how well the voice does. */
  hear: procedure.input(z.object({ text: z.string().trim().min(1).max(longestTrial) })).output(
    z.object({
      /** A WAV file, base64. */
      wav: z.string(),
      soundMs: z.number(),
      /** Until it was rendered. */
      tookMs: z.number(),
    }),
  ),
}
