import { z } from 'zod'
import { backupSettings } from '../../contract/backups.ts'
import { businessHoursForm } from '../../contract/business-hours.ts'
import { flowShape } from '../../contract/flow-shape.ts'
import { rateTable, trunkForm } from '../../contract/lines.ts'
import { noticeSwitches, retentionSettings, workspaceProfile } from '../../contract/preferences.ts'
import { zone } from '../../contract/settings.ts'
import { workspaceCaps } from '../../contract/workspace.ts'
import type { Flow } from '../../domain/flow.ts'
import { badInputRefusal, problemsOf } from '../bad-input.ts'
import { refused } from '../refuse.ts'

const reason = z.string().trim().min(10).max(500)

/** What stands in the file; each thing says others by their name. What newer versions added may be absent. */
const writtenWorkspace = z.strictObject({
  format: z.literal('trunkline-workspace'),
  version: z.literal(1),
  settings: z
    .strictObject({
      profile: workspaceProfile.optional(),
      caps: workspaceCaps.optional(),
      backups: backupSettings.optional(),
      notices: noticeSwitches.optional(),
      retention: retentionSettings.optional(),
    })
    .default({}),
  /** Legal profiles that do not apply here, by id. */
  profilesOff: z.record(z.string().max(40), reason).default({}),
  businessHours: z.array(businessHoursForm).max(1_000).default([]),
  trunks: z
    .array(trunkForm.omit({ password: true }).extend({ rates: rateTable.nullable().default(null) }))
    .max(500)
    .default([]),
  numbers: z
    .array(
      z.strictObject({
        number: z.string().max(40),
        name: z.string().max(120),
        trunk: z.string().nullable(),
        proof: z.string().max(500).default(''),
        zone: zone.optional(),
        enabled: z.boolean().default(true),
      }),
    )
    .max(10_000)
    .default([]),
  agents: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(120),
        purpose: z.string().max(500),
        flow: flowShape.transform(flow => flow as Flow),
        /** Caller IDs that belong to it. */
        numbers: z.array(z.string().max(40)).max(1_000).default([]),
      }),
    )
    .max(1_000)
    .default([]),
  /** Each as `campaigns.exportConfiguration` writes it. */
  campaigns: z
    .array(z.looseObject({ name: z.string() }))
    .max(1_000)
    .default([]),
})
export type WrittenWorkspace = z.infer<typeof writtenWorkspace>

export function readWritten(text: string): WrittenWorkspace {
  const read = writtenWorkspace.safeParse(parsed(text))
  if (read.success) return read.data
  throw refused({ ...badInputRefusal(problemsOf(read.error.issues)), code: 'bad_configuration' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused({
      code: 'bad_configuration',
      what: `This is not the configuration of a workspace: ${error instanceof Error ? error.message : error}.`,
      cure: 'Choose a file that was exported here, or mend it at that place.',
    })
  }
}
