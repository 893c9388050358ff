import { useEffect, useState } from 'react'
import type { CampaignRow } from '../../../src-main/contract/campaigns.ts'
import type { ForecastReport } from '../../../src-main/contract/forecast.ts'
import type { LaunchChoices } from '../../../src-main/contract/launch.ts'
import { client } from '../../api/client.ts'

export interface Forecast {
  /** The latest that came; stays while the next is simulated. */
  readonly report: ForecastReport | undefined
  /** 0–1 while it is simulated, `null` when it is done. */
  readonly progress: number | null
  readonly failed: boolean
}

/** It found no number to call with, so that its figures say nothing. */
export const standsWithoutNumber = (report: Forecast['report']) =>
  report?.firstCallAt === null && report.idles.some(({ reason }) => reason === 'no-number')

const restMs = 400

/**
 * Simulates the campaign with these choices; begins anew a moment after they changed, or after `stored`, which stands
 * for what is saved of it. Without an id there is nothing to simulate yet.
 */
export function useForecast(
  id: CampaignRow['id'] | undefined,
  choices: LaunchChoices | undefined,
  stored: string | number = '',
): Forecast {
  const [forecast, setForecast] = useState<Forecast>({ report: undefined, progress: 0, failed: false })
  const asked = JSON.stringify(choices)
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal choices are the same question; what is stored is asked anew
  useEffect(() => {
    if (id === undefined) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      setForecast(({ report }) => ({ report, progress: 0, failed: false }))
      try {
        const events = await client.forecast.run({ id, ...(choices && { choices }) }, { signal: stop.signal })
        for await (const event of events)
          setForecast(({ report }) =>
            event.is === 'done'
              ? { report: event.report, progress: null, failed: false }
              : { report, progress: event.share, failed: false },
          )
      } catch {
        if (!stop.signal.aborted) setForecast({ report: undefined, progress: null, failed: true })
      }
    }, restMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [id, asked, stored])
  return forecast
}
