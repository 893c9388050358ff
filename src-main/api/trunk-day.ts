import { DateTime } from 'luxon'
import type { TrunkDay } from '../contract/workspace.ts'
import { figures } from '../domain/figures.ts'
import type { TrunkDayCount } from '../store/read-trunk-day.ts'
import type { Services } from './services.ts'

/** What each trunk has carried since midnight by the clock of the workspace, and what that has cost. */
export async function trunkDay(
  { reads, now, zone }: Pick<Services, 'reads' | 'now' | 'zone'>,
  signal: AbortSignal | undefined,
): Promise<TrunkDay> {
  const since = DateTime.fromMillis(now(), { zone }).startOf('day').toMillis()
  const counts = await reads.ask('trunkDay', since, { signal })
  return {
    trunks: [...Map.groupBy(counts, ({ trunk }) => trunk)].map(([id, own]) => {
      const { ended, answerRate } = figures([], own)
      return { id, ended, answerRate, firstRingMs: firstRing(own) }
    }),
    costs: [...Map.groupBy(counts, ({ currency }) => currency)].flatMap(([currency, own]) =>
      currency === null
        ? []
        : [
            {
              currency,
              micros: own.reduce((sum, { costMicros }) => sum + costMicros, 0),
              calls: figures([], own).ended,
            },
          ],
    ),
  }
}

function firstRing(counts: readonly TrunkDayCount[]): number | null {
  const rang = counts.reduce((sum, count) => sum + count.rang, 0)
  return rang === 0 ? null : counts.reduce((sum, { pddMs }) => sum + pddMs, 0) / rang
}
