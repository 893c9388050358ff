import { JobCalledOff, JobInterrupted } from '../../contacts/job-work.ts'

/**
 * Whether a job may go on, in memory that both threads see: asking costs nothing, and the moment from which it cannot
 * be cancelled and the moment in which somebody cancels are in one order.
 */
export type JobWord = SharedArrayBuffer

const MAY_BE_CANCELLED = 0
const CANCELLED = 1
const FIRM = 2
const INTERRUPTED = 3

export function newJobWord(mayBeCancelled: boolean): JobWord {
  const word = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  new Int32Array(word)[0] = mayBeCancelled ? MAY_BE_CANCELLED : FIRM
  return word
}

/** False: it cannot be cancelled any more. */
export const callOff = (word: JobWord): boolean => {
  const before = Atomics.compareExchange(new Int32Array(word), 0, MAY_BE_CANCELLED, CANCELLED)
  return before === MAY_BE_CANCELLED || before === CANCELLED
}

/** The program ends; wakes a job that sleeps. */
export const interrupt = (word: JobWord): void => {
  Atomics.store(new Int32Array(word), 0, INTERRUPTED)
  Atomics.notify(new Int32Array(word), 0)
}

/** Of a job that is cleaned up: nothing but the end of the program stops it. */
export const makeFirm = (word: JobWord): void => {
  const words = new Int32Array(word)
  for (const from of [MAY_BE_CANCELLED, CANCELLED]) Atomics.compareExchange(words, 0, from, FIRM)
}

/** Throws where it was cancelled before, and where the program ends. */
export function mustGoOn(word: JobWord): void {
  const now = Atomics.load(new Int32Array(word), 0)
  if (now === CANCELLED) throw new JobCalledOff()
  if (now === INTERRUPTED) throw new JobInterrupted()
}

/** From here on it may be cancelled or not; throws where it was before. */
export function setMayBeCancelled(word: JobWord, may: boolean): void {
  Atomics.compareExchange(
    new Int32Array(word),
    0,
    may ? FIRM : MAY_BE_CANCELLED,
    may ? MAY_BE_CANCELLED : FIRM,
  )
  mustGoOn(word)
}

/** Stands still for so long, or until the program ends: then it throws. */
export function sleepFirm(word: JobWord, ms: number): void {
  Atomics.wait(new Int32Array(word), 0, FIRM, ms)
  mustGoOn(word)
}
