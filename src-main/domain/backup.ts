/** How often a workspace is kept by itself, and how many of those backups stay. */
export interface BackupSettings {
  /** 0: never by itself. */
  readonly everyHours: number
  /** Those made by hand and before a restore are not counted, and stay. */
  readonly keep: number
}

export const backupDefaults: BackupSettings = { everyHours: 24, keep: 14 }

export const backupReasons = ['schedule', 'hand', 'before_restore'] as const
/** What a backup was made for. */
export type BackupReason = (typeof backupReasons)[number]
