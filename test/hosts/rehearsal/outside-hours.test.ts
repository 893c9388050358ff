import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignId, PlaceId } from '../../../src-main/domain/ids.ts'
import { noRules } from '../../../src-main/engine/engine-rules.ts'
import { countOutsideHours } from '../../../src-main/hosts/rehearsal/outside-hours.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import type { LedgerEntry } from '../../../src-main/telephony/practice/carrier.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'

const hour = 3_600_000
const folder = aFolder()
let store: Store

beforeAll(async () => {
  store = await anOpenStore(folder.file)
})
afterAll(async () => {
  await store.close()
  folder.remove()
})

async function outside(campaign: CampaignId, ...invitedAt: number[]): Promise<number | null> {
  const { place_id: place } = await store.db.selectFrom('leads').select('place_id').executeTakeFirstOrThrow()
  const ledger = invitedAt.map((at, index) => ({ sipCallId: String(index), invitedAt: at }) as LedgerEntry)
  const placeOf = new Map<string, PlaceId>(ledger.map(({ sipCallId }) => [sipCallId, place]))
  const written = await store.transaction(tx => countOutsideHours(tx, noRules, campaign, ledger, placeOf))
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}

test('calls that the carrier saw before the window opens or after it closed are counted', async () => {
  const { campaign } = await aCampaign(store, { name: 'By day' })
  const opens = mondayAtTen - hour
  expect(await outside(campaign, opens, mondayAtTen, opens + 9 * hour - 1)).toBe(0)
  expect(await outside(campaign, opens - 5_000, opens + 9 * hour + 5_000, mondayAtTen - 48 * hour)).toBe(3)
})

test('an INVITE that left within the window is not outside because the wire took its time', async () => {
  const { campaign } = await aCampaign(store, { name: 'On the edge' })
  expect(await outside(campaign, mondayAtTen + 8 * hour + 200)).toBe(0)
})

test('where the hours of a campaign are lifted there are none to be outside of', async () => {
  const { campaign } = await aCampaign(store, { name: 'Any time', schedule: { anyTime: true } })
  expect(await outside(campaign, mondayAtTen - 12 * hour)).toBeNull()
})
