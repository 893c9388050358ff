import type { Instant } from './ids.ts'
import { nextOpening, type Schedule } from './schedule.ts'

export const launchNeeds = ['contacts', 'agent', 'number', 'trunk', 'window', 'end'] as const
export type LaunchNeed = (typeof launchNeeds)[number]

export interface LaunchFacts {
  readonly callableContacts: number
  readonly hasAgent: boolean
  readonly usableNumbers: number
  /** `null`: none chosen. */
  readonly trunk: { readonly usable: boolean; readonly why: string } | null
  readonly schedule: Schedule
  readonly hoursLifted: boolean
  readonly keepLive: boolean
}

export interface MissingNeed {
  readonly need: LaunchNeed
  readonly text: string
}

/** What is still missing before a launch; empty: ready. */
export function missingForLaunch(facts: LaunchFacts, now: Instant): readonly MissingNeed[] {
  const { schedule, trunk } = facts
  const missing: MissingNeed[] = []
  const need = (isMet: boolean, name: LaunchNeed, text: string) => {
    if (!isMet) missing.push({ need: name, text })
  }
  need(facts.callableContacts > 0 || facts.keepLive, 'contacts', 'No contact that may be called')
  need(facts.hasAgent, 'agent', 'No agent with a published version')
  need(facts.usableNumbers > 0, 'number', 'No usable caller number')
  need(
    trunk?.usable ?? false,
    'trunk',
    trunk === null ? 'No trunk' : `The trunk cannot be used: ${trunk.why}`,
  )
  need(facts.hoursLifted || nextOpening(schedule, now) !== null, 'window', 'No call window ever opens')
  need(schedule.endsAt === null || schedule.endsAt > now, 'end', 'The end of the schedule has passed')
  return missing
}
