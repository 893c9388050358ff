import type { Dice } from '../ports/dice.ts'
import { createDice } from './dice.ts'
import type { ForecastInput } from './forecast-input.ts'
import type { ForecastReport } from './forecast-report.ts'
import { type Outcomes, outcomesOf, resampled } from './outcomes.ts'
import { reportOf } from './report-of.ts'
import { simulate } from './simulate.ts'
import type { SimulatedRun } from './simulated-run.ts'

export interface ForecastOptions {
  /** 1 where absent: the same forecast gives the same figures. */
  readonly seed?: number
  /** 0–1. */
  readonly onProgress?: (share: number) => void
}

// Leads of all runs together: about 10 s of work; a million leads alone take one run.
const MOST_SIMULATED = 750_000
const MOST_RUNS = 25

/** Simulates the rest of a campaign several times, each with people who might as well have been so. */
export function forecast(input: ForecastInput, options: ForecastOptions = {}): ForecastReport {
  const { seed = 1, onProgress = () => {} } = options
  const began = performance.now()
  const { size } = input.list
  const count = Math.max(1, Math.min(MOST_RUNS, Math.floor(MOST_SIMULATED / Math.max(1, size))))
  const runs: SimulatedRun[] = []
  for (let run = 0; run < count; run++) {
    const progress = (final: number) => onProgress((run + final / Math.max(1, size)) / count)
    progress(0)
    const dice = createDice(seed * 7919 + run)
    runs.push(simulate(input, people(input, count, dice), dice, { progress }))
  }
  onProgress(1)
  return reportOf(input, runs, performance.now() - began)
}

/** Several runs differ by what their sample of people was, too. */
function people({ people }: ForecastInput, runs: number, dice: Dice): Outcomes {
  if (people.from === 'practice') return people.play
  return outcomesOf(runs === 1 ? people.table : resampled(people.table, dice))
}
