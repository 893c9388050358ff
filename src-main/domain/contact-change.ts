import type { ConsentKind } from './consent-record.ts'
import type { E164, ListId, TagId } from './ids.ts'

/** One edit of a contact, with what it needs to be shown and taken back. */
export type ContactChange =
  | { readonly is: 'added' }
  /** Only what changed; `before` and `after` have the same keys. */
  | { readonly is: 'edited'; readonly before: ContactValues; readonly after: ContactValues }
  | { readonly is: 'tagged' | 'untagged'; readonly tag: TagId; readonly name: string }
  | { readonly is: 'listed' | 'unlisted'; readonly list: ListId; readonly name: string }
  | { readonly is: 'consent_added'; readonly kind: ConsentKind }
  | { readonly is: 'consent_withdrawn'; readonly kind: ConsentKind }
  | { readonly is: 'do_not_call'; readonly reason: string }
  | { readonly is: 'callable_again'; readonly reason: string }
  /** Another contact went up in this one. */
  | { readonly is: 'merged'; readonly name: string; readonly phone: E164 | null }
  | { readonly is: 'deleted'; readonly name: string; readonly phone: E164 | null }

export interface ContactValues {
  readonly name?: string
  readonly phone?: E164 | null
  readonly furtherPhones?: readonly E164[]
  readonly zone?: string | null
  readonly language?: string | null
  /** `null`: it had none. */
  readonly fields?: Readonly<Record<string, string | null>>
}
