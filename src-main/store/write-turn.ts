/**
 * Whose turn it is to write the workspace. SQLite lets one connection write at a time and makes the others wait within
 * the call, which would stall a thread; so whoever writes takes the turn first. The main thread waits without standing
 * still and comes before all others; they let it pass between two of their transactions.
 */
export type SharedTurn = SharedArrayBuffer

export interface WriteTurn {
  /** Of the main thread. Nothing to wait for: no promise. */
  take(): Promise<void> | undefined
  give(): void
  /** A thread that ended gives back what it held; its connection took its transaction back. */
  giveFor(thread: number): void
}

export interface ThreadTurn {
  /** Stands still until it is ours. */
  take(): void
  give(): void
}

const HOLDER = 0
const WANTED = 1
const NOBODY = 0
const MAIN = -1
/** A wake-up that got lost costs this much, not the program. */
const LOOK_AGAIN_MS = 20

export const newSharedTurn = (): SharedTurn => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)

export function mainTurn(shared: SharedTurn): WriteTurn {
  const words = new Int32Array(shared)
  const tryTake = () => Atomics.compareExchange(words, HOLDER, NOBODY, MAIN)
  const wait = async () => {
    Atomics.add(words, WANTED, 1)
    for (let holder = tryTake(); holder !== NOBODY; holder = tryTake()) {
      const waited = Atomics.waitAsync(words, HOLDER, holder)
      if (waited.async)
        await Promise.race([waited.value, new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))])
    }
    Atomics.sub(words, WANTED, 1)
  }
  return {
    take: () => (tryTake() === NOBODY ? undefined : wait()),
    give: () => release(words, MAIN),
    giveFor: thread => release(words, thread),
  }
}

/** @param thread of `node:worker_threads`, from 1: by it `giveFor` finds what a dead one held */
export function threadTurn(shared: SharedTurn, thread: number): ThreadTurn {
  const words = new Int32Array(shared)
  return {
    take: () => {
      for (;;) {
        const wanted = Atomics.load(words, WANTED)
        if (wanted > 0) {
          Atomics.wait(words, WANTED, wanted, LOOK_AGAIN_MS)
          continue
        }
        const holder = Atomics.compareExchange(words, HOLDER, NOBODY, thread)
        if (holder === NOBODY) return
        Atomics.wait(words, HOLDER, holder, LOOK_AGAIN_MS)
      }
    },
    give: () => release(words, thread),
  }
}

function release(words: Int32Array, holder: number): void {
  if (Atomics.compareExchange(words, HOLDER, holder, NOBODY) !== holder) return
  Atomics.notify(words, HOLDER)
  Atomics.notify(words, WANTED)
}
