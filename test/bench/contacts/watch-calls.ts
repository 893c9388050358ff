import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Workspace } from '../../../src-main/hosts/workspace.ts'

/** How the calls of a stretch of time went. */
export type CallFigures = {
  /** How late packets left: over the stretch, and in the worst ten seconds of it. */
  readonly pacingP50Ms: number
  readonly pacingP99Ms: number
  readonly pacingP99WorstMs: number
  /** The main thread, on which the engine beats: how late it comes to what is due. */
  readonly beatP99Ms: number
  readonly beatWorstMs: number
  /** From the choice of a contact to the INVITE. */
  readonly startP50Ms: number
  readonly startP99Ms: number
  readonly startsPerSecond: number
  readonly callsAtOnce: number
  /** Share of the people's packets that came late or never. */
  readonly lostPerMille: number
  readonly seconds: number
}

/** The pool tells of the last ten seconds. */
const WINDOW_MS = 10_000
const COUNT_EVERY_MS = 250

/** From now on, to the end that `ended` asks for; at least one window. */
export function watchCalls({ media, engine, store, now }: Workspace) {
  const [began, from] = [performance.now(), now()]
  const windows: { readonly p50: number; readonly p99: number }[] = []
  const active: number[] = []
  const look = () => {
    const { pacingP50Ms, pacingP99Ms } = media.health()
    windows.push({ p50: pacingP50Ms, p99: pacingP99Ms })
  }
  const windowTimer = setInterval(look, WINDOW_MS)
  const countTimer = setInterval(() => active.push(engine.activeCalls().length), COUNT_EVERY_MS)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  return async function ended(): Promise<CallFigures> {
    const seconds = (performance.now() - began) / 1_000
    delay.disable()
    clearInterval(windowTimer)
    clearInterval(countTimer)
    if (windows.length === 0) look()
    const calls = await store.db
      .selectFrom('calls')
      .select(['reserved_at', 'sending_at', 'ended_at', 'media'])
      .where(({ eb, or }) => or([eb('sending_at', '>=', from), eb('ended_at', '>=', from)]))
      .execute()
    const started = calls.filter(call => call.sending_at !== null && call.sending_at >= from)
    const waits = started.map(call => (call.sending_at ?? 0) - call.reserved_at)
    const heard = calls.flatMap(({ media: told }) => {
      const figures = told === null ? null : (JSON.parse(told) as { received: number; lost: number })
      return figures === null ? [] : [figures]
    })
    const sum = (pick: (figures: { received: number; lost: number }) => number) =>
      heard.reduce((all, figures) => all + pick(figures), 0)
    return {
      pacingP50Ms: shareOf(
        windows.map(({ p50 }) => p50),
        0.5,
      ),
      pacingP99Ms: shareOf(
        windows.map(({ p99 }) => p99),
        0.5,
      ),
      pacingP99WorstMs: Math.max(...windows.map(({ p99 }) => p99)),
      beatP99Ms: delay.percentile(99) / 1e6,
      beatWorstMs: delay.max / 1e6,
      startP50Ms: shareOf(waits, 0.5),
      startP99Ms: shareOf(waits, 0.99),
      startsPerSecond: started.length / seconds,
      callsAtOnce: active.reduce((all, count) => all + count, 0) / Math.max(1, active.length),
      lostPerMille:
        (1_000 * sum(({ lost }) => lost)) /
        Math.max(
          1,
          sum(({ received, lost }) => received + lost),
        ),
      seconds,
    }
  }
}

function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
