import { parentPort, threadId, workerData } from 'node:worker_threads'
import { threadTurn } from '../../src-main/store/write-turn.ts'

/** Takes the turn again and again, holds it for a while, and counts in memory that all share who is within. */
const { turn: shared, inside, holdMs, times, dieWithin } = workerData
const turn = threadTurn(shared, threadId)
const [within, worst, taken] = [0, 1, 2]
const words = new Int32Array(inside)
const nothing = new Int32Array(new SharedArrayBuffer(4))
for (let time = 0; time < times; time++) {
  turn.take()
  Atomics.add(words, taken, 1)
  const now = Atomics.add(words, within, 1) + 1
  if (now > Atomics.load(words, worst)) Atomics.store(words, worst, now)
  if (dieWithin) process.exit(1)
  Atomics.wait(nothing, 0, 0, holdMs)
  Atomics.sub(words, within, 1)
  turn.give()
}
parentPort?.postMessage('done')
