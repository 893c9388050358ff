import type { CampaignSettings } from '../../src-main/domain/campaign.ts'
import type { CampaignId, Instant } from '../../src-main/domain/ids.ts'
import type { CampaignChange } from '../../src-main/store/campaign-parts.ts'
import { fromJson } from '../../src-main/store/json.ts'
import { saveCampaign } from '../../src-main/store/save-campaign.ts'
import type { Life } from './life.ts'
import { addPeople } from './make-workspace.ts'
import { anySchedule, anySettings, type Person } from './plan.ts'
import type { Act, Stage } from './stage.ts'

/** While it runs only its pacing; while it rests everything. Contacts never lose attempts they were promised. */
export const changeSettings: Act = ({ luck, clock }, life, campaign) => {
  const next = anySettings(luck)
  const { maxConcurrentCalls, intervalMs, callsPerHour } = next
  return save(life, campaign, clock.now(), ({ state, settings }) =>
    state === 'draft' || state === 'paused'
      ? { settings: { ...next, maxRetries: Math.max(settings.maxRetries, next.maxRetries) } }
      : { settings: { maxConcurrentCalls, intervalMs, callsPerHour } },
  )
}

export const changeSchedule: Act = ({ luck, clock, plan }, life, campaign) => {
  const regions = plan.people.map(({ region }) => region)
  const schedule = { ...anySchedule(luck, regions, clock.now()), startsAt: null }
  return save(life, campaign, clock.now(), () => ({ schedule }))
}

interface Saved {
  readonly state: string
  readonly settings: CampaignSettings
}

async function save(
  { store, engine }: Life,
  id: CampaignId,
  now: Instant,
  change: (saved: Saved) => CampaignChange,
): Promise<void> {
  await store.write(async tx => {
    const { state, settings, revision } = await tx
      .selectFrom('campaigns')
      .select(['state', 'settings', 'revision'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await saveCampaign(
      tx,
      id,
      change({ state, settings: fromJson(settings) }),
      { revision, actor: 'somebody' },
      now,
    )
  })
  engine.changed(id)
}

export async function switchNumber({ luck }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const enabled = luck.chance(0.7) ? 1 : 0
  const ofWorkspace = luck.chance(0.5)
  await store.write(async tx => {
    const rows = await tx
      .selectFrom('campaign_numbers')
      .select('number_id')
      .where('campaign_id', '=', campaign)
      .execute()
    const number = luck.oneOf(rows).number_id
    if (ofWorkspace) await tx.updateTable('numbers').set({ enabled }).where('id', '=', number).execute()
    else
      await tx
        .updateTable('campaign_numbers')
        .set({ enabled })
        .where('campaign_id', '=', campaign)
        .where('number_id', '=', number)
        .execute()
  })
  engine.changed(campaign)
}

export async function suppress({ luck, clock, plan }: Stage, { store, engine }: Life, campaign: CampaignId) {
  const phone = luck.oneOf(luck.oneOf(plan.people).phones)
  await store.write(tx =>
    tx
      .insertInto('suppressions')
      .values({
        number: phone,
        scope: 'all',
        campaign_id: null,
        reason: 'asked',
        source: 'supervisor',
        at: clock.now(),
      })
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  )
  engine.changed(campaign)
}

export async function blockOrFree(
  { luck, clock, plan }: Stage,
  { store, engine }: Life,
  campaign: CampaignId,
) {
  const country = luck.oneOf(plan.people).region.place.country ?? ''
  await store.write(async tx => {
    const freed = await tx.deleteFrom('blocked_countries').returning('country').execute()
    if (freed.length > 0) return
    await tx
      .insertInto('blocked_countries')
      .values({ country, reason: 'not served', at: clock.now() })
      .execute()
  })
  engine.changed(campaign)
}

/** People of the other campaign who were not in this one yet. */
export async function addMore(
  { luck, clock, plan, contacts }: Stage,
  { store, engine }: Life,
  campaign: CampaignId,
) {
  const known = await store.db
    .selectFrom('leads')
    .innerJoin('contacts', 'contacts.id', 'leads.contact_id')
    .select('contacts.phone')
    .where('leads.campaign_id', '=', campaign)
    .execute()
  const phones = new Set(known.map(({ phone }) => phone))
  const others: readonly Person[] = plan.people.filter(person => !phones.has(person.phones[0]))
  const more = luck.some(others, luck.between(1, 4))
  await addPeople(store, campaign, more, clock.now())
  contacts.set(campaign, (contacts.get(campaign) ?? 0) + more.length)
  engine.changed(campaign)
}
