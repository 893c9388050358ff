import { assumedOutcomes, assumptionsInWords } from './assumed-outcomes.ts'
import type { People } from './forecast-input.ts'
import type { EndedRow, ForecastRows } from './forecast-rows.ts'
import { ENOUGH_CALLS, learnOutcomes } from './learn-outcomes.ts'

/** People as the campaign's own calls show them, else those of the workspace, else as is assumed. */
export function peopleFrom({ ended, places }: Pick<ForecastRows, 'ended' | 'places'>): People {
  const zoneOf = ({ place }: EndedRow) => places.get(place)?.zones[0] ?? 'UTC'
  for (const scope of ['campaign', 'workspace'] as const) {
    const calls = ended(scope)
    if (calls.length < ENOUGH_CALLS) continue
    const whose = scope === 'campaign' ? 'of this campaign' : 'of this workspace'
    return {
      from: 'history',
      calls: calls.length,
      table: learnOutcomes(calls, zoneOf),
      text: `Answers, rings and talks as in the latest ${calls.length} calls ${whose}`,
    }
  }
  return {
    from: 'assumptions',
    table: assumedOutcomes,
    text: `Assumed, as this workspace has fewer than ${ENOUGH_CALLS} calls to learn from: ${assumptionsInWords.join(', ')}`,
  }
}
