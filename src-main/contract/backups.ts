import { oc } from '@orpc/contract'
import { z } from 'zod'
import { backupReasons } from '../domain/backup.ts'
import { errors, instant } from './values.ts'

const procedure = oc.errors(errors)

export const backup = z.object({
  /** Of its file. */
  name: z.string(),
  at: instant,
  by: z.enum(backupReasons),
  bytes: z.number(),
  /** Of the program that made it; empty where nobody knows. */
  version: z.string(),
  /** `null`: nobody has counted. */
  holds: z.object({ campaigns: z.int(), contacts: z.int(), calls: z.int(), doNotCall: z.int() }).nullable(),
})
export type Backup = z.infer<typeof backup>

export const backupSettings = z.object({
  /** 0: never by itself. */
  everyHours: z
    .int()
    .min(0)
    .max(24 * 30),
  keep: z.int().min(1).max(365),
})
export type BackupSettings = z.infer<typeof backupSettings>

const name = z.string().max(200)

export const backups = {
  /** Newest first. */
  list: procedure.output(
    z.object({
      rows: z.array(backup),
      /** On the computer that runs the engine. */
      folder: z.string(),
      /** One is being made since then. */
      underWaySince: instant.nullable(),
      settings: backupSettings,
      defaults: backupSettings,
      /** Whether a restore can be done from here; else by the command line. */
      mayRestore: z.boolean(),
    }),
  ),
  /** Resolves once it is whole, read through and on disk. */
  make: procedure.output(z.object({ name: z.string() })),
  remove: procedure.input(z.object({ name })).output(z.object({})),
  /** Refused as `changed_meanwhile` where they are not any more what they were when they were opened. */
  setSettings: procedure
    .input(backupSettings.extend({ opened: backupSettings.optional() }))
    .output(z.object({})),
  /**
   * The workspace closes, becomes what the backup holds, and opens again by itself. A copy of it as it is now is kept.
   * Calls and do-not-call entries since the backup stay.
   */
  restore: procedure
    .input(z.object({ from: z.union([z.object({ name }), z.object({ upload: z.string().max(100) })]) }))
    .output(z.object({})),
}
