import { readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'

/**
 * Steps of `nice`: a third of a core that a call's thread wants too, all of one that nobody wants. Not more: a job that
 * hardly runs would hold its turn to write for too long.
 */
const STEPS = 5
const LEAST = 19

/**
 * From now on the system prefers the threads that carry calls to this one: audio that is due every millisecond does not
 * wait until a job has used up its time on the core. Only Linux has such a wish for a single thread.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')))
    setPriority(thread, Math.min(LEAST, getPriority(thread) + STEPS))
  } catch {
    // Where the system forbids it, the job works beside the calls as one of them.
  }
}
