import type { Instant } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { Micros } from '../../domain/money.ts'
import type { ForecastReport } from '../../engine/forecast/forecast-report.ts'
import type { RunCounts, RunEnd, RunProgress } from '../run-campaign.ts'
import type { Verdict } from './judge.ts'
import type { Idle } from './longest-idle.ts'
import type { ComparableFigures } from './rehearsal-report.ts'

/** What the rehearsal of a campaign came to. Fields that a forecast has too are named as there. */
export interface CampaignRehearsal extends Verdict, ComparableFigures, Pick<RunCounts, 'byResult'> {
  readonly name: string
  readonly end: RunEnd
  readonly contacts: number
  /** How many contacts these were drawn from by chance; `null`: all were rehearsed. */
  readonly drawnFrom: number | null
  /** When its last contact became final; `null`: it did not come to its end. */
  readonly finishAt: Instant | null
  readonly cost: { readonly currency: string; readonly micros: Micros } | null
  /** Contacts with a conversation. */
  readonly reached: number
  /** Calls that were picked up. */
  readonly answered: number
  /** Calls in which the person asked not to be called again. */
  readonly optOuts: number
  /** `null`: it never stood still for five minutes. */
  readonly longestIdle: Idle | null
  readonly statuses: Readonly<Partial<Record<LeadStatus, number>>>
  /** INVITEs as the carrier saw them. */
  readonly invites: number
  /** INVITEs outside the hours of campaign and law, by the carrier's ledger; `null`: this campaign's hours are lifted. */
  readonly outsideHours: number | null
  /** What was expected of the same people before. */
  readonly forecast: ForecastReport
  /** Real time, and time on the practice clock. */
  readonly seconds: number
  readonly practiceSeconds: number
}

export interface RehearsalProgress extends RunProgress {
  /** On the practice clock. */
  readonly at: Instant
  /** Real time since the first contact may be called. */
  readonly seconds: number
  /** What the forecast says about the same people. */
  readonly expected: { readonly contacts: number; readonly calls: number }
}
