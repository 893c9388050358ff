import type { Instant } from './ids.ts'

export const launchNeeds = ['contacts', 'agent', 'number', 'trunk', 'window', 'end'] as const
export type LaunchNeed = (typeof launchNeeds)[number]

export interface LaunchFacts {
  /** Whom this launch would call. */
  readonly callableContacts: number
  readonly agent: 'none' | 'inactive' | 'ready'
  /** Caller IDs of the campaign, and those that may be shown: switched on, not excluded. */
  readonly numbers: { readonly all: number; readonly usable: number }
  /** Its failover group, preferred first. */
  readonly trunks: readonly { readonly name: string; readonly usable: boolean; readonly why: string }[]
  /** Some contact's place is open some day, by the campaign's own hours and by law. */
  readonly everOpens: boolean
  readonly endsAt: Instant | null
  /** Waits for contacts, and has no end. */
  readonly keepLive: boolean
}

/** Where a missing point is mended. */
export type MendTarget = 'contacts' | 'agent' | 'numbers' | 'trunk' | 'schedule'

export interface MissingNeed {
  readonly need: LaunchNeed
  readonly text: string
  readonly mendIn: MendTarget
}

/** What is still missing before a launch; empty: ready. */
export function missingForLaunch(facts: LaunchFacts, now: Instant): readonly MissingNeed[] {
  const { agent, numbers, trunks, keepLive } = facts
  const missing: MissingNeed[] = []
  const need = (isMet: boolean, name: LaunchNeed, mendIn: MendTarget, text: string) => {
    if (!isMet) missing.push({ need: name, text, mendIn })
  }
  need(facts.callableContacts > 0 || keepLive, 'contacts', 'contacts', 'No contact that may be called')
  need(
    agent === 'ready',
    'agent',
    'agent',
    agent === 'inactive' ? 'Its agent is switched off' : 'No agent with a published version',
  )
  need(
    numbers.usable > 0,
    'number',
    'numbers',
    numbers.all === 0
      ? 'No caller number'
      : `None of its ${numbers.all} caller numbers is usable: each is switched off or excluded`,
  )
  need(
    trunks.some(({ usable }) => usable),
    'trunk',
    'trunk',
    noTrunkUsable(trunks),
  )
  need(
    facts.everOpens,
    'window',
    'schedule',
    'No call window ever opens in which the law allows to call one of its contacts',
  )
  need(
    keepLive || facts.endsAt === null || facts.endsAt > now,
    'end',
    'schedule',
    'The end of the schedule has passed',
  )
  return missing
}

function noTrunkUsable(trunks: LaunchFacts['trunks']): string {
  const [only, ...others] = trunks
  if (only === undefined) return 'No trunk'
  return others.length === 0
    ? `The trunk cannot be used: ${only.why}`
    : `None of its trunks can be used: ${trunksOut(trunks)}`
}

/** Which trunks of a group cannot be used, and why; empty where all can. */
export const trunksOut = (trunks: LaunchFacts['trunks']): string =>
  trunks
    .filter(({ usable }) => !usable)
    .map(({ name, why }) => `${name}: ${why}`)
    .join('; ')
