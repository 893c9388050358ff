import type { GoalOutcome } from './flow.ts'

/** What happened within a conversation, in order; `atMs` counts from the answer (200 OK). */
export type ConversationEvent =
  | { readonly is: 'agent_said'; readonly atMs: number; readonly text: string; readonly interrupted: boolean }
  | { readonly is: 'key_pressed'; readonly atMs: number; readonly key: string }
  | { readonly is: 'person_spoke'; readonly atMs: number; readonly forMs: number }
  | {
      readonly is: 'answer'
      readonly atMs: number
      readonly store: string
      readonly value: string
      readonly label: string
    }
  | { readonly is: 'goal'; readonly atMs: number; readonly name: string; readonly outcome: GoalOutcome }
  /** The flow answers one of the campaign's questions. */
  | { readonly is: 'analysis'; readonly atMs: number; readonly question: string; readonly value: string }
  | { readonly is: 'opt_out'; readonly atMs: number; readonly scope: 'all' | 'campaign' }
  | { readonly is: 'ended_by_agent'; readonly atMs: number }
