import { describe, expect, test } from 'vitest'
import { createLogSync, logFileOf } from '../../src-main/store/log-sync.ts'
import { openStore, type Store } from '../../src-main/store/open-store.ts'
import { aFolder, mondayAtTen } from '../make/workspace.ts'

/** A disk whose tries end when the test says so. */
function aDisk() {
  const tries: PromiseWithResolvers<void>[] = []
  return {
    tries,
    log: {
      sync: () => {
        const one = Promise.withResolvers<void>()
        tries.push(one)
        return one.promise
      },
      close: () => {},
    },
  }
}

const turn = () => new Promise(resolve => setImmediate(resolve))
const eio = Object.assign(new Error('read-only'), { code: 'EIO' })

describe('architecture: what was acknowledged is on the platter', () => {
  test('those that come while the disk is busy share the next wait, and none is told before', async () => {
    const { log, tries } = aDisk()
    const sync = createLogSync({ log, rescue: () => {} })
    const told: string[] = []
    const first = sync.reached().then(() => told.push('first'))
    const second = sync.reached().then(() => told.push('second'))
    const third = sync.reached().then(() => told.push('third'))
    expect(tries).toHaveLength(1)
    tries[0]?.resolve()
    await first
    await turn()
    expect(told).toEqual(['first'])
    expect(tries).toHaveLength(2)
    tries[1]?.resolve()
    await Promise.all([second, third])
    expect(tries).toHaveLength(2)
    const fourth = sync.reached()
    expect(tries).toHaveLength(3)
    tries[2]?.resolve()
    await fourth
    await sync.close()
  })

  test('after a failed try only the log within the file counts, not a second try', async () => {
    const { log, tries } = aDisk()
    let rescues = 0
    const rescue = () => {
      rescues += 1
      if (rescues < 3) throw eio
    }
    const sync = createLogSync({ log, rescue, retryMs: 1 })
    const reached = sync.reached()
    tries[0]?.reject(eio)
    await turn()
    expect(sync.problem()).toBe(eio)
    await reached
    expect({ rescues, tries: tries.length, problem: sync.problem() }).toEqual({
      rescues: 3,
      tries: 1,
      problem: null,
    })
  })

  test('closing waits for the disk, and no longer for one that fails meanwhile', async () => {
    const { log, tries } = aDisk()
    const sync = createLogSync({ log, rescue: () => {} })
    const told: string[] = []
    void sync.reached().then(() => told.push('reached'))
    const closed = sync.close().then(() => told.push('closed'))
    await turn()
    expect(told).toEqual([])
    tries[0]?.reject(eio)
    await closed
    expect(told).toEqual(['closed'])
  })
})

describe('a store that waits for the disk beside its thread', () => {
  const folder = aFolder()
  const put = (store: Store, key: string) =>
    store.write(tx =>
      tx
        .insertInto('settings')
        .values({ key, value: '1' as never, changed_at: mondayAtTen })
        .execute(),
    )

  test('acknowledges nothing that is not on the disk, and writes nothing more while the disk takes nothing', async () => {
    const { log, tries } = aDisk()
    let isBack = false
    const store = await openStore({
      file: folder.file,
      now: () => mondayAtTen,
      sync: ({ rescue }) =>
        createLogSync({
          log,
          rescue: () => {
            if (!isBack) throw eio
            rescue()
          },
          retryMs: 1,
        }),
    })
    if ('refused' in store) throw new Error(store.message)
    let answer: unknown = 'waits'
    const written = put(store, 'kept').then(value => {
      answer = value
    })
    await turn()
    expect(answer).toBe('waits')
    tries[0]?.reject(eio)
    await turn()
    expect(await put(store, 'refused')).toMatchObject({
      committed: false,
      failure: { reason: 'io', message: expect.stringContaining('The disk does not write.') },
    })
    expect(answer).toBe('waits')
    isBack = true
    await written
    expect(answer).toMatchObject({ committed: true })
    const keys = await store.db
      .selectFrom('settings')
      .select('key')
      .where('key', 'in', ['kept', 'refused'])
      .execute()
    expect(keys).toEqual([{ key: 'kept' }])
    await store.close()
  })

  test('with a real disk: what was acknowledged is there, and closing leaves no log behind', async () => {
    const store = await openStore({
      file: folder.file,
      now: () => mondayAtTen,
      sync: ({ rescue }) => createLogSync({ log: logFileOf(folder.file), rescue }),
    })
    if ('refused' in store) throw new Error(store.message)
    const written = await Promise.all(['a', 'b', 'c'].map(key => put(store, key)))
    expect(written).toMatchObject([{ committed: true }, { committed: true }, { committed: true }])
    await store.close()
    const again = await openStore({ file: folder.file, now: () => mondayAtTen })
    if ('refused' in again) throw new Error(again.message)
    expect(again.wasUnclean).toBe(false)
    expect(
      await again.db.selectFrom('settings').select('key').where('key', 'in', ['a', 'b', 'c']).execute(),
    ).toHaveLength(3)
    await again.close()
    folder.remove()
  })
})
