import { isPracticeOnly } from '../../engine/consent-need.ts'
import { buildInput } from '../../engine/forecast/build-input.ts'
import { forecast } from '../../engine/forecast/forecast.ts'
import type { ForecastRefusal, ForecastReport } from '../../engine/forecast/forecast-report.ts'
import { createRulebook } from '../../engine/rulebook.ts'
import { createHolidays } from '../../numbering/holidays.ts'
import { readProfiles } from '../../numbering/read-profiles.ts'
import { readForecast } from '../../store/read-forecast.ts'
import { openReadOnly } from '../../store/read-only-file.ts'
import type { ForecastOrder } from './forecast-order.ts'
import { practicePeople } from './practice-people.ts'

/** Reads and simulates in this thread: for the worker, and for tests. */
export async function forecastHere(
  order: ForecastOrder,
  onProgress: (share: number) => void,
): Promise<ForecastReport | ForecastRefusal> {
  const { file, resources, campaign, choices, at, seed } = order
  const rules = createRulebook(await readProfiles(resources), createHolidays())
  const opened = openReadOnly(file)
  try {
    const rows = readForecast(opened, { campaign, choices, at })
    if (rows === null) return { refused: 'not_found', message: `There is no campaign ${campaign}.` }
    const practice = order.practice ?? (isPracticeOnly(rows.campaign) ? { seed: 1, speed: 1 } : undefined)
    rules.switchOff(rows.profilesOff)
    const input = buildInput(rows, {
      rules,
      ...(practice === undefined ? {} : { practice: practicePeople(practice), consentOnFile: true }),
    })
    return forecast(input, { onProgress, ...(seed === undefined ? {} : { seed }) })
  } finally {
    opened.close()
  }
}
