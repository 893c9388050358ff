import type { RehearsalReport } from '../../contract/rehearsal.ts'
import type { ForecastReport } from '../../engine/forecast/forecast-report.ts'
import type { ComposeRefusal } from '../application.ts'
import type { CampaignRehearsal } from './campaign-rehearsal.ts'
import type { RehearsalEnd } from './rehearsal-order.ts'

const MOST_DIFFERENCES = 5

/** A rehearsal as the launch dialog shows it. */
export function endOf(made: CampaignRehearsal | ComposeRefusal): RehearsalEnd {
  if ('refused' in made)
    return { is: 'failed', what: made.message, cure: 'Nothing in this workspace was changed.' }
  const { end } = made
  if (end.is === 'refused')
    return { is: 'failed', what: end.why, cure: 'Mend this first, then rehearse again.' }
  return {
    is: 'done',
    report: { ...shown(made), end: { is: end.is, why: 'why' in end ? end.why : '' } },
  }
}

function shown(made: CampaignRehearsal): Omit<RehearsalReport, 'end'> {
  const { forecast, invites, calledTwice, outsideHours, mismatches, differences } = made
  const { contacts, drawnFrom, calls, reached, answered, optOuts, cost, finishAt } = made
  return {
    contacts,
    drawnFrom,
    calls,
    reached,
    answered,
    optOuts,
    cost,
    finishAt,
    longestIdle: made.longestIdle,
    expected: {
      calls: forecast.calls,
      reached: forecast.reached,
      answered: forecast.answered,
      optOuts: forecast.optOuts,
      cost: forecast.cost,
      finishAt: forecast.finishAt,
      longestIdle: longestOf(forecast),
    },
    ledger: {
      invites,
      calledTwice,
      outsideHours,
      mismatches,
      differences: differences.slice(0, MOST_DIFFERENCES),
    },
    seconds: made.seconds,
    practiceSeconds: made.practiceSeconds,
  }
}

/** From the first call on, where the practice clock begins; one without an end is longer than any other. */
function longestOf({ idles, firstCallAt }: ForecastReport): RehearsalReport['longestIdle'] {
  const length = ({ from, until }: (typeof idles)[number]) => (until ?? Number.POSITIVE_INFINITY) - from
  const sinceFirst = idles.filter(({ from }) => firstCallAt !== null && from >= firstCallAt)
  return sinceFirst.toSorted((a, b) => length(b) - length(a))[0] ?? null
}
