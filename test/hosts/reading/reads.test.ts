import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createReads } from '../../../src-main/hosts/reading/create-reads.ts'
import { storeFailure } from '../../../src-main/store/failure.ts'
import { aFolder, anOpenStore } from '../../make/workspace.ts'
import { oddReads } from './odd-reads.ts'

const aReader = async () => {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const reads = createReads({
    workerPath: resolve(import.meta.dirname, 'odd-thread.ts'),
    file: folder.file,
    table: oddReads,
  })
  onTestFinished(async () => {
    await reads.close()
    await store.close()
    folder.remove()
  })
  const addTag = (name: string) => store.write(tx => tx.insertInto('tags').values({ name }).execute())
  return { folder, reads, addTag }
}

test('each question sees what was committed before it was asked', async () => {
  const { reads, addTag } = await aReader()
  expect(await reads.ask('tags', null)).toBe(0)
  await addTag('a')
  expect(await reads.ask('tags', null)).toBe(1)
  await addTag('b')
  expect(await reads.ask('tags', null)).toBe(2)
})

test('what one question sees does not change while it is answered', async () => {
  const { reads, addTag } = await aReader()
  let over = false
  const asked = reads.ask('tagsTwice', 300).finally(() => {
    over = true
  })
  for (let added = 0; !over && added < 100_000; added++) {
    await addTag(`tag ${added}`)
    await new Promise(resolve => setImmediate(resolve))
  }
  const [before, after] = await asked
  expect(after).toBe(before)
  expect(await reads.ask('tags', null)).toBeGreaterThan(before ?? 0)
})

test('a quick question does not wait behind a slow one', async () => {
  const { reads } = await aReader()
  await reads.ask('tags', null)
  const order: string[] = []
  const slow = reads.ask('standStill', 500).then(() => order.push('slow'))
  const quick = reads.ask('tags', null).then(() => order.push('quick'))
  await Promise.all([slow, quick])
  expect(order).toEqual(['quick', 'slow'])
})

test('nothing can be written where only reading is meant', async () => {
  const { reads } = await aReader()
  await expect(reads.ask('write', null)).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
  expect(await reads.ask('tags', null)).toBe(0)
})

test('quality.md §2, worker crash: a thread that dies is started anew and asked once more', async () => {
  const { reads, folder } = await aReader()
  expect(await reads.ask('die', join(dirname(folder.file), 'died'))).toBe('lived')
})

test('a question that kills each thread fails, and those behind it are answered', async () => {
  const { reads } = await aReader()
  const [deadly, after] = await Promise.allSettled([reads.ask('die', ''), reads.ask('tags', null)])
  expect(deadly).toMatchObject({
    status: 'rejected',
    reason: { message: 'The reading thread ended with code 3' },
  })
  expect(after).toEqual({ status: 'fulfilled', value: 0 })
})

test('whoever no longer waits is let go at once, and a question that has not begun is not asked', async () => {
  const { reads } = await aReader()
  const stop = new AbortController()
  const first = reads.ask('standStill', 300)
  const second = reads.ask('standStill', 100_000, { signal: stop.signal })
  stop.abort(new Error('the window was closed'))
  await expect(second).rejects.toThrow('the window was closed')
  expect(await first).toBe('stood')
  expect(await reads.ask('standStill', 0)).toBe('stood')
})

test('large answers cross as shared memory', async () => {
  const { reads } = await aReader()
  const ids = await reads.ask('ids', 1_000_000)
  expect(ids.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(ids[999_999]).toBe(7)
})

test('a workspace that was deleted is told in words, not read on in secret', async () => {
  const { reads, folder } = await aReader()
  await reads.ask('tags', null)
  rmSync(folder.file)
  const error = await reads.ask('tags', null).catch(reason => reason)
  expect(storeFailure(error, folder.file)?.reason).toBe('io')
})

test('after closing nothing is asked any more', async () => {
  const { reads } = await aReader()
  await reads.close()
  await expect(reads.ask('tags', null)).rejects.toThrow('closing')
})
