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

export const noticeHook = z.object({
  /** Gets each notice as JSON by POST; `null`: none does. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  kinds,
})
export type NoticeHook = z.infer<typeof noticeHook>
/** A user and a password in an address are not sent, and would stand in the log. */
const sentTo = noticeHook.shape.url
  .unwrap()
  .refine(url => !/^https?:\/\/[^/?#]*@/i.test(url), 'no user and password in it')

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
      hook: noticeHook,
      retention: retentionSettings,
      /** What the last night's deletion came to; `null`: there was none yet. */
      lastRetention: z
        .object({ at: instant, recordings: z.int(), transcripts: z.int(), contacts: z.int() })
        .nullable(),
      /** `null`: this host cannot be started at login. */
      startsAtLogin: z.boolean().nullable(),
    }),
  ),
  /**
   * Each is refused as `changed_meanwhile` where it is not any more what it was when it was opened. Without `opened` it is
   * replaced whatever it is, as a file does.
   */
  setProfile: procedure
    .input(workspaceProfile.extend({ opened: workspaceProfile.optional() }))
    .output(z.object({})),
  setNotices: procedure
    .input(noticeSwitches.extend({ opened: noticeSwitches.optional() }))
    .output(z.object({})),
  setRetention: procedure
    .input(retentionSettings.extend({ opened: retentionSettings.optional() }))
    .output(z.object({})),
  /** From then on: what happened before is not sent. */
  setHook: procedure
    .input(noticeHook.extend({ url: sentTo.nullable(), opened: noticeHook.optional() }))
    .output(z.object({})),
  /** Sends a notice that says that it is a test. `text`: why it was not taken; empty where it was. */
  testHook: procedure
    .input(z.object({ url: sentTo }))
    .output(z.object({ taken: z.boolean(), text: z.string() })),
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
