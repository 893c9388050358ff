import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { actor } from '../../api/actor.ts'
import { type ReadContacts, readContacts } from '../../contacts/import/read-contacts.ts'
import { addPeople } from '../../contacts/write/add-people.ts'
import { campaignDefaults, type RotationSettings } from '../../domain/campaign.ts'
import type { CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import { weekdays } from '../../domain/schedule.ts'
import { createCampaign } from '../../store/create-campaign.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { Tables } from '../../store/tables.ts'
import type { DemoLines } from './demo-lines.ts'

/** Practice people hang up soon and often, which is no fault of the numbers. */
export const patientRotation: RotationSettings = {
  ...campaignDefaults.rotation,
  maxCallsPerDay: 1_000,
  spamThreshold: 9,
}

export const readSampleContacts = async (resources: string): Promise<ReadContacts['contacts']> =>
  (await readContacts(join(resources, 'demo', 'contacts.csv'), 'DE')).contacts

export interface ReadyCampaign {
  readonly practiceTrunk: TrunkId
  readonly lines: DemoLines
  readonly contacts: ReadContacts['contacts']
  /** IANA zone of the workspace. */
  readonly zone: string
  readonly now: Instant
}

/**
 * A campaign that is one click from its launch over the practice trunk. It may call at any hour, since nobody is there.
 * To be called within a transaction.
 */
export async function createReadyCampaign(
  db: Kysely<Tables>,
  sql: Statements,
  { practiceTrunk, lines, contacts, zone, now }: ReadyCampaign,
): Promise<CampaignId> {
  const campaign = await createCampaign(
    db,
    {
      name: 'Appointment reminders (demo)',
      agentVersion: lines.agents.reminder,
      trunks: [practiceTrunk],
      numbers: lines.numbers,
      settings: {
        ...campaignDefaults,
        maxConcurrentCalls: 40,
        retryMinutes: 1,
        retryMinutesAfter: {},
        maxRetries: 1,
        // To be seen from its beginning to its end within minutes: the same people again, at the same hour.
        varyTimeOfDay: false,
        rotation: patientRotation,
        record: true,
      },
      schedule: {
        zone,
        windows: Object.fromEntries(weekdays.map(day => [day, [{ from: 0, to: 1440 }]])),
        startsAt: null,
        endsAt: null,
        respectContactZone: true,
        // The practice people are on this machine: nobody is woken up.
        anyTime: true,
      },
    },
    now,
  )
  await addPeople(sql, campaign, contacts, { actor, job: null, at: now })
  return campaign
}
