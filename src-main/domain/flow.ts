/**
 * A flow is an agent's script: a graph of steps as plain JSON. Each step names its successors by id.
 * Texts may hold `{{variables}}` that are filled from the contact's name and fields.
 */
export type StepId = string

/** Where a way of a draft leads that was not connected yet. */
export const nowhere: StepId = ''

/** The keys of a telephone, in the order of their RFC 4733 events 0–15. */
export const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#', 'A', 'B', 'C', 'D'] as const
export type Key = (typeof keys)[number]

export type GoalOutcome = 'achieved' | 'partially_achieved' | 'not_achieved'

export type FlowStep =
  /** Speaks, then goes on. An interruptible text stops at the first key. */
  | { readonly do: 'say'; readonly text: string; readonly interruptible?: boolean; readonly next: StepId }
  /**
   * Speaks, then waits for keys. `choices` are the keys that are understood; with `digits` any number of up to
   * that many digits is taken and ends with # or after `waitSeconds`. `tries` asks again on silence or a wrong key.
   */
  | {
      readonly do: 'ask'
      readonly text: string
      readonly store: string
      readonly choices?: Readonly<Partial<Record<Key, { readonly label: string; readonly next: StepId }>>>
      readonly digits?: number
      readonly next?: StepId
      readonly waitSeconds: number
      readonly tries: number
      readonly onSilence: StepId
      readonly onMisunderstood?: StepId
    }
  /** Goes to the first case whose value equals the variable, else to `otherwise`. */
  | {
      readonly do: 'branch'
      readonly on: string
      readonly cases: readonly { readonly is: string; readonly next: StepId }[]
      readonly otherwise: StepId
    }
  | { readonly do: 'goal'; readonly name: string; readonly outcome: GoalOutcome; readonly next: StepId }
  /** Records the answer to one of the campaign's questions; the value may hold variables. */
  | { readonly do: 'answer'; readonly question: string; readonly value: string; readonly next: StepId }
  /** Puts the number on the do-not-call list (scope `all`) or refuses this campaign only, then goes on. */
  | { readonly do: 'opt_out'; readonly scope: 'all' | 'campaign'; readonly next: StepId }
  /** Speaks its text, if any, and hangs up. */
  | { readonly do: 'end'; readonly text?: string }

export interface Flow {
  readonly start: StepId
  readonly steps: Readonly<Record<StepId, FlowStep>>
  /** Longest call in seconds; the agent then hangs up. */
  readonly maxCallSeconds: number
  /** Sample values for variables that a contact lacks: `{ appointment_time: 'half past nine' }`. */
  readonly defaults?: Readonly<Record<string, string>>
  /** Where steps were put on the canvas, in its pixels; left out, they are laid out by themselves. */
  readonly places?: Readonly<Record<StepId, { readonly x: number; readonly y: number }>>
}
