// About 3 ms of work on a slow machine.
const COST_PER_TURN = 200

/** For long work on the main thread: after enough of it, calls and windows have their turn. */
export function createGiveWay(): (cost: number) => Promise<void> {
  let done = 0
  return async cost => {
    done += cost
    if (done < COST_PER_TURN) return
    done = 0
    await new Promise(resolve => setImmediate(resolve))
  }
}
