import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRenderer, type Renderer } from '../../src-main/voice/renderer.ts'

let folder: string
let workerPath: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renderer-'))
  workerPath = join(folder, 'worker.mjs')
  // “Renders” a text as its length, as slowly as a busy machine; a text that begins with a number takes so many ms.
  await writeFile(
    workerPath,
    `import { parentPort } from 'node:worker_threads'
    import { setTimeout as sleep } from 'node:timers/promises'
    let work = Promise.resolve()
    parentPort.on('message', ({ id, text }) => {
      work = work.then(async () => {
        await sleep(Number.parseInt(text) || 1)
        parentPort.postMessage({ id, is: 'rendered', samples: Int16Array.of(text.length) })
      })
    })`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

async function rendering(work: (renderer: Renderer, order: string[]) => Promise<void>): Promise<string[]> {
  const renderer = createRenderer({ workerPath, folder })
  const order: string[] = []
  await work(
    {
      ...renderer,
      render: async (text, withinMs) => {
        const samples = await renderer.render(text, withinMs)
        order.push(text)
        return samples
      },
    },
    order,
  )
  await renderer.close()
  return order
}

test('what is due first is spoken first, whoever asked first', async () => {
  const order = await rendering(async renderer => {
    await Promise.all([
      renderer.render('under way', 60_000),
      renderer.render('prepared', 60_000),
      renderer.render('third sentence', 6_000),
      renderer.render('first sentence', 2_000),
    ])
  })
  expect(order).toEqual(['under way', 'first sentence', 'third sentence', 'prepared'])
})

test('who waits for a text that was asked for ahead makes it urgent, and it is rendered once', async () => {
  const order = await rendering(async renderer => {
    const results = await Promise.all([
      renderer.render('under way', 60_000),
      renderer.render('other', 30_000),
      renderer.render('ahead', 60_000),
      renderer.render('ahead', 2_000),
    ])
    expect(results[2]).toBe(results[3])
  })
  expect(order).toEqual(['under way', 'ahead', 'ahead', 'other'])
})

test('with too much to say nobody waits behind a text of which nobody can make use any more', async () => {
  const order = await rendering(async renderer => {
    const busy = renderer.render('300 ms of work', 60_000)
    const tooLate = expect(renderer.render('too late', 20)).rejects.toThrow('Too much was waiting')
    await Promise.all([busy, tooLate, renderer.render('in time', 60_000)])
  })
  expect(order).toEqual(['300 ms of work', 'in time'])
})

test('a text for which one can no longer wait is still there for another who can', async () => {
  const order = await rendering(async renderer => {
    const busy = renderer.render('200 ms of work', 60_000)
    await Promise.all([busy, renderer.render('twice', 20), renderer.render('twice', 60_000)])
  })
  expect(order).toEqual(['200 ms of work', 'twice', 'twice'])
})
