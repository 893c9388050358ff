import { expect, test } from 'vitest'
import { anApi } from '../../make/api.ts'

const api = anApi()

const isEmpty = async () => {
  for await (const { empty } of await api.client.workspace.live()) return empty
  throw new Error('nothing was told of the workspace')
}

test('desktop.md §2: a demo that is called off leaves an empty workspace, in which it can begin again', async () => {
  for await (const event of await api.client.workspace.startDemoWithHistory())
    if (event.is === 'progress' && event.share > 0) break
  expect(await isEmpty()).toBe(true)
  expect(await api.services.db.selectFrom('contacts').select('id').execute()).toEqual([])
  await api.client.workspace.startDemo()
  expect(await isEmpty()).toBe(false)
}, 60_000)
