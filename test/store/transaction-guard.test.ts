import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src-main/store/open-store.ts'
import { aFolder, anOpenStore, type Folder } from '../make/workspace.ts'

let folder: Folder
let store: Store
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const agents = () => store.db.selectFrom('agents').select('id').execute()

test.each(['for-disk', 'not'] as const)(
  'a read of the store within a transaction that waits %s is a loud bug, not a hang',
  async waits => {
    await expect(store.write(() => agents(), waits)).rejects.toThrow('Pass the transaction on')
    expect(await agents()).toEqual([])
  },
)

test('a transaction within a transaction is a loud bug, not a hang', async () =>
  expect(store.write(() => store.write(async () => 1))).rejects.toThrow('Pass the transaction on'))

test('somebody else who reads meanwhile waits and is served', async () => {
  const reading: Promise<unknown>[] = []
  const { promise: inside, resolve } = Promise.withResolvers<void>()
  const writing = store.write(async tx => {
    resolve()
    await new Promise(soon => setImmediate(soon))
    return tx.selectFrom('agents').select('id').execute()
  })
  await inside
  reading.push(agents())
  expect(await writing).toMatchObject({ committed: true })
  expect(await Promise.all(reading)).toEqual([[]])
})

test('what was started within a transaction may read after its end', async () => {
  let later: Promise<unknown> = Promise.resolve()
  await store.write(async () => {
    later = new Promise(soon => setTimeout(soon, 5)).then(agents)
  })
  expect(await later).toEqual([])
})
