import { placeId } from '../../../src-main/contacts/write/place-id.ts'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import type { Place } from '../../../src-main/domain/place.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { aCampaign } from '../../make/workspace.ts'

/** Twenty zones around the world: at any hour some are open and most are closed. */
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Athens',
  'Europe/Lisbon',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Halifax',
  'America/Sao_Paulo',
  'America/Bogota',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Asia/Singapore',
  'Australia/Sydney',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Pacific/Auckland',
] as const

export const places: readonly Place[] = zones.map(zone => ({
  country: null,
  region: null,
  zones: [zone],
  line: 'fixed',
}))

/** A campaign over so many contacts, evenly over the places; a tenth wait for a retry, one in fifty is urgent. */
export async function manyLeads(
  store: Store,
  leads: number,
  settings: Parameters<typeof aCampaign>[1] = {},
): Promise<CampaignId> {
  const { campaign } = await aCampaign(store, { contacts: 0, numbers: 4, ...settings })
  const written = await store.write(async tx => {
    const ids = places.map(place => placeId(store.statements, place)).sort((a, b) => a - b)
    const [first = 0] = ids
    const number = `'+4930' || (10000000 + n)`
    const sequence = `WITH RECURSIVE numbered (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < ${leads})`
    store.statements.run(
      `${sequence} INSERT INTO contacts (phone, place_id, name, fields, created_at, changed_at)
       SELECT ${number}, ${first} + n % ${ids.length}, 'Person ' || n, '{}', 0, 0 FROM numbered`,
    )
    store.statements.run(
      `INSERT INTO leads (campaign_id, contact_id, place_id, status, ready_at, priority)
       SELECT ${campaign}, id, place_id, CASE id % 10 WHEN 0 THEN 'retry' ELSE 'pending' END,
         CASE id % 10 WHEN 0 THEN 1000 + id % 100000 ELSE 0 END, CASE id % 50 WHEN 0 THEN 0 ELSE 1 END FROM contacts`,
    )
    await tx.updateTable('campaigns').set({ state: 'running' }).where('id', '=', campaign).execute()
  })
  if (!written.committed) throw new Error(written.failure.message)
  return campaign
}
