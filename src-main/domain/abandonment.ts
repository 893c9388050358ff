import type { CallResult } from './call-result.ts'
import type { AbandonmentCap } from './compliance/law.ts'

/** How near a campaign is to the law's cap on abandoned calls. */
export interface Abandonment {
  readonly abandoned: number
  /** Calls that a person answered, the abandoned ones among them. */
  readonly answered: number
  /** 0–1. */
  readonly share: number
  readonly cap: AbandonmentCap
}

/**
 * Share of abandoned calls among those that a person answered (47 CFR 64.1200(a)(7), Ofcom's statement of 2016: neither
 * counts machines). Fewer calls than could hold two abandoned ones count as so many, so that the first one alone does
 * not end a campaign.
 */
export function abandonmentOf(
  calls: Readonly<Partial<Record<CallResult, number>>>,
  cap: AbandonmentCap,
): Abandonment {
  const abandoned = calls.abandoned ?? 0
  const answered = abandoned + (calls.answered ?? 0)
  return { abandoned, answered, share: abandoned / Math.max(answered, Math.ceil(2 / cap.share)), cap }
}

/** From this part of the cap on, fewer calls at a time; at the last, none: the campaign pauses before the cap. */
const NEAR = 0.5
const TOO_NEAR = 0.9

/** Calls at a time that are left, falling evenly from all to one; `null`: the cap is not near. */
export function callsLeft({ share, cap }: Abandonment, maxConcurrentCalls: number): number | null {
  const part = share / cap.share
  if (part < NEAR) return null
  if (part >= TOO_NEAR) return 0
  return Math.max(1, Math.floor((maxConcurrentCalls * (TOO_NEAR - part)) / (TOO_NEAR - NEAR)))
}

/** "3 of 120 calls answered by people abandoned in 30 days, 2.5 % of at most 3 %". */
export function abandonmentText({ abandoned, answered, share, cap }: Abandonment): string {
  const days = Math.round(cap.withinMs / 86_400_000)
  const time = days === 1 ? '24 hours' : `${days} days`
  return `${abandoned} of ${answered} calls answered by people abandoned in ${time}, ${percent(share)} of at most ${percent(cap.share)}`
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
