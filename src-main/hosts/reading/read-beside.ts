import type { Logger } from 'pino'
import type { AllReads } from '../../api/reads.ts'
import type { Reads } from '../../contacts/read-work.ts'
import type { EngineOptions } from '../../engine/assemble.ts'

/** What the engine reads beside the thread of the calls. */
export const readBeside = (
  { ask }: Pick<Reads<AllReads>, 'ask'>,
  log: Logger,
): Required<Pick<EngineOptions, 'counts' | 'numberDay'>> => ({
  counts: {
    totals: (...asked) => ask('launchTotals', asked),
    keptBy: (...asked) => ask('launchKeptBy', asked),
    places: (...asked) => ask('launchPlaces', asked),
    consented: (...asked) => ask('launchConsented', asked),
  },
  numberDay: (...asked) =>
    ask('numberDay', asked).catch(error => {
      // Also what is under way when the program ends.
      log.info(error, 'The calls of a number could not be read; the scores wait')
      return null
    }),
})
