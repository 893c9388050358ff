import type { CampaignId } from './ids.ts'

export type NoticeLevel = 'info' | 'warning' | 'problem'

export const noticeKinds = [
  'campaign_paused',
  'campaign_completed',
  'campaign_resumed',
  'campaign_started_late',
  'trunk_held',
  'trunk_back',
  'store_failed',
  'store_back',
  'recovered',
  'number_rests',
  'number_back',
  'job_done',
  'job_failed',
  'backup_failed',
  'backup_restored',
  'clock_wrong',
  'retention_done',
  'hook_failed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** One entry of the notification centre: what happened with its figure, then why and what to do now. */
export interface Notice {
  readonly kind: NoticeKind
  readonly level: NoticeLevel
  readonly campaign: CampaignId | null
  readonly title: string
  readonly text: string
}
