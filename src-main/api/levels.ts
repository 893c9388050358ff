import { setTimeout as sleep } from 'node:timers/promises'
import type { CallId } from '../domain/ids.ts'
import type { Services } from './services.ts'

const EVERY_MS = 500

/** How loud each answered call is, while somebody looks; the engine does not change by it. */
export async function* levels(
  { engine, dialer }: Pick<Services, 'engine' | 'dialer'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<[CallId, number][], void, void> {
  while (!signal?.aborted) {
    yield engine.activeCalls().flatMap(({ call }) => {
      const level = dialer.level(call)
      return level === null ? [] : [[call, rounded(Math.max(level.caller, level.agent))]]
    })
    await sleep(EVERY_MS, undefined, signal ? { signal } : {}).catch(() => {})
  }
}

const rounded = (level: number) => Math.round(level * 100) / 100
