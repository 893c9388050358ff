import type { AllReads } from '../../api/reads.ts'
import type { Reads } from '../../contacts/read-work.ts'
import type { LaunchCounts } from '../../engine/ports/launch-records.ts'

/** What a launch counts, beside the thread of the calls. */
export const countLaunches = ({ ask }: Pick<Reads<AllReads>, 'ask'>): LaunchCounts => ({
  totals: (...asked) => ask('launchTotals', asked),
  keptBy: (...asked) => ask('launchKeptBy', asked),
  places: (...asked) => ask('launchPlaces', asked),
  consented: (...asked) => ask('launchConsented', asked),
})
