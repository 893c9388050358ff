import type { ContactList, Segment } from '../../../../src-main/contract/contact-groups.ts'
import type { ContactFilter } from '../../../../src-main/contract/contact-query.ts'

/** What is asked about a list or a segment; one dialog at a time. */
export type GroupAsked =
  | { readonly is: 'new-list' }
  | { readonly is: 'rename-list'; readonly list: ContactList }
  | { readonly is: 'remove-list'; readonly list: ContactList }
  | { readonly is: 'new-segment' }
  | { readonly is: 'save-segment'; readonly filter: ContactFilter }
  | { readonly is: 'edit-segment'; readonly segment: Segment }
  | { readonly is: 'rename-segment'; readonly segment: Segment }
  | { readonly is: 'remove-segment'; readonly segment: Segment }
