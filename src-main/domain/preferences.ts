import type { NoticeKind } from './notice.ts'

/** What a workspace is called, and where it is at home. */
export interface WorkspaceProfile {
  /** Empty: it has no name of its own. */
  readonly name: string
  /** Of numbers without a country code, ISO 3166-1 alpha-2; `null`: as the zone of this computer suggests. */
  readonly country: string | null
  /** IANA, from the next start on; `null`: that of the computer that runs the engine. */
  readonly zone: string | null
}

export const profileDefaults: WorkspaceProfile = { name: '', country: null, zone: null }

/** Which notices wait to be read, and which also come up on the desktop. */
export interface NoticeSwitches {
  /** Kept in the list as read. */
  readonly quiet: readonly NoticeKind[]
  readonly desktop: readonly NoticeKind[]
}

export const noticeDefaults: NoticeSwitches = {
  quiet: [],
  desktop: ['campaign_paused', 'trunk_held', 'store_failed', 'backup_failed', 'clock_wrong'],
}

/** Where notices are sent besides. */
export interface NoticeHook {
  /** http or https; `null`: nowhere. */
  readonly url: string | null
  readonly kinds: readonly NoticeKind[]
}

export const hookDefaults: NoticeHook = { url: null, kinds: noticeDefaults.desktop }

/** For how many days things are kept; `null`: for good. Call records and do-not-call entries always stay. */
export interface RetentionSettings {
  readonly recordingDays: number | null
  readonly transcriptDays: number | null
  /** Contacts that were never called, counted from when they were added. */
  readonly contactDays: number | null
}

export const retentionDefaults: RetentionSettings = {
  recordingDays: null,
  transcriptDays: null,
  contactDays: null,
}
