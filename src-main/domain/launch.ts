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
  readonly transferredSeconds: number | null
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
