import type { Instant } from '../../../domain/ids.ts'
import type { Health } from './health.ts'

type Timer = ReturnType<typeof setTimeout>

export type ProbeResult =
  /** `againMs`: when to ask again; `null`: not before the trunk falls silent. */
  | { readonly is: 'good'; readonly registered: boolean; readonly againMs: number | null }
  | { readonly is: 'bad'; readonly reason: string; readonly patience: 'short' | 'long' }

export interface KeeperOptions {
  readonly health: Health
  readonly now: () => Instant
  readonly t1Ms: number
  /** REGISTER or OPTIONS, once. Never rejects. */
  readonly probe: () => Promise<ProbeResult>
  /** Ask at once, or only when the trunk falls silent. */
  readonly eager: boolean
}

/** 2, 4, 8 … 30 s with T1 = 500 ms: dialling goes on at most 30 s after the trunk is back. A refusal waits a minute. */
const waitMs = (t1Ms: number, failures: number, patience: 'short' | 'long'): number =>
  patience === 'long' ? 120 * t1Ms : Math.min(60 * t1Ms, 4 * t1Ms * 2 ** (failures - 1))

/** Keeps asking the trunk whether it is there: regularly while it is, with growing pauses while it is not. */
export const createKeeper = ({ health, now, t1Ms, probe, eager }: KeeperOptions) => {
  let failures = 0
  let timer: Timer | null = null
  let asking = false
  let stopped = false

  const schedule = (afterMs: number): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void ask(), afterMs)
  }

  const fail = (reason: string, patience: 'short' | 'long'): void => {
    failures++
    const afterMs = waitMs(t1Ms, failures, patience)
    health.down(reason, now() + afterMs)
    schedule(afterMs)
  }

  const ask = async (): Promise<void> => {
    if (asking || stopped) return
    asking = true
    if (!eager) health.halfOpen()
    const result = await probe()
    asking = false
    if (stopped) return
    if (result.is === 'bad') fail(result.reason, result.patience)
    else {
      failures = 0
      health.up(result.registered)
      if (result.againMs !== null) schedule(result.againMs)
    }
  }

  return {
    start(): void {
      if (eager) void ask()
    },
    /** A call got no answer or could not be sent: the trunk is down until it says something again. */
    lost(reason: string): void {
      if (!asking && !stopped && health.get().is !== 'down') fail(reason, 'short')
    },
    stop(): void {
      stopped = true
      if (timer) clearTimeout(timer)
    },
  }
}

export type Keeper = ReturnType<typeof createKeeper>
