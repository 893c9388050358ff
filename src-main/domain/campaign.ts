import type { CallResult } from './call-result.ts'
import type { PauseReason } from './campaign-state.ts'
import { type ConsentNeed, consentNeeds, type Purpose, purposes } from './compliance/law.ts'
import type { Micros } from './money.ts'

/** What a supervisor sets for a campaign, beside schedule, agent, numbers and trunk. */
export interface CampaignSettings {
  readonly maxConcurrentCalls: number
  /** Pause between two call starts. */
  readonly intervalMs: number
  /** Over a sliding hour; `null`: no limit. */
  readonly callsPerHour: number | null
  readonly ringSeconds: number
  readonly machineDetection: MachineDetection
  readonly onMachine: OnMachine
  /** Attempts = retries + 1. */
  readonly maxRetries: number
  readonly retryMinutes: number
  /** Minutes after this result instead of `retryMinutes`; `failed` means a failure by congestion. */
  readonly retryMinutesAfter: Readonly<Partial<Record<CallResult, number>>>
  /** A retry goes to another part of the called party's day than the attempts before. */
  readonly varyTimeOfDay: boolean
  /** Over all campaigns, in the called party's calendar day, and in 7 sliding days. */
  readonly attemptsPerDay: number
  readonly attemptsPerWeek: number
  /** How long a contact stays `called` after an answered call, and after its last attempt. */
  readonly completionMinutes: number
  /** For the whole campaign, in the currency of its trunk's rates; `null`: no limit. */
  readonly budgetMicros: Micros | null
  readonly purpose: Purpose
  /** `law`: what the law asks for. Never less than that, whatever is chosen. */
  readonly consent: 'law' | ConsentNeed
  /** Pauses when at least this share (0.1–1) of the last calls failed by the provider's fault. */
  readonly providerErrorShare: number
  readonly providerErrorCalls: number
  /** How long it may idle with every number at its cap before it pauses. */
  readonly numbersWaitHours: number
  /** Pauses that end by themselves when their cause is gone. */
  readonly resumeByItself: readonly PauseReason[]
  readonly rotation: RotationSettings
  /** Stays running when every contact is final, and waits for new ones. */
  readonly keepLive: boolean
  /** Stereo WAV of each answered call. */
  readonly record: boolean
}

/** Only `off` exists in this version. */
export const machineDetections = ['off', 'signal', 'text', 'ml'] as const
export type MachineDetection = (typeof machineDetections)[number]
export const onMachineChoices = ['hang_up', 'leave_message', 'go_on'] as const
export type OnMachine = (typeof onMachineChoices)[number]

export const rotationStrategies = ['round_robin', 'lowest_spam', 'least_used_today', 'weighted'] as const
export type RotationStrategy = (typeof rotationStrategies)[number]
/** What of a caller ID is matched with the contact first. */
export const localMatches = ['off', 'area', 'country'] as const
export type LocalMatch = (typeof localMatches)[number]

export interface RotationSettings {
  readonly strategy: RotationStrategy
  readonly localMatch: LocalMatch
  /** At or above this score (1–9) a number is excluded by itself. */
  readonly spamThreshold: number
  /** Day in the number's own zone. */
  readonly maxCallsPerDay: number
  readonly coolDownDays: number
}

export const campaignDefaults: CampaignSettings = {
  maxConcurrentCalls: 1,
  intervalMs: 0,
  callsPerHour: null,
  ringSeconds: 30,
  machineDetection: 'off',
  onMachine: 'hang_up',
  maxRetries: 2,
  retryMinutes: 60,
  retryMinutesAfter: { busy: 15, failed: 10, voicemail: 240 },
  varyTimeOfDay: true,
  attemptsPerDay: 3,
  attemptsPerWeek: 7,
  completionMinutes: 0,
  budgetMicros: null,
  purpose: 'information',
  consent: 'law',
  providerErrorShare: 0.6,
  providerErrorCalls: 20,
  numbersWaitHours: 24,
  resumeByItself: [],
  rotation: {
    strategy: 'round_robin',
    localMatch: 'off',
    spamThreshold: 7,
    maxCallsPerDay: 100,
    coolDownDays: 7,
  },
  keepLive: false,
  record: false,
}

