import type { ReadOnlyFile } from '../store/read-only-file.ts'

/**
 * A question about the workspace that is answered beside the main thread: plain data in, plain data out, since both
 * cross between threads. Large ones may come as a `SharedArrayBuffer`, which crosses without being copied.
 */
export interface Read<I, O> {
  /** `quick`: pages, one contact; never waits behind a `slow` one, which looks at many. */
  readonly lane: ReadLane
  /** What the file shows does not change while it runs. */
  readonly run: (file: ReadOnlyFile, input: I) => O | Promise<O>
}

export const readLanes = ['quick', 'slow'] as const
export type ReadLane = (typeof readLanes)[number]

export const quick = <I, O>(run: Read<I, O>['run']): Read<I, O> => ({ lane: 'quick', run })
export const slow = <I, O>(run: Read<I, O>['run']): Read<I, O> => ({ lane: 'slow', run })

// `never` as input: every read fits, whatever it asks for.
export type ReadTable = Readonly<Record<string, Read<never, unknown>>>

export interface Reads<T extends ReadTable> {
  /**
   * Sees what is committed now. Rejects like the read itself, with the reason of `signal` once nobody waits any more,
   * and where the thread that read died twice of it.
   */
  ask<N extends keyof T & string>(
    name: N,
    input: InputOf<T[N]>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<OutputOf<T[N]>>
}

type InputOf<R> = R extends Read<infer I, unknown> ? I : never
type OutputOf<R> = R extends Read<never, infer O> ? O : never
