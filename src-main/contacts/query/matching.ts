import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { Sql } from './sql.ts'

/** A condition over `contacts`, and over `leads` where the rows are those of one campaign. */
export interface Matching {
  /** 1 or 0, never null. */
  readonly where: Sql
  /**
   * Each alone selects the ids of all contacts that can match, perhaps of others too and some twice, out of an index:
   * where they are few, only those are looked at.
   */
  readonly sources: readonly Sql[]
}

/** What a condition is asked about. */
export interface Asked {
  readonly now: Instant
  /** Whose `leads` stand beside the contacts; `null`: none do. */
  readonly campaign: CampaignId | null
}

export const matching = (where: Sql, ...sources: readonly Sql[]): Matching => ({ where, sources })
