import { addPeople as addToCampaign } from '../../src-main/contacts/write/add-people.ts'
import type { CampaignId, TrunkId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'
import { createCampaign } from '../../src-main/store/create-campaign.ts'
import { toJson } from '../../src-main/store/json.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { createAgent } from '../../src-main/store/save-agent.ts'
import { saveNumber } from '../../src-main/store/save-number.ts'
import { createTrunk } from '../../src-main/store/save-trunk.ts'
import { aPerson, byTest, shortFlow } from '../make/workspace.ts'
import { MOST_TRUNK_CALLS } from './judge-invite.ts'
import type { Person, Plan } from './plan.ts'

/** Writes a plan into an empty workspace. @returns its campaigns, in order */
export async function makeWorkspace(store: Store, plan: Plan): Promise<readonly CampaignId[]> {
  const { start, numbers, businessHours } = plan
  const written = await store.write(async tx => {
    const trunks: TrunkId[] = []
    for (const name of ['Carrier', 'Other carrier'])
      trunks.push(
        await createTrunk(
          tx,
          {
            name,
            settings: { ...trunkDefaults, host: 'carrier.example', maxCalls: MOST_TRUNK_CALLS },
            secretRef: null,
          },
          start,
        ),
      )
    const rates = {
      currency: 'EUR',
      rates: [
        { prefix: '', connectMicros: 10_000, microsPerMinute: 90_000, firstSeconds: 60, stepSeconds: 1 },
      ],
    }
    await tx
      .updateTable('trunks')
      .set({ rates: toJson(rates) })
      .execute()
    const agent = await createAgent(tx, { name: 'Reminder', purpose: 'Reminds.', flow: shortFlow }, start)
    const hours = await tx
      .insertInto('business_hours')
      .values({
        name: businessHours.name,
        zone: businessHours.zone,
        windows: toJson(businessHours.windows),
        holidays: businessHours.holidays && toJson(businessHours.holidays),
        closed_days: toJson(businessHours.closedDays),
        created_at: start,
        changed_at: start,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const callerIds = new Map(
      await Promise.all(
        numbers.map(async ({ e164, zone }) => {
          const id = await saveNumber(tx, { e164, name: e164 }, start)
          await tx.updateTable('numbers').set({ zone }).where('id', '=', id).execute()
          return [e164, id] as const
        }),
      ),
    )
    const campaigns: CampaignId[] = []
    for (const each of plan.campaigns) {
      const campaign = await createCampaign(
        tx,
        {
          name: each.name,
          agentVersion: agent.version,
          trunks: each.group.flatMap(at => trunks[at] ?? []),
          numbers: each.numbers.flatMap(({ e164 }) => callerIds.get(e164) ?? []),
          settings: each.settings,
          schedule: each.schedule,
          businessHours: each.usesBusinessHours ? hours.id : null,
        },
        start,
      )
      campaigns.push(campaign)
    }
    return campaigns
  })
  if (!written.committed) throw new Error(written.failure.message)
  for (const [index, campaign] of written.value.entries())
    await addPeople(store, campaign, plan.campaigns[index]?.people ?? [], start)
  return written.value
}

/** People come with their place, and with their agreement where they gave it. */
export async function addPeople(
  store: Store,
  campaign: CampaignId,
  people: readonly Person[],
  now: number,
): Promise<void> {
  const written = await store.write(async tx => {
    await addToCampaign(
      store.statements,
      campaign,
      people.map(({ phones: [phone], region: { place } }) => aPerson({ phone, name: phone, place })),
      byTest(now),
    )
    for (const { phones, agreed } of people) {
      const { id, place_id } = await tx
        .selectFrom('contacts')
        .select(['id', 'place_id'])
        .where('phone', '=', phones[0])
        .executeTakeFirstOrThrow()
      const further = phones
        .slice(1)
        .map((phone, index) => ({ contact_id: id, position: index + 1, phone, place_id }))
      if (further.length > 0)
        await tx
          .insertInto('further_phones')
          .values(further)
          .onConflict(conflict => conflict.doNothing())
          .execute()
      const consent = {
        contact_id: id,
        kind: 'express_written' as const,
        purpose: null,
        given_at: now - 1000,
      }
      if (agreed) await tx.insertInto('consents').values(consent).execute()
    }
  })
  if (!written.committed) throw new Error(written.failure.message)
}
