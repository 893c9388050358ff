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
  /** Minutes after this result instead of `retryMinutes`; `failed` means a failure by congestion. */
  readonly retryMinutesAfter: Readonly<Partial<Record<CallResult, number>>>
  /** Stays running when every contact is final, and waits for new ones. */
  readonly keepLive: boolean
  /** Stereo WAV of each answered call. */
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

/** Whole numbers, both ends included. */
export const campaignRanges = {
  maxConcurrentCalls: { min: 1, max: 500 },
  intervalMs: { min: 0, max: 30 * 60_000 },
  ringSeconds: { min: 10, max: 60 },
  maxRetries: { min: 0, max: 10 },
  retryMinutes: { min: 1, max: 30 * 24 * 60 },
} as const satisfies Partial<Record<keyof CampaignSettings, { min: number; max: number }>>

export const ringChoices = [10, 15, 20, 25, 30, 45, 60] as const

export interface SettingProblem {
  readonly field: keyof CampaignSettings
  readonly value: number
  readonly min: number
  readonly max: number
}

/** Every setting that is out of its range. */
export const settingProblems = (settings: CampaignSettings): readonly SettingProblem[] =>
  (Object.keys(campaignRanges) as (keyof typeof campaignRanges)[]).flatMap(field => {
    const value = settings[field]
    const { min, max } = campaignRanges[field]
    return Number.isInteger(value) && value >= min && value <= max ? [] : [{ field, value, min, max }]
  })

/** What the whole workspace may do at once, over all campaigns. */
export interface WorkspaceCaps {
  readonly concurrentCalls: number
  readonly callsPerSecond: number
}
export const workspaceCaps: WorkspaceCaps = { concurrentCalls: 500, callsPerSecond: 10 }
