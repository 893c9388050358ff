import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { aCampaign, aFolder, anOpenStore, type Folder, mondayAtTen, phone } from '../make/workspace.ts'

let folder: Folder
let store: Store
let campaign: CampaignId
beforeEach(async () => {
  folder = aFolder()
  store = await anOpenStore(folder.file)
  campaign = (await aCampaign(store, { contacts: 6 })).campaign
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const setLead = (index: number, change: Record<string, string | number>) =>
  store.write(tx =>
    tx
      .updateTable('leads')
      .set(change)
      .where('id', '=', (index + 1) as never)
      .execute(),
  )

const next = async () => {
  const written = await store.transaction(tx => tx.leadToCall(campaign, mondayAtTen))
  return written.committed ? written.value?.phone : null
}

test('high before normal before low, then due retries before fresh ones, then the oldest', async () => {
  await setLead(1, { priority: 2 })
  await setLead(2, { status: 'retry', ready_at: mondayAtTen })
  await setLead(3, { status: 'retry', ready_at: mondayAtTen - 1 })
  await setLead(4, { priority: 0 })
  await setLead(5, { status: 'retry', ready_at: mondayAtTen + 1, priority: 0 })
  const order: unknown[] = []
  for (let turn = 0; turn < 6; turn++) {
    const number = await next()
    order.push(number)
    if (number === undefined) break
    await sql`UPDATE leads SET status = 'completed', ready_at = 0
      WHERE contact_id = (SELECT id FROM contacts WHERE phone = ${number})`.execute(store.db)
  }
  expect(order).toEqual([phone(4), phone(3), phone(2), phone(0), phone(1), undefined])
})

test('one probe per turn: the plan searches the index and sorts nothing', async () => {
  const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN
    SELECT leads.id FROM leads INDEXED BY leads_in_order CROSS JOIN contacts ON contacts.id = leads.contact_id
    WHERE leads.campaign_id = 1 AND leads.status = 'retry' AND leads.priority = 0 AND leads.ready_at <= 5
      AND contacts.phone IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM calls WHERE calls.to_number = contacts.phone AND calls.state <> 'ended')
    ORDER BY leads.ready_at, leads.id LIMIT 1`.execute(store.db)
  const plan = rows.map(row => row.detail).join('\n')
  expect(plan).toContain('leads_in_order (campaign_id=? AND status=? AND priority=? AND ready_at<?)')
  expect(plan).toContain('calls_live (to_number=?)')
  expect(plan).not.toContain('TEMP B-TREE')
})

test('the counts kept by triggers equal a recount, whatever happens to the rows', async () => {
  await setLead(0, { status: 'completed', contacted: 1, conversations: 1, goal: 'achieved' })
  await setLead(1, { status: 'skipped', skip_reason: 'manual' })
  await store.write(tx =>
    tx
      .deleteFrom('leads')
      .where('id', '=', 3 as never)
      .execute(),
  )
  const kept = await sql`SELECT status, contacted, conversed, achieved, leads FROM lead_counts
    WHERE leads > 0 ORDER BY 1, 2, 3, 4`.execute(store.db)
  const recount =
    await sql`SELECT status, contacted, conversations > 0 AS conversed, goal IS 'achieved' AS achieved,
    count(*) AS leads FROM leads GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`.execute(store.db)
  expect(kept.rows).toEqual(recount.rows)
})

test('the file itself refuses a second live call to the same number', async () => {
  const reserve = () =>
    store.transaction(async tx => {
      const record = await tx.campaign(campaign)
      const lead = await tx.leadToCall(campaign, mondayAtTen)
      if (!record?.trunk || !record.agentVersion || !lead) throw new Error('nothing to reserve')
      const call = {
        campaign: record,
        lead: { ...lead, phone: phone(0) },
        trunk: record.trunk.id,
        agentVersion: record.agentVersion,
        number: 1 as never,
        callerId: '+493012345600',
        at: mondayAtTen,
      }
      return tx.reserve({ ...call, sipCallId: String(Math.random()) })
    })
  expect(await reserve()).toMatchObject({ committed: true })
  await expect(reserve()).rejects.toThrow('UNIQUE constraint failed: calls.to_number')
})
