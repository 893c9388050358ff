import type { CallResult } from './call-result.ts'

/** What a supervisor sets for a campaign, beside schedule, agent, numbers and trunk. */
export interface CampaignSettings {
  readonly maxConcurrentCalls: number
  /** Pause between two call starts. */
  readonly intervalMs: number
  readonly ringSeconds: number
  /** Attempts = retries + 1. */
  readonly maxRetries: number
  readonly retryMinutes: number
  /** Minutes after this result instead of `retryMinutes`. `failed` is a failure by congestion. */
  readonly retryMinutesAfter: Readonly<Partial<Record<CallResult, number>>>
  readonly keepLive: boolean
  readonly record: boolean
}

export const campaignDefaults: CampaignSettings = {
  maxConcurrentCalls: 1,
  intervalMs: 0,
  ringSeconds: 30,
  maxRetries: 2,
  retryMinutes: 60,
  retryMinutesAfter: { busy: 15, failed: 10, voicemail: 240 },
  keepLive: false,
  record: false,
}
