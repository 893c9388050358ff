import type { CallSearch } from '../search.ts'

export interface FilterProps {
  readonly search: CallSearch
  /** Given where only calls of one campaign are shown. */
  readonly campaign: number | undefined
  readonly onChange: (next: CallSearch) => void
}
