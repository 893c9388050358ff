import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { actor } from '../../api/actor.ts'
import { readContacts } from '../../contacts/import/read-contacts.ts'
import { addPeople } from '../../contacts/write/add-people.ts'
import { campaignDefaults } from '../../domain/campaign.ts'
import type { CampaignId, Instant, TrunkId } from '../../domain/ids.ts'
import { weekdays } from '../../domain/schedule.ts'
import { homeOf } from '../../numbering/home-of.ts'
import { createCampaign } from '../../store/create-campaign.ts'
import { createAgent } from '../../store/save-agent.ts'
import { saveNumber } from '../../store/save-number.ts'
import type { Statements } from '../../store/sqlite-file.ts'
import type { Tables } from '../../store/tables.ts'
import { readSampleFlow, type SampleAgent, sampleAgents } from './sample-agents.ts'

const callerIds = [
  { e164: '+493023125000', name: 'Berlin desk' },
  { e164: '+494066969000', name: 'Hamburg desk' },
  { e164: '+496990009000', name: 'Frankfurt desk' },
  { e164: '+498999998000', name: 'Munich desk' },
] as const

interface DemoOptions {
  readonly resources: string
  readonly practiceTrunk: TrunkId
  /** IANA zone of the workspace. */
  readonly zone: string
  readonly now: Instant
}

/**
 * Four numbers, three agents, 500 contacts and a campaign that is one click from its launch over the practice trunk.
 * The campaign may call at any hour, since nobody is there. To be called within a transaction.
 */
export async function createDemo(
  db: Kysely<Tables>,
  sql: Statements,
  { resources, practiceTrunk, zone, now }: DemoOptions,
): Promise<CampaignId> {
  const agents: Partial<Record<SampleAgent, Awaited<ReturnType<typeof createAgent>>>> = {}
  for (const key of Object.keys(sampleAgents) as SampleAgent[])
    agents[key] = await createAgent(
      db,
      { ...sampleAgents[key], flow: await readSampleFlow(resources, key) },
      now,
    )
  const numbers = []
  for (const number of callerIds)
    numbers.push(await saveNumber(db, { ...number, ...homeOf(number.e164, zone) }, now))
  const { contacts } = await readContacts(join(resources, 'demo', 'contacts.csv'), 'DE')
  if (agents.reminder === undefined) throw new Error('The demo files are damaged.')
  const campaign = await createCampaign(
    db,
    {
      name: 'Appointment reminders (demo)',
      agentVersion: agents.reminder.version,
      trunks: [practiceTrunk],
      numbers,
      settings: {
        ...campaignDefaults,
        maxConcurrentCalls: 40,
        retryMinutes: 1,
        retryMinutesAfter: {},
        maxRetries: 1,
        // To be seen from its beginning to its end within minutes: the same people again, at the same hour.
        varyTimeOfDay: false,
        // Practice people hang up soon and often, which is no fault of the numbers.
        rotation: { ...campaignDefaults.rotation, maxCallsPerDay: 1_000, spamThreshold: 9 },
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
