import type { Flow, StepId } from '../domain/flow.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { LegEvent, MediaLeg } from '../telephony/media/media-pool.ts'

/** One agent talking on one answered call. */
export interface AgentCall {
  /** Feeds what the leg reports. */
  heard(event: LegEvent): void
  /** A key by SIP INFO. */
  key(key: string): void
  /** The call is over from outside: stops all timers; nothing is told after this. */
  stop(): void
}

export interface AgentCallOptions {
  readonly flow: Flow
  readonly variables: Readonly<Record<string, string>>
  readonly leg: MediaLeg
  readonly happened: (event: ConversationEvent) => void
  /** Told as the step begins to speak. */
  readonly saying?: (step: StepId, text: string) => void
  /** The agent wants to hang up. Told once. */
  readonly hangUp: () => void
  /** Turns text into a sound id known to the pool, or samples when it is spoken once only. */
  readonly speech: Speech
}

export interface Speech {
  /**
   * Renders every sentence that can be foreseen into the pool, from the cache on disk where it can. Rejects, in words,
   * when one cannot be spoken: nobody should be called by such an agent.
   */
  prepare(flow: Flow, onProgress?: (done: number, total: number) => void): Promise<void>
  /**
   * 8 kHz samples for one text, cached for this process. Never rejects: falls back to a short tone, also where it cannot
   * be had within `withinMs`, so long as somebody waits; left out, behind all for which somebody does.
   */
  speak(text: string, withinMs?: number): Promise<Int16Array>
  /** The same for somebody who wants to know whether it can be spoken: rejects, in words, when it cannot. */
  hear(text: string): Promise<Int16Array>
  /** Sound id when `prepare` has loaded exactly this text. */
  known(text: string): string | null
  close(): Promise<void>
}
