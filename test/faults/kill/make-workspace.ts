import { join } from 'node:path'
import { addPeople } from '../../../src-main/contacts/write/add-people.ts'
import { campaignDefaults } from '../../../src-main/domain/campaign.ts'
import { trunkDefaults } from '../../../src-main/domain/trunk.ts'
import { readSampleFlow, sampleAgents } from '../../../src-main/hosts/demo/sample-agents.ts'
import { practicePeople } from '../../../src-main/hosts/rehearsal/practice-people.ts'
import { createCampaign } from '../../../src-main/store/create-campaign.ts'
import { openStore } from '../../../src-main/store/open-store.ts'
import { createAgent } from '../../../src-main/store/save-agent.ts'
import { saveNumber } from '../../../src-main/store/save-number.ts'
import { createTrunk } from '../../../src-main/store/save-trunk.ts'

const resources = new URL('../../../resources', import.meta.url).pathname

/** Each may be shown a thousand times a day: enough for 500 lives. */
const CALLER_IDS = 10

/** A workspace whose campaign is running already: the first life goes straight to work. */
export async function makeWorkspace(dataDir: string, carrierPort: number, contacts: number): Promise<void> {
  const now = Date.now()
  const store = await openStore({ file: join(dataDir, 'workspace.db'), now: () => now })
  if ('refused' in store) throw new Error(store.message)
  const written = await store.write(async tx => {
    const settings = {
      ...trunkDefaults,
      host: '127.0.0.1',
      port: carrierPort,
      optionsSeconds: 0,
      maxCalls: 100,
      callsPerSecond: 50,
    }
    const trunk = await createTrunk(tx, { name: 'Carrier', settings, secretRef: null }, now)
    const flow = await readSampleFlow(resources, 'notification')
    const agent = await createAgent(tx, { ...sampleAgents.notification, flow }, now)
    const numbers = []
    // None of the practice people has such an ending.
    for (let hundred = 0; hundred < CALLER_IDS; hundred += 1)
      numbers.push(await saveNumber(tx, { e164: `+493023125${hundred}00`, name: '' }, now))
    const campaign = await createCampaign(
      tx,
      {
        name: 'Killed again and again',
        agentVersion: agent.version,
        trunks: [trunk],
        numbers,
        settings: {
          ...campaignDefaults,
          maxConcurrentCalls: 60,
          ringSeconds: 10,
          maxRetries: 1,
          retryMinutes: 1,
          retryMinutesAfter: {},
          varyTimeOfDay: false,
          // Calls that die with their program look like spam; that the numbers would rest is not what is tried here.
          rotation: { ...campaignDefaults.rotation, maxCallsPerDay: 1_000, spamThreshold: 9 },
        },
        schedule: {
          zone: 'UTC',
          windows: {},
          startsAt: null,
          endsAt: null,
          respectContactZone: true,
          anyTime: true,
        },
      },
      now,
    )
    const by = { actor: 'test', job: null, at: now }
    await addPeople(store.statements, campaign, practicePeople(contacts), by)
    await tx
      .updateTable('campaigns')
      .set({ state: 'running', run: 1, launched_at: now })
      .where('id', '=', campaign)
      .execute()
  })
  if (!written.committed) throw new Error(written.failure.message)
  await store.close()
}
