import type { CampaignId, Instant } from '../../domain/ids.ts'
import type { LaunchChoices } from '../../domain/launch.ts'
import type { ForecastRefusal, ForecastReport } from '../../engine/forecast/forecast-report.ts'

/** What a forecast is asked; crosses to its worker. */
export interface ForecastOrder {
  /** Path of the workspace's database; only read. */
  readonly file: string
  /** Folder of resources, with the rules of the law. */
  readonly resources: string
  readonly campaign: CampaignId
  /** Of a launch or restart; left out, a campaign at work goes on and any other one starts with the defaults. */
  readonly choices?: LaunchChoices
  readonly at: Instant
  readonly seed?: number
  /** The people of the practice carrier instead of real ones; a trunk that leads there has them anyway. */
  readonly practice?: PracticeAssumption
}

export interface PracticeAssumption {
  readonly seed: number
  readonly speed: number
}

export type ForecastMessage =
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'done'; readonly report: ForecastReport }
  | { readonly is: 'refused'; readonly refusal: ForecastRefusal }
