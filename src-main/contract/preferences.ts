import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type NoticeKind, noticeKinds } from '../domain/notice.ts'
import { zone } from './settings.ts'
import { errors, instant } from './values.ts'

export { type NoticeKind, noticeKinds }

const procedure = oc.errors(errors)

export const workspaceProfile = z.object({
  name: z
    .string()
    .trim()
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no signs that cannot be seen'),
  /** Of numbers without a country code, ISO 3166-1 alpha-2; `null`: as the zone of this computer suggests. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** IANA, from the next start of the engine on; `null`: that of its computer. */
  zone: zone.nullable().default(null),
})
export type WorkspaceProfile = z.infer<typeof workspaceProfile>

const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length)
export const noticeSwitches = z.object({
  /** Kept in the list as read. */
  quiet: kinds,
  /** Also come up on the desktop. */
  desktop: kinds,
})
export type NoticeSwitches = z.infer<typeof noticeSwitches>

const days = z.int().min(1).max(36_500).nullable()
/** `null`: kept for good. */
export const retentionSettings = z.object({ recordingDays: days, transcriptDays: days, contactDays: days })
export type RetentionSettings = z.infer<typeof retentionSettings>

export const preferences = {
  get: procedure.output(
    z.object({
      profile: workspaceProfile,
      /** IANA zone that holds now. */
      zone: z.string(),
      notices: noticeSwitches,
      retention: retentionSettings,
      /** What the last night's deletion came to; `null`: there was none yet. */
      lastRetention: z
        .object({ at: instant, recordings: z.int(), transcripts: z.int(), contacts: z.int() })
        .nullable(),
      /** `null`: this host cannot be started at login. */
      startsAtLogin: z.boolean().nullable(),
    }),
  ),
  setProfile: procedure.input(workspaceProfile).output(z.object({})),
  setNotices: procedure.input(noticeSwitches).output(z.object({})),
  setRetention: procedure.input(retentionSettings).output(z.object({})),
  setStartsAtLogin: procedure.input(z.object({ on: z.boolean() })).output(z.object({})),
  /** The newest lines of the engine's log, newest first. */
  log: procedure.input(z.object({ limit: z.int().min(1).max(1_000).default(300) })).output(
    z.object({
      /** On the computer that runs the engine. */
      file: z.string(),
      /** Address of this host to load it from. */
      address: z.string(),
      lines: z.array(
        z.object({
          at: instant.nullable(),
          level: z.enum(['info', 'warning', 'problem']),
          text: z.string(),
        }),
      ),
    }),
  ),
}
