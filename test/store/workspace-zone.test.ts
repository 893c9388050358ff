import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src-main/store/open-store.ts'
import { writeSetting } from '../../src-main/store/workspace-settings.ts'
import { workspaceZone } from '../../src-main/store/workspace-zone.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../make/workspace.ts'

let store: Store
let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

test('desktop.md §4 “times always with their zone”: the zone chosen for the workspace counts, else that of its computer', async () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(workspaceZone(store.statements)).toBe(own)
  const choose = (zone: string | null) =>
    store.write(tx => writeSetting(tx, 'profile', { name: '', country: null, zone }, mondayAtTen))
  await choose('Asia/Tokyo')
  expect(workspaceZone(store.statements)).toBe('Asia/Tokyo')
  await choose(null)
  expect(workspaceZone(store.statements)).toBe(own)
})
