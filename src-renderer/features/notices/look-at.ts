import type { Notice } from '../../../src-main/contract/notices.ts'

const pages: Readonly<Record<string, string>> = {
  trunk_held: '/trunks',
  trunk_back: '/trunks',
  number_rests: '/numbers',
  number_back: '/numbers',
  backup_failed: '/settings/backups',
  backup_restored: '/settings/backups',
  hook_failed: '/settings/notifications',
  retention_done: '/settings/retention',
}

/** The page where the cause of a notice can be seen; `null`: there is none. */
export const lookAt = ({ kind, campaign }: Pick<Notice, 'kind' | 'campaign'>): string | null =>
  campaign === null ? (pages[kind] ?? null) : `/campaigns/${campaign}`
