import type { StepId } from './flow.ts'
import type { ConversationEvent } from './transcript.ts'

/** What happens on a call on which an agent is only tried, in this order: preparing*, answered, (saying | happened)*, ended. */
export type TrialEvent =
  /** Its first sentences are rendered, so many of them so far. */
  | { readonly is: 'preparing'; readonly done: number; readonly total: number }
  | { readonly is: 'answered' }
  /** That step begins to speak; `happened` tells when it was heard. */
  | { readonly is: 'saying'; readonly step: StepId; readonly text: string }
  | { readonly is: 'happened'; readonly event: ConversationEvent }
  /** `trouble`: why it could not go on, in words; `null` where somebody hung up. */
  | { readonly is: 'ended'; readonly by: 'agent' | 'person' | null; readonly trouble: string | null }
