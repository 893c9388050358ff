import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './values.ts'

const procedure = oc.errors(errors)

export const configurationParts = [
  'settings',
  'legal_profile',
  'business_hours',
  'trunk',
  'number',
  'agent',
  'campaign',
] as const

const named = z.object({ part: z.enum(configurationParts), name: z.string() })
export type ConfiguredThing = z.infer<typeof named>

/** Everything that was set up in a workspace, as JSON; no contacts, no calls, and no passwords. */
export const configuration = {
  export: procedure.output(z.object({ fileName: z.string(), text: z.string() })),
  /** Adds what this workspace does not know by its name; what it knows stays as it is. Campaigns become drafts. */
  import: procedure.input(z.object({ text: z.string().max(20_000_000) })).output(
    z.object({
      added: z.array(named),
      known: z.array(named),
      /** What was not taken, and why. */
      leftOut: z.array(named.extend({ why: z.string() })),
    }),
  ),
}
