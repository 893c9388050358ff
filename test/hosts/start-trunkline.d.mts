import type { ChildProcess } from 'node:child_process'

export interface Said {
  out: string
  err: string
}

export interface Trunkline {
  readonly child: ChildProcess
  readonly said: Said
  /** Exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>
  line(pattern: RegExp): Promise<string>
}

export declare const startTrunkline: (
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<Trunkline>
export declare const trunkline: (...args: readonly string[]) => Promise<Said & { code: number | null }>
