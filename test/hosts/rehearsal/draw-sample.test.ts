import { afterEach, expect, test } from 'vitest'
import { launchDefaults } from '../../../src-main/domain/launch.ts'
import { drawSample } from '../../../src-main/hosts/rehearsal/draw-sample.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen, phone } from '../../make/workspace.ts'

let folder: ReturnType<typeof aFolder>
afterEach(() => folder.remove())

async function drawn(
  contacts: number,
  lines: number,
  { seed = 1, prepare = async (_: Store): Promise<unknown> => undefined } = {},
) {
  folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts, settings: { maxConcurrentCalls: lines } })
  await prepare(store)
  const of = drawSample({ file: folder.file, campaign, choices: launchDefaults, at: mondayAtTen, seed })
  const left = await store.db.selectFrom('leads').select('id').where('status', '=', 'pending').execute()
  await store.close()
  return { of, left: left.map(({ id }) => id) }
}

test('with a hundred contacts a line or fewer all are rehearsed', async () => {
  expect(await drawn(100, 1)).toMatchObject({ of: null, left: { length: 100 } })
})

test('of more a random sample is, drawn by the seed', async () => {
  const { of, left } = await drawn(250, 2)
  expect(of).toBe(250)
  expect(left).toHaveLength(200)
  folder.remove()
  expect((await drawn(250, 2)).left).toEqual(left)
  folder.remove()
  expect((await drawn(250, 2, { seed: 2 })).left).not.toEqual(left)
})

test('never more than two thousand are, however many lines there are', async () => {
  expect(await drawn(2_100, 40)).toMatchObject({ of: 2_100, left: { length: 2_000 } })
})

test('who would not be called anyway is not drawn', async () => {
  const prepare = (store: Store) =>
    store.db
      .insertInto('suppressions')
      .values({
        number: phone(3),
        scope: 'all',
        reason: 'Asked',
        source: 'supervisor',
        at: 0,
        campaign_id: null,
        expires_at: null,
      })
      .execute()
  expect((await drawn(101, 1, { prepare })).of).toBeNull()
})
