import { expect, test } from 'vitest'
import { launchDefaults } from '../../src-main/domain/launch.ts'
import { createEngine } from '../../src-main/engine/create-engine.ts'
import { LAUNCH_BATCH } from '../../src-main/store/engine/prepare-leads.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { createMortalStore, type Death } from '../fakes/mortal-store.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import { createSimDialer, picksUp } from '../fakes/sim-dialer.ts'
import { createVirtualClock } from '../fakes/virtual-clock.ts'
import { statusesOf } from '../make/engine.ts'
import { aCampaign, aFolder, anOpenStore, mondayAtTen } from '../make/workspace.ts'

const contacts = LAUNCH_BATCH + 500
// Nobody is called meanwhile.
const sunday = mondayAtTen - 24 * 3_600_000

/** A completed campaign in which every second contact was reached; restarted by a process that dies. */
async function afterDeath(death: Death | null) {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const { campaign } = await aCampaign(store, { contacts })
  await store.write(async tx => {
    const over = { attempts: 3, contacted: 1 } as const
    await tx
      .updateTable('leads')
      .set({ ...over, status: 'no_answer' })
      .execute()
    await tx
      .updateTable('leads')
      .set({ status: 'completed' })
      .where('contact_id', '<=', 1_000 as never)
      .execute()
    await tx.updateTable('campaigns').set({ state: 'completed', run: 1 }).execute()
  })
  const process = async (death: Death | null) => {
    const clock = createVirtualClock(sunday)
    const dialer = createSimDialer({ clock, answer: () => picksUp })
    const mortal = createMortalStore(store, death, () => dialer.die())
    const bugs: unknown[] = []
    const engine = createEngine({
      store: mortal,
      dialer,
      clock,
      dice: seededDice(1),
      notify: () => {},
      report: error => bugs.push(error),
    })
    return { engine, mortal, clock, dialer, bugs }
  }
  const first = await process(death)
  const launching = first.engine
    .start()
    .then(() => first.engine.launch(campaign, launchDefaults, { actor: 'eva' }))
  for (let turn = 0; turn < 200 && !first.mortal.isDead(); turn++) await first.clock.settle()
  if (!first.mortal.isDead()) await launching
  const before = { ...(await whole(store)), decisions: first.mortal.decisions() }
  first.mortal.kill()
  const second = await process(null)
  await second.engine.start()
  await second.clock.settle()
  await second.engine.close({ hangUp: true, withinMs: 0 })
  const after = { ...(await whole(store)), statuses: await statusesOf(store, campaign) }
  await store.close()
  folder.remove()
  return { before, after, bugs: [...first.bugs, ...second.bugs] }
}

async function whole(store: Store) {
  const { state, run, launching } = await store.db
    .selectFrom('campaigns')
    .select(['state', 'run', 'launching'])
    .executeTakeFirstOrThrow()
  return { state, run, isLaunching: launching !== null }
}

test('a process that dies in any decision of a launch leaves it undone or is followed by one that does it', async () => {
  const { before } = await afterDeath(null)
  const ends = new Set<string>()
  for (let atDecision = 1; atDecision <= before.decisions; atDecision++)
    for (const when of ['before', 'after'] as const) {
      const { after, bugs } = await afterDeath({ atDecision, when })
      expect(bugs).toEqual([])
      const { no_answer = 0, completed = 0, ...others } = after.statuses
      const called = Object.values(others).reduce((sum, leads) => sum + leads, 0)
      const isUndone = after.state === 'completed'
      expect({ atDecision, when, ...after }).toMatchObject(
        isUndone ? { run: 1, isLaunching: false } : { state: 'running', run: 2, isLaunching: false },
      )
      if (isUndone) expect([no_answer, completed, called]).toEqual([contacts - 1_000, 1_000, 0])
      else expect(no_answer + completed + called).toBe(contacts)
      if (!isUndone) expect(no_answer).toBe(0)
      ends.add(after.state)
    }
  expect(ends).toEqual(new Set(['completed', 'running']))
}, 60_000)
