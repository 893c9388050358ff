import type { AnalyticsChoices, CallFigures } from '../../../../src-main/contract/analytics.ts'
import type { AnalyticsSearch } from './search.ts'

/** What every panel knows. */
export interface Shown {
  /** Name of the campaign, for the names of files. */
  readonly of: string
  readonly choices: AnalyticsChoices
  readonly calls: CallFigures
  readonly search: AnalyticsSearch
}
