import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPeople, type Person } from '../../src-main/contacts/write/add-people.ts'
import type { By } from '../../src-main/contacts/write/journal.ts'
import { type CampaignSettings, campaignDefaults } from '../../src-main/domain/campaign.ts'
import type { Flow } from '../../src-main/domain/flow.ts'
import type { CampaignId, E164, Instant, TrunkId } from '../../src-main/domain/ids.ts'
import type { Place } from '../../src-main/domain/place.ts'
import { officeHours, type Schedule } from '../../src-main/domain/schedule.ts'
import { type TrunkSettings, trunkDefaults } from '../../src-main/domain/trunk.ts'
import { createCampaign } from '../../src-main/store/create-campaign.ts'
import { openStore, type Store } from '../../src-main/store/open-store.ts'
import { createAgent } from '../../src-main/store/save-agent.ts'
import { saveNumber } from '../../src-main/store/save-number.ts'
import { createTrunk } from '../../src-main/store/save-trunk.ts'

/** A Monday, 10:00 in Berlin. */
export const mondayAtTen: Instant = Date.UTC(2026, 10, 23, 9)

export const shortFlow: Flow = {
  start: 'hello',
  steps: { hello: { do: 'say', text: 'Hello.', next: 'bye' }, bye: { do: 'end' } },
  maxCallSeconds: 60,
}

export const aSchedule = (change: Partial<Schedule> = {}): Schedule => ({
  zone: 'Europe/Berlin',
  windows: officeHours,
  startsAt: null,
  endsAt: null,
  respectContactZone: true,
  anyTime: false,
  ...change,
})

/** A landline there. */
export const berlin: Place = { country: 'DE', region: null, zones: ['Europe/Berlin'], line: 'fixed' }

export const phone = (index: number): E164 => `+4930${String(10_000_000 + index)}`

export const aPerson = (change: Partial<Person> = {}, index = 0): Person => ({
  phone: phone(index),
  written: '',
  zone: null,
  place: berlin,
  name: `Person ${index}`,
  fields: { appointment_time: 'half past nine' },
  ...change,
})

export interface WorkspaceOptions {
  readonly contacts?: number
  readonly firstContact?: number
  /** Instead of people with numbers in Berlin. */
  readonly people?: readonly Person[]
  readonly numbers?: number
  readonly settings?: Partial<CampaignSettings>
  readonly schedule?: Partial<Schedule>
  readonly trunk?: Partial<TrunkSettings>
  /** Those after it in the campaign's failover group, by name. */
  readonly further?: Readonly<Record<string, Partial<TrunkSettings>>>
  readonly name?: string
}

export interface Folder {
  readonly file: string
  remove(): void
}

// In memory where the system has such a place: each commit waits for its disk.
const memory = '/dev/shm'
const place = existsSync(memory) ? memory : tmpdir()

export function aFolder(): Folder {
  const folder = mkdtempSync(join(place, 'trunkline-'))
  return {
    file: join(folder, 'workspace.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export async function anOpenStore(file: string, now: Instant = mondayAtTen): Promise<Store> {
  const store = await openStore({ file, now: () => now })
  if ('refused' in store) throw new Error(store.message)
  return store
}

export const byTest = (at: Instant = mondayAtTen): By => ({ actor: 'test', job: null, at })

/** Into a campaign that is there already. */
export async function addLate(
  store: Store,
  campaign: CampaignId,
  people: readonly Person[],
  at: Instant = mondayAtTen,
): Promise<void> {
  const written = await store.write(() => addPeople(store.statements, campaign, people, byTest(at)))
  if (!written.committed) throw new Error(written.failure.message)
}

/** Trunk, numbers, agent, contacts, and one draft campaign over them. */
export async function aCampaign(
  store: Store,
  {
    contacts = 3,
    firstContact = 0,
    people = Array.from({ length: contacts }, (_, index) =>
      aPerson({ phone: phone(firstContact + index) }, firstContact + index),
    ),
    numbers = 2,
    settings,
    schedule,
    trunk,
    further = {},
    name = 'Reminders',
  }: WorkspaceOptions = {},
): Promise<{ readonly campaign: CampaignId; readonly trunk: TrunkId; readonly further: readonly TrunkId[] }> {
  const now = mondayAtTen
  const written = await store.write(async tx => {
    const known = await tx.selectFrom('trunks').select('id').limit(1).executeTakeFirst()
    const used =
      known?.id ??
      (await createTrunk(
        tx,
        { name: 'Carrier', settings: { ...trunkDefaults, host: '127.0.0.1', ...trunk }, secretRef: null },
        now,
      ))
    const group: TrunkId[] = []
    for (const [called, change] of Object.entries(further))
      group.push(
        await createTrunk(
          tx,
          { name: called, settings: { ...trunkDefaults, host: '127.0.0.1', ...change }, secretRef: null },
          now,
        ),
      )
    const agent =
      (await tx.selectFrom('agents').select('published_version_id as version').limit(1).executeTakeFirst()) ??
      (await createAgent(tx, { name: 'Reminder', purpose: 'Reminds.', flow: shortFlow }, now))
    const callerIds = await Promise.all(
      Array.from({ length: numbers }, (_, index) =>
        saveNumber(tx, { e164: `+49301234560${index}`, name: `Line ${index}` }, now),
      ),
    )
    const id = await createCampaign(
      tx,
      {
        name,
        agentVersion: agent.version as NonNullable<typeof agent.version>,
        trunks: [used, ...group],
        numbers: callerIds,
        settings: { ...campaignDefaults, ...settings },
        schedule: aSchedule(schedule),
      },
      now,
    )
    await addPeople(store.statements, id, people, { ...byTest(now), actor: 'maker' })
    // Their history begins with what a test does.
    store.statements.run(`DELETE FROM contact_changes WHERE actor = 'maker'`)
    return { campaign: id, trunk: used, further: group }
  })
  if (!written.committed) throw new Error(written.failure.message)
  return written.value
}
