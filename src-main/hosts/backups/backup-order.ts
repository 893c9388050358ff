import type { BackupFacts } from '../../store/backup/write-backup.ts'

/** What the thread that makes one backup is told, and what it answers. */
export interface BackupOrder {
  readonly from: string
  readonly to: string
}

export type BackupMessage =
  | { readonly is: 'done'; readonly holds: BackupFacts }
  /** In words, with what to do now. */
  | { readonly is: 'failed'; readonly message: string }
