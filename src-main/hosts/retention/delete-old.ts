import { sql } from 'kysely'
import type { CallId, Instant } from '../../domain/ids.ts'
import type { Change } from '../../store/change.ts'

/** Calls per transaction: their conversations are some hundred rows each. */
const BATCH = 100

export interface OldCalls {
  /** Ended after this … */
  readonly from: Instant
  /** … and not after this. */
  readonly to: Instant
}

/**
 * Deletes the recordings of calls that ended in a span of time; the calls stay.
 *
 * @param removeFile deletes a recording, given relative to the data folder; one that is gone already is no error
 * @returns how many
 */
export const deleteRecordings = (
  change: Change,
  span: OldCalls,
  removeFile: (path: string) => Promise<void>,
): Promise<number> =>
  forBatches(change, span, async calls => {
    const recorded = calls.filter(call => call.recording !== null)
    if (recorded.length === 0) return 0
    for (const { recording } of recorded) await removeFile(String(recording))
    const ids = recorded.map(({ id }) => id)
    await change(tx => tx.updateTable('calls').set({ recording: null }).where('id', 'in', ids).execute())
    return recorded.length
  })

/** Deletes what was said on calls that ended in a span of time; results and the calls stay. @returns of how many calls */
export const deleteTranscripts = (change: Change, span: OldCalls): Promise<number> =>
  forBatches(change, span, calls =>
    change(async tx => {
      const ids = calls.map(({ id }) => id)
      const found = await tx
        .selectFrom('call_events')
        .select('call_id')
        .distinct()
        .where('call_id', 'in', ids)
        .execute()
      if (found.length > 0) await tx.deleteFrom('call_events').where('call_id', 'in', ids).execute()
      return found.length
    }),
  )

interface Call {
  readonly id: CallId
  readonly recording: string | null
}

async function forBatches(
  change: Change,
  { from, to }: OldCalls,
  work: (calls: readonly Call[]) => Promise<number>,
): Promise<number> {
  let done = 0
  let after = { at: from, id: 0 as CallId }
  for (;;) {
    const since = after
    const calls = await change(tx =>
      tx
        .selectFrom('calls')
        .select(['id', 'recording', 'ended_at'])
        // Written out, so that the index over ended calls is used.
        .where(sql<boolean>`state = 'ended'`)
        .where('ended_at', '>=', since.at)
        .where('ended_at', '<=', to)
        .where(({ eb, or, and }) =>
          or([eb('ended_at', '>', since.at), and([eb('ended_at', '=', since.at), eb('id', '>', since.id)])]),
        )
        .orderBy('ended_at')
        .orderBy('id')
        .limit(BATCH)
        .execute(),
    )
    const last = calls.at(-1)
    if (last === undefined) return done
    done += await work(calls)
    after = { at: last.ended_at ?? since.at, id: last.id }
  }
}
