import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { NoticeKind, NoticeLevel } from '../../domain/notice.ts'
import type { Json } from '../json.ts'
import type { RowId } from './row.ts'

/** Settings of the workspace, one JSON value per key. */
export interface SettingsTable {
  readonly key: string
  value: Json<unknown>
  changed_at: Instant
}

/** Entries of the notification centre: what happened with its figure, why, what to do now. */
export interface NoticesTable {
  readonly id: RowId<number>
  readonly kind: NoticeKind
  readonly level: NoticeLevel
  readonly campaign_id: CampaignId | null
  readonly title: string
  readonly text: string
  readonly at: Instant
  read_at: Instant | null
}

/** Append-only; each row carries the hash of the one before it. */
export interface AuditTable {
  readonly id: RowId<number>
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Json<unknown>
  readonly previous_hash: string
  readonly hash: string
}
