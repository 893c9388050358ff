import { expect, test } from 'vitest'
import { createShared } from '../../../src-main/contacts/view/shared-work.ts'
import { createViews, type ViewsOptions } from '../../../src-main/contacts/view/views.ts'

const all = { scope: { of: 'all' }, search: '', filter: null } as const
const byName = { by: 'name', descending: false } as const

function someViews(change: Partial<ViewsOptions> = {}) {
  const world = { now: 1_000, stamp: 'a', ids: [1, 2, 3], found: 0 }
  let names = 0
  const views = createViews({
    find: async () => {
      world.found += 1
      return Float64Array.from(world.ids)
    },
    stamp: async () => world.stamp,
    growSearch: async () => true,
    now: () => world.now,
    newId: () => `view ${++names}`,
    ...change,
  })
  return { views, world }
}

test('a view keeps the order of the moment in which it was first needed', async () => {
  const { views, world } = someViews()
  const view = views.open(all, byName)
  expect([...(await view.ids())]).toEqual([1, 2, 3])
  world.ids = [9]
  expect([...(await view.ids())]).toEqual([1, 2, 3])
  expect(world.found).toBe(1)
})

test('whether a view would differ by now is told without finding all again where nothing was written', async () => {
  const { views, world } = someViews()
  const view = views.open(all, byName)
  expect(await view.hasChanged()).toBe(false)
  await view.ids()
  world.now += 60_000
  expect([await view.hasChanged(), world.found]).toEqual([false, 1])
  world.stamp = 'b'
  world.now += 60_000
  expect([await view.hasChanged(), world.found]).toEqual([false, 2])
  world.stamp = 'c'
  world.ids = [1, 3, 2]
  expect([await view.hasChanged(), world.found]).toEqual([false, 2])
  world.now += 60_000
  expect([await view.hasChanged(), world.found]).toEqual([true, 3])
})

test('a view answers only to its own query and order', () => {
  const { views } = someViews()
  const { id } = views.open(all, byName)
  expect(views.find(id, { ...all }, { ...byName })?.id).toBe(id)
  expect(views.find(id, all)?.id).toBe(id)
  expect(views.find(id, { ...all, search: 'x' }, byName)).toBeNull()
  expect(views.find(id, all, { by: 'name', descending: true })).toBeNull()
})

test('views that nobody looks at go after ten minutes, and the longest unused where there are many', () => {
  const { views, world } = someViews()
  const first = views.open(all, byName)
  world.now += 9 * 60_000
  const second = views.open(all, byName)
  expect(views.find(first.id, all)).not.toBeNull()
  world.now += 9 * 60_000
  views.open(all, byName)
  expect(views.find(first.id, all)).not.toBeNull()
  world.now += 2 * 60_000
  views.open(all, byName)
  expect(views.find(second.id, all)).toBeNull()
  for (let count = 0; count < 24; count += 1) views.open(all, byName)
  expect(views.find(first.id, all)).toBeNull()
})

test('work is shared by all who wait, and called off once the last of them leaves', async () => {
  let begun = 0
  let stopped = 0
  const work = createShared(async signal => {
    begun += 1
    signal.addEventListener('abort', () => {
      stopped += 1
    })
    await new Promise(resolve => setTimeout(resolve, 20))
    return begun
  })
  const one = new AbortController()
  const two = new AbortController()
  const both = [work(one.signal), work(two.signal)]
  one.abort(new Error('gone'))
  await expect(both[0]).rejects.toThrow('gone')
  expect([await both[1], begun, stopped]).toEqual([1, 1, 0])

  const three = new AbortController()
  const third = work(three.signal)
  three.abort(new Error('gone too'))
  await expect(third).rejects.toThrow('gone too')
  expect([begun, stopped]).toEqual([2, 1])
  expect(await work()).toBe(3)
})
