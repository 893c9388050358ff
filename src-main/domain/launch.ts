import type { Instant } from './ids.ts'
import type { MissingNeed } from './launch-check.ts'

/** What is chosen in the launch dialog, for a launch and for a restart alike. */
export interface LaunchChoices {
  readonly exclude: Exclusions
  /** Also contacts that were called already; opt-outs stay out. */
  readonly rerunAll: boolean
  /** Clears this campaign's attempts, flags and opt-outs for good; never the workspace's do-not-call list. */
  readonly resetHistory: boolean
  readonly keepLive: boolean
  /** Pauses after the first attempts of so many contacts, drawn by chance; `null`: calls all. */
  readonly testContacts: number | null
}

/** Whom a launch leaves out. */
export interface Exclusions {
  readonly refused: boolean
  /** Why `refused` was switched off; goes to the audit log. Empty while it is on. */
  readonly refusedOffBecause: string
  /** Transferred to a person for longer than so many seconds, 0: at all; `null`: not left out. */
  readonly transferredSeconds: (typeof transferChoices)[number]
  /** Primary goal achieved. */
  readonly successful: boolean
  readonly openedLink: boolean
  readonly texted: boolean
}

export const transferChoices = [0, 60, 90, 120, null] as const

export const launchDefaults: LaunchChoices = {
  exclude: {
    refused: true,
    refusedOffBecause: '',
    transferredSeconds: null,
    successful: true,
    openedLink: false,
    texted: false,
  },
  rerunAll: false,
  resetHistory: false,
  keepLive: false,
  testContacts: null,
}

export const testContactsDefault = 10
export const testContactsRange = { min: 1, max: 10_000 } as const

/** A launch as it was asked for: kept while it prepares its contacts, so that a crash does not leave it half done. */
export interface LaunchIntent {
  readonly do: 'launch' | 'restart'
  readonly choices: LaunchChoices
  readonly actor: string
  readonly at: Instant
}

/** Lines of the dialog, in their order: who was left out by one is not counted by the next. */
export const exclusionLines = ['refused', 'transferred', 'successful', 'opened_link', 'texted'] as const
export type ExclusionLine = (typeof exclusionLines)[number]

/** What a launch with these choices would do now. */
export interface LaunchPreview {
  readonly inCampaign: number
  /** Those whom this launch may call, before anybody is left out. */
  readonly callable: number
  /** What each line takes out, and how many remain after it. */
  readonly lines: readonly {
    readonly line: ExclusionLine
    readonly removed: number
    readonly left: number
  }[]
  /** Of those that remain, how many the workspace's do-not-call list keeps out whatever is chosen. */
  readonly keptOutByDoNotCall: number
  readonly willBeCalled: number
  readonly missing: readonly MissingNeed[]
  /** Trunks of its group that cannot be used now, and why; empty where all can. */
  readonly trunksOut: string
  readonly checks: readonly ComplianceCheck[]
}

export const complianceChecks = ['consent', 'hours', 'opt_out', 'do_not_call', 'consent_records'] as const

/** One line of the compliance checklist. */
export interface ComplianceCheck {
  readonly check: (typeof complianceChecks)[number]
  /** `confirm`: the program cannot know; a person vouches for it. */
  readonly is: 'met' | 'not_met' | 'confirm'
  /** What was found, with its figure. */
  readonly text: string
}

/** What is wrong with these choices, in words; `null`: nothing. */
export function choicesProblem({
  exclude,
  testContacts,
}: LaunchChoices): { readonly field: string; readonly text: string } | null {
  if (!exclude.refused && exclude.refusedOffBecause.trim() === '')
    return { field: 'exclude.refusedOffBecause', text: 'Say why contacts who refused are to be called again' }
  const isChoice = transferChoices.includes(exclude.transferredSeconds)
  if (!isChoice)
    return { field: 'exclude.transferredSeconds', text: 'Choose 120, 90, 60, 0 seconds, or none' }
  const { min, max } = testContactsRange
  if (
    testContacts !== null &&
    !(Number.isSafeInteger(testContacts) && testContacts >= min && testContacts <= max)
  )
    return { field: 'testContacts', text: `Test with ${min} to ${max} contacts` }
  return null
}
