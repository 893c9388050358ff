import { join } from 'node:path'
import type { Transaction } from 'kysely'
import { actor } from '../../../api/actor.ts'
import { addPeople, type Person } from '../../../contacts/write/add-people.ts'
import type { CampaignId, Instant } from '../../../domain/ids.ts'
import { DAY } from '../../../domain/zone-clock.ts'
import { createEngine } from '../../../engine/create-engine.ts'
import { createDice } from '../../../engine/forecast/dice.ts'
import type { EngineStore } from '../../../engine/ports/store.ts'
import { createRulebook } from '../../../engine/rulebook.ts'
import { createHolidays } from '../../../numbering/holidays.ts'
import { readProfiles } from '../../../numbering/read-profiles.ts'
import { createCampaign } from '../../../store/create-campaign.ts'
import { toJson } from '../../../store/json.ts'
import { openStore, type Store } from '../../../store/open-store.ts'
import type { Tables } from '../../../store/tables.ts'
import { writeSetting } from '../../../store/workspace-settings.ts'
import { mustWrite } from '../../must-write.ts'
import { practiceSettings, practiceTrunkName } from '../../practice-desk.ts'
import type { DemoOptions } from '../create-demo.ts'
import { callerIds, createDemoLines, type DemoLines } from '../demo-lines.ts'
import { createReadyCampaign, readSampleContacts } from '../ready-campaign.ts'
import { createCalledPeople } from './called-people.ts'
import { inventPeople } from './invent-people.ts'
import { createPlayClock } from './play-clock.ts'
import { playScene } from './play-scene.ts'
import { createPlayedDialer } from './played-dialer.ts'
import { demoRates, momentOf, type PastCampaign, type Plot, settingsOf } from './plot.ts'

export interface HistoryOptions extends DemoOptions {
  /** The same seed, time and zone make the same history. */
  readonly seed: number
  readonly plot: Plot
  /** 0–1 of the time that is played. */
  readonly onProgress: (share: number) => void
}

const [, , , worn] = callerIds

/**
 * The demo with weeks of calls behind it, in a new workspace within this folder: the engine, its rules and its store as
 * they are, on a clock that jumps, over calls that are played. Nothing of it is written by hand.
 * @returns the campaign that is ready to launch
 */
export async function playHistory(folder: string, options: HistoryOptions): Promise<CampaignId> {
  const { now, plot, seed, zone } = options
  const began = now - plot.days * DAY
  const clock = createPlayClock(began)
  const store = await openStore({ file: join(folder, 'workspace.db'), now: clock.now })
  if ('refused' in store) throw new Error(store.message)
  const dice = createDice(seed)
  try {
    const samples = await readSampleContacts(options.resources)
    const lines = await mustWrite(store, tx => beginWorkspace(tx, options, began))
    const people = inventPeople(samples, Math.max(...plot.campaigns.map(past => past.people[1])), dice)
    const bugs: unknown[] = []
    const engine = createEngine({
      store: withoutDisk(store),
      dialer: createPlayedDialer(clock, { people: createCalledPeople(seed, { worn: worn.e164 }), dice }),
      clock,
      rules: createRulebook(await readProfiles(options.resources), createHolidays()),
      dice,
      notify: () => {},
      report: error => bugs.push(error),
    })
    await engine.start()
    const campaigns = new Map<number, CampaignId>()
    const runUntil = async (time: Instant) => {
      while (clock.now() < time) {
        await clock.run(Math.min(time, clock.now() + DAY / 2))
        options.onProgress((clock.now() - began) / (now - began))
        if (bugs.length > 0) throw bugs[0]
      }
    }
    for (const scene of plot.scenes) {
      await runUntil(momentOf(scene, now, zone))
      const past = plot.campaigns[scene.campaign] as PastCampaign
      const id =
        campaigns.get(scene.campaign) ??
        (await addPast(store, past, { ...options, lines, people, now: clock.now() }))
      campaigns.set(scene.campaign, id)
      await playScene({ engine, store, now: clock.now }, id, scene)
    }
    await runUntil(now)
    await engine.close({ hangUp: true, withinMs: 0 })
    return await mustWrite(store, async tx => {
      await readOldNotices(tx, now)
      return createReadyCampaign(tx, store.statements, { ...options, lines, contacts: samples })
    })
  } finally {
    await store.close()
  }
}

/** The file is thrown away when the power fails: no commit waits for its disk. */
const withoutDisk = (store: Store): EngineStore => ({
  transaction: (work, waits) => store.transaction(work, waits === 'reads' ? 'reads' : 'not'),
})

async function beginWorkspace(
  tx: Transaction<Tables>,
  { practiceTrunk, resources, zone }: HistoryOptions,
  now: Instant,
): Promise<DemoLines> {
  await tx
    .insertInto('trunks')
    .values({
      id: practiceTrunk,
      name: practiceTrunkName,
      settings: toJson(practiceSettings(5060)),
      secret_ref: null,
      is_default: 1,
      rates: toJson(demoRates),
      created_at: now,
      changed_at: now,
    })
    .execute()
  await writeSetting(tx, 'practice_trunk', practiceTrunk, now)
  return createDemoLines(tx, { resources, zone, now })
}

interface PastOptions extends HistoryOptions {
  readonly lines: DemoLines
  readonly people: readonly Person[]
}

const addPast = (
  store: Store,
  past: PastCampaign,
  { lines, people, practiceTrunk, zone, now }: PastOptions,
): Promise<CampaignId> =>
  mustWrite(store, async tx => {
    const id = await createCampaign(
      tx,
      {
        name: past.name,
        notes: past.notes,
        agentVersion: lines.agents[past.agent],
        trunks: [practiceTrunk],
        numbers: lines.numbers,
        settings: settingsOf(past),
        schedule: {
          zone,
          windows: past.windows,
          startsAt: null,
          endsAt: null,
          respectContactZone: true,
          anyTime: false,
        },
      },
      now,
    )
    await addPeople(store.statements, id, people.slice(...past.people), { actor, job: null, at: now })
    return id
  })

/** A supervisor has looked at what is older than a day. */
const readOldNotices = (tx: Transaction<Tables>, now: Instant) =>
  tx
    .updateTable('notices')
    .set(({ eb, ref }) => ({ read_at: eb(ref('at'), '+', 20 * 60_000) }))
    .where('at', '<', now - DAY)
    .execute()
