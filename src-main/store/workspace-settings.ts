import type { Kysely } from 'kysely'
import type { BackupSettings } from '../domain/backup.ts'
import type { WorkspaceCaps } from '../domain/campaign.ts'
import type { Instant, TrunkId } from '../domain/ids.ts'
import type {
  NoticeHook,
  NoticeSwitches,
  RetentionSettings,
  WorkspaceProfile,
} from '../domain/preferences.ts'
import { fromJson, toJson } from './json.ts'
import type { Tables } from './tables.ts'

/** Settings of the workspace by key, each with the type of its value. */
export interface WorkspaceSettings {
  /** The trunk that leads to the built-in practice carrier. */
  readonly practice_trunk: TrunkId
  /** Local UDP port of each trunk, kept over a restart so that stray answers still find us. */
  readonly sip_ports: Readonly<Record<string, number>>
  /** Calls of a day above which a caller ID draws attention. */
  readonly number_ceiling: number
  /** Legal profiles that do not apply here, by id. */
  readonly profiles_off: Readonly<Record<string, { readonly reason: string; readonly at: Instant }>>
  /** What the whole workspace may do at once, where it is not the default. */
  readonly caps: WorkspaceCaps
  readonly backups: BackupSettings
  readonly profile: WorkspaceProfile
  readonly notices: NoticeSwitches
  readonly notice_hook: NoticeHook
  /** Id of the latest notice that was sent there. */
  readonly notice_hook_sent: number
  readonly retention: RetentionSettings
  /** The last night's deletion: what it came to, and up to which calls it has come. */
  readonly retention_ran: RetentionRun
}

export interface RetentionRun {
  readonly at: Instant
  readonly deleted: { readonly recordings: number; readonly transcripts: number; readonly contacts: number }
  /** Calls that ended until then have been looked at. */
  readonly recordingsTo: Instant
  readonly transcriptsTo: Instant
  /** Contacts that are old enough and could not be deleted. */
  readonly contactsLeft: number
}

export async function readSetting<K extends keyof WorkspaceSettings>(
  db: Kysely<Tables>,
  key: K,
): Promise<WorkspaceSettings[K] | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row === undefined ? null : (fromJson(row.value) as WorkspaceSettings[K])
}

export async function writeSetting<K extends keyof WorkspaceSettings>(
  db: Kysely<Tables>,
  key: K,
  value: WorkspaceSettings[K],
  now: Instant,
): Promise<void> {
  const row = { value: toJson<unknown>(value), changed_at: now }
  await db
    .insertInto('settings')
    .values({ key, ...row })
    .onConflict(conflict => conflict.column('key').doUpdateSet(row))
    .execute()
}
