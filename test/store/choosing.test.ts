import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignId, LeadId } from '../../src-main/domain/ids.ts'
import { inTurn } from '../../src-main/engine/turns.ts'
import { equallyReady, firstOfCell, laterReady } from '../../src-main/store/engine/queue-records.ts'
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

const addPlace = (id: number) =>
  store.write(tx =>
    tx
      .insertInto('places')
      .values({
        id: id as never,
        key: `place ${id}`,
        country: 'US',
        region: null,
        line: 'unknown',
        zones: '["UTC"]' as never,
      })
      .execute(),
  )

const next = async () => {
  const written = await store.transaction(async tx => {
    for await (const lead of inTurn(tx, campaign, await tx.queue(campaign), mondayAtTen))
      return (await tx.candidate(lead))?.phone
  })
  return written.committed ? written.value : null
}

test('campaigns.md 7: call first, high before normal before low, then due retries before fresh ones, then the oldest', async () => {
  await setLead(1, { priority: 2 })
  await setLead(2, { status: 'retry', ready_at: mondayAtTen })
  await setLead(3, { status: 'retry', ready_at: mondayAtTen - 1 })
  await setLead(4, { priority: 0 })
  await setLead(5, { status: 'retry', ready_at: mondayAtTen + 1, priority: 0 })
  await setLead(0, { priority: -1 })
  const order: unknown[] = []
  for (let turn = 0; turn < 6; turn++) {
    const number = await next()
    order.push(number)
    if (number === undefined) break
    await sql`UPDATE leads SET status = 'completed', ready_at = 0
      WHERE contact_id = (SELECT id FROM contacts WHERE phone = ${number})`.execute(store.db)
  }
  expect(order).toEqual([phone(0), phone(4), phone(3), phone(2), phone(1), undefined])
})

test('one probe per place, status and priority: the plan searches the index and sorts nothing', async () => {
  const planOf = (query: string, values: number) =>
    store.statements
      .rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`, ...Array.from({ length: values }, () => 1))
      .map(row => row.detail)
      .join('\n')
  const written = await store.write(async () => [
    planOf(firstOfCell, 4),
    planOf(equallyReady, 6),
    planOf(laterReady, 5),
  ])
  const cell = 'leads_in_order (campaign_id=? AND status=? AND place_id=? AND priority=?'
  expect(written.committed && written.value.map(plan => plan.slice(plan.indexOf('leads_in_order')))).toEqual([
    `${cell})`,
    `${cell} AND ready_at=? AND id>?)`,
    `${cell} AND ready_at>?)`,
  ])
})

test('of several places the oldest contact comes first, each place with one probe', async () => {
  await addPlace(7)
  for (const index of [1, 3]) await setLead(index, { place_id: 7 })
  await setLead(0, { ready_at: mondayAtTen - 5 })
  await setLead(1, { ready_at: mondayAtTen - 7 })
  const written = await store.transaction(async tx => {
    const order: unknown[] = []
    for await (const lead of inTurn(tx, campaign, await tx.queue(campaign), mondayAtTen)) order.push(lead)
    return order
  })
  expect(written.committed && written.value).toEqual([3, 4, 5, 6, 2, 1])
})

test('who waits where is counted without counting: the queue equals a recount, whatever happens to the rows', async () => {
  await addPlace(7)
  await setLead(0, { place_id: 7 })
  await setLead(1, { status: 'retry', ready_at: mondayAtTen, hold: 'day_cap' })
  await setLead(2, { priority: 0 })
  await setLead(3, { status: 'completed' })
  await setLead(1, { status: 'queued', ready_at: 0 })
  const kept = await sql`SELECT place_id, status, priority, hold, leads FROM lead_queue
    WHERE leads > 0 ORDER BY 1, 2, 3, 4`.execute(store.db)
  const recount =
    await sql`SELECT place_id, status, priority, ifnull(hold, '') AS hold, count(*) AS leads FROM leads
    WHERE status IN ('pending', 'retry') GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`.execute(store.db)
  expect(kept.rows).toEqual(recount.rows)
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
  const reserve = (lead: number) =>
    store.transaction(async tx => {
      const record = await tx.campaign(campaign)
      const candidate = await tx.candidate(lead as LeadId)
      const trunk = record?.trunks[0]
      if (!trunk || !record.agentVersion || !candidate) throw new Error('nothing to reserve')
      return tx.reserve({
        campaign: record,
        lead: candidate,
        to: phone(0),
        trunk: trunk.id,
        agentVersion: record.agentVersion,
        number: 1 as never,
        callerId: '+493012345600',
        at: mondayAtTen,
        sipCallId: `call of ${lead}`,
      })
    })
  expect(await reserve(1)).toMatchObject({ committed: true })
  await expect(reserve(2)).rejects.toThrow('UNIQUE constraint failed: calls.to_number')
})
