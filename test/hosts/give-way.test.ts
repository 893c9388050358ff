import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const source = new URL('../../src-main/hosts/give-way.ts', import.meta.url).href

/** Priorities of a thread before and after it gave way. */
const inThread = `
  const { parentPort } = require('node:worker_threads')
  const { readlinkSync } = require('node:fs')
  const { getPriority } = require('node:os')
  const own = () => getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)))
  import('${source}').then(({ giveWay }) => {
    const before = own()
    giveWay()
    parentPort.postMessage([before, own()])
  })`

test.runIf(process.platform === 'linux')(
  'a job’s thread steps behind the others, and only that one',
  async () => {
    const main = getPriority(process.pid)
    const worker = new Worker(inThread, { eval: true })
    const [before, after] = await new Promise<[number, number]>((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
    })
    expect(before).toBe(main)
    expect(after).toBeGreaterThan(before)
    expect(getPriority(process.pid)).toBe(main)
    await worker.terminate()
  },
)