export interface NumberRange {
  readonly min: number
  readonly max: number
  /** Fractions are allowed. */
  readonly fraction?: true
  /** `null` stands for no limit. */
  readonly optional?: true
}

const days = (count: number) => count * 24 * 60

/** Every setting that is a number, both ends included; `rotation.` names the parts of `rotation`. */
export const campaignRanges = {
  maxConcurrentCalls: { min: 1, max: 500 },
  intervalMs: { min: 0, max: 30 * 60_000 },
  callsPerHour: { min: 1, max: 100_000, optional: true },
  ringSeconds: { min: 10, max: 60 },
  maxRetries: { min: 0, max: 10 },
  retryMinutes: { min: 1, max: days(30) },
  attemptsPerDay: { min: 1, max: 10 },
  attemptsPerWeek: { min: 1, max: 50 },
  completionMinutes: { min: 0, max: days(30) },
  budgetMicros: { min: 1, max: Number.MAX_SAFE_INTEGER, optional: true },
  providerErrorShare: { min: 0.1, max: 1, fraction: true },
  providerErrorCalls: { min: 5, max: 100 },
  numbersWaitHours: { min: 1, max: 30 * 24 },
  'rotation.spamThreshold': { min: 1, max: 9 },
  'rotation.maxCallsPerDay': { min: 1, max: 1_000 },
  'rotation.coolDownDays': { min: 1, max: 365 },
} as const satisfies Readonly<Record<string, NumberRange>>
export type RangedSetting = keyof typeof campaignRanges

export const ringChoices = [10, 15, 20, 25, 30, 45, 60] as const

/** Pauses offered between two call starts; any other number of milliseconds within its range may be typed. */
export const intervalChoices = [
  0, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000,
] as const

export interface SettingProblem {
  readonly field: string
  readonly value: unknown
  /** What would be right: `1 to 500`. */
  readonly allowed: string
}

/** Every setting that is out of its range or no choice of its list. */
export function settingProblems(settings: CampaignSettings): readonly SettingProblem[] {
  const problems: SettingProblem[] = []
  const check = (field: string, value: unknown, isRight: boolean, allowed: string) => {
    if (!isRight) problems.push({ field, value, allowed })
  }
  const ranged = (field: string, value: unknown, range: NumberRange) => {
    const text = `${range.min} to ${range.max}${range.optional ? ', or none' : ''}`
    const isNone = range.optional === true && value === null
    check(field, value, isNone || isWithin(value, range), text)
  }
  for (const [field, range] of Object.entries(campaignRanges))
    ranged(field, settingAt(settings, field), range)
  for (const [result, minutes] of Object.entries(settings.retryMinutesAfter))
    ranged(`retryMinutesAfter.${result}`, minutes, campaignRanges.retryMinutes)
  const listed = (field: string, choices: readonly unknown[]) => {
    const value = settingAt(settings, field)
    check(field, value, choices.includes(value), choices.join(', '))
  }
  listed('ringSeconds', ringChoices)
  listed('machineDetection', machineDetections)
  listed('onMachine', onMachineChoices)
  listed('purpose', purposes)
  listed('consent', ['law', ...consentNeeds])
  listed('rotation.strategy', rotationStrategies)
  listed('rotation.localMatch', localMatches)
  return problems
}

const settingAt = (settings: CampaignSettings, field: string): unknown =>
  field.startsWith('rotation.')
    ? settings.rotation[field.slice('rotation.'.length) as keyof RotationSettings]
    : settings[field as keyof CampaignSettings]

const isWithin = (value: unknown, { min, max, fraction }: NumberRange): boolean =>
  typeof value === 'number' &&
  (fraction ? Number.isFinite(value) : Number.isSafeInteger(value)) &&
  value >= min &&
  value <= max

/** What the whole workspace may do at once, over all campaigns. */
export interface WorkspaceCaps {
  readonly concurrentCalls: number
  readonly callsPerSecond: number
  /** Below this nothing is dialled, in bytes. */
  readonly freeDiskBytes: number
}
export const workspaceCaps: WorkspaceCaps = {
  concurrentCalls: 500,
  callsPerSecond: 10,
  freeDiskBytes: 2 ** 30,
}
