import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { mainTurn, newSharedTurn } from '../../src-main/store/write-turn.ts'

interface Holding {
  readonly holdMs: number
  readonly times: number
  readonly dieWithin?: boolean
}

const someTurns = () => {
  const shared = newSharedTurn()
  const inside = new SharedArrayBuffer(12)
  const words = new Int32Array(inside)
  const enter = () => {
    const now = Atomics.add(words, 0, 1) + 1
    if (now > Atomics.load(words, 1)) Atomics.store(words, 1, now)
  }
  const aThread = ({ holdMs, times, dieWithin = false }: Holding) => {
    const worker = new Worker(resolve(import.meta.dirname, 'turn-thread.ts'), {
      workerData: { turn: shared, inside, holdMs, times, dieWithin },
    })
    onTestFinished(async () => void (await worker.terminate()))
    return { worker, id: worker.threadId, ended: new Promise(done => worker.once('exit', done)) }
  }
  return {
    main: mainTurn(shared),
    aThread,
    enter,
    leave: () => Atomics.sub(words, 0, 1),
    within: () => Atomics.load(words, 0),
    taken: () => Atomics.load(words, 2),
    mostWithin: () => Atomics.load(words, 1),
  }
}

const until = async (is: () => boolean) => {
  for (let looked = 0; looked < 1_000 && !is(); looked++) await new Promise(done => setTimeout(done, 5))
  expect(is()).toBe(true)
}

test('nobody to wait for: the main thread has its turn in the same breath', () => {
  const { main } = someTurns()
  expect(main.take()).toBeUndefined()
  main.give()
  expect(main.take()).toBeUndefined()
})

test('never two at a time, whoever asks', async () => {
  const { main, aThread, enter, leave, mostWithin } = someTurns()
  const threads = [aThread({ holdMs: 1, times: 60 }), aThread({ holdMs: 0, times: 60 })]
  for (let time = 0; time < 60; time++) {
    await main.take()
    enter()
    await new Promise(done => setTimeout(done, 1))
    leave()
    main.give()
  }
  await Promise.all(threads.map(({ ended }) => ended))
  expect(mostWithin()).toBe(1)
})

test('the main thread comes before one that takes turn after turn: it waits for one transaction, not for all', async () => {
  const { main, aThread, within, taken } = someTurns()
  const holdMs = 5
  const { worker } = aThread({ holdMs, times: 1_000_000 })
  await until(() => within() === 1)
  for (let turn = 0; turn < 50; turn++) {
    const before = taken()
    await main.take()
    // One that had its turn, and at most one that came into it while we asked.
    expect(taken() - before).toBeLessThanOrEqual(1)
    main.give()
    // Time for the thread to come in between.
    await new Promise(done => setTimeout(done, 1))
  }
  expect(taken()).toBeGreaterThan(20)
  await worker.terminate()
})

test('while it waits the main thread goes on with everything else', async () => {
  const { main, aThread, within } = someTurns()
  aThread({ holdMs: 200, times: 1 })
  await until(() => within() === 1)
  let beats = 0
  const heart = setInterval(() => (beats += 1), 5)
  await main.take()
  clearInterval(heart)
  main.give()
  expect(beats).toBeGreaterThan(3)
})

test('a thread that dies within its turn blocks nobody', async () => {
  const { main, aThread, within } = someTurns()
  const { id, ended } = aThread({ holdMs: 0, times: 1, dieWithin: true })
  await ended
  expect(within()).toBe(1)
  const waiting = main.take()
  expect(waiting).toBeInstanceOf(Promise)
  main.giveFor(id)
  await waiting
  main.give()
})
