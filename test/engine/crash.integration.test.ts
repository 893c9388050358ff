import { cpSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignId } from '../../src-main/domain/ids.ts'
import { createEngine } from '../../src-main/engine/create-engine.ts'
import type { Store } from '../../src-main/store/open-store.ts'
import { createMortalStore, type Death } from '../fakes/mortal-store.ts'
import { seededDice } from '../fakes/seeded-dice.ts'
import {
  createSimDialer,
  type Ending,
  type Invite,
  isBusy,
  picksUp,
  type SimDialer,
} from '../fakes/sim-dialer.ts'
import { createVirtualClock, type VirtualClock } from '../fakes/virtual-clock.ts'
import { statusesOf } from '../make/engine.ts'
import { aCampaign, aFolder, anOpenStore, type Folder, mondayAtTen, phone } from '../make/workspace.ts'

const CONTACTS = 3
const MOST_ATTEMPTS = 3
let template: Folder
let campaign: CampaignId

beforeAll(async () => {
  template = aFolder()
  const store = await anOpenStore(template.file)
  const options = { contacts: CONTACTS, settings: { maxConcurrentCalls: 2, maxRetries: MOST_ATTEMPTS - 1 } }
  campaign = (await aCampaign(store, options)).campaign
  await store.close()
})
afterAll(() => template.remove())

/** People outlive the process. The second one is busy at the first call; all others pick up. */
function people(): (order: { readonly to: string }) => Ending {
  const called = new Set<string>()
  return ({ to }) => {
    const isFirst = !called.has(to)
    called.add(to)
    return to === phone(1) && isFirst ? isBusy : picksUp
  }
}

interface Life {
  readonly store: Store
  readonly dialer: SimDialer
  readonly decisions: number
  readonly died: boolean
}

/** One process: from its start until it died or the campaign rests. */
async function live(
  file: string,
  clock: VirtualClock,
  answer: ReturnType<typeof people>,
  death: Death | 'at its first INVITE' | null,
): Promise<Life> {
  const store = await anOpenStore(file, clock.now())
  const diesAtInvite = death === 'at its first INVITE'
  const dialer = createSimDialer({
    clock,
    answer: order => {
      if (diesAtInvite) mortal.kill()
      return answer(order)
    },
  })
  const mortal = createMortalStore(store, diesAtInvite ? null : death, dialer.die)
  const engine = createEngine({
    store: mortal,
    dialer,
    clock,
    dice: seededDice(clock.now() + (death === null ? 1 : 2)),
    notify: () => {},
    // What a dead process still asks finds its file closed.
    report: error => mortal.isDead() || expect.unreachable(String(error)),
  })
  let isLaunched = false
  void engine.start().then(async () => {
    const row = await store.db.selectFrom('campaigns').select('state').executeTakeFirstOrThrow()
    if (row.state === 'draft') await engine.move(campaign, { do: 'launch', startsAt: null })
    isLaunched = true
  })
  // A launch counts in turns of the event loop, in which the clock stands still.
  for (let turn = 0; turn < 1_000 && !isLaunched && !mortal.isDead(); turn++) await clock.settle()
  await clock.run(mortal.isDead)
  const life = { store, dialer, decisions: mortal.decisions(), died: mortal.isDead() }
  if (!life.died) await engine.close({ hangUp: false, withinMs: 0 })
  return life
}

async function dieAndGoOn(death: Death): Promise<string[]> {
  const folder = aFolder()
  cpSync(template.file, folder.file)
  try {
    const answer = people()
    const clock = createVirtualClock(mondayAtTen)
    const first = await live(folder.file, clock, answer, death)
    await first.store.close()
    const secondClock = createVirtualClock(clock.now() + 5_000)
    const second = await live(folder.file, secondClock, answer, null)
    const problems = await judge(
      second.store,
      [...first.dialer.invites, ...second.dialer.invites],
      second.dialer,
    )
    await second.store.close()
    return first.died ? problems : [...problems, 'did not die']
  } finally {
    folder.remove()
  }
}

async function judge(store: Store, invites: readonly Invite[], dialer: SimDialer): Promise<string[]> {
  const problems: string[] = []
  const must = (isSo: boolean, text: string) => {
    if (!isSo) problems.push(text)
  }
  const statuses = await statusesOf(store, campaign)
  const { state } = await store.db.selectFrom('campaigns').select('state').executeTakeFirstOrThrow()
  if (state === 'draft') {
    must(invites.length === 0, 'called before the launch was saved')
    return problems
  }
  must(state === 'completed', `the campaign is ${state}`)
  must(statuses.completed === CONTACTS, `contacts stand at ${JSON.stringify(statuses)}`)
  const calls = await store.db.selectFrom('calls').selectAll().execute()
  const known = new Set(calls.map(call => call.sip_call_id))
  must(
    invites.every(invite => known.has(invite.sipCallId)),
    'an INVITE left without its record',
  )
  must(
    new Set(invites.map(invite => invite.sipCallId)).size === invites.length,
    'one attempt was called twice',
  )
  must(
    calls.every(call => call.state === 'ended'),
    'a call is still open',
  )
  const interrupted = calls.filter(call => call.result === 'interrupted')
  must(dialer.endedOrphans.length === interrupted.length, 'an orphan was not ended')
  for (const number of [0, 1, 2].map(phone)) {
    const attempts = calls.filter(call => call.to_number === number && call.counts_as_attempt === 1).length
    const reached = calls.filter(call => call.to_number === number && call.result === 'answered').length
    must(attempts <= MOST_ATTEMPTS, `${number} had ${attempts} attempts`)
    must(reached === 1, `${number} was talked to ${reached} times`)
  }
  return problems
}

test('whenever the process dies, nothing is lost, nobody is called twice, nobody is stuck', async () => {
  const folder = aFolder()
  cpSync(template.file, folder.file)
  const whole = await live(folder.file, createVirtualClock(mondayAtTen), people(), null)
  await whole.store.close()
  folder.remove()
  expect(whole.decisions).toBeGreaterThan(30)

  for (let atDecision = 1; atDecision <= whole.decisions; atDecision++)
    for (const when of ['before', 'after'] as const)
      expect(await dieAndGoOn({ atDecision, when }), `died ${when} decision ${atDecision}`).toEqual([])
}, 180_000)

test('campaigns.md 10 line 4: orphans are ended after a restart; a second death before that leaves them to the third life', async () => {
  const folder = aFolder()
  cpSync(template.file, folder.file)
  const answer = people()
  const clock = createVirtualClock(mondayAtTen)
  const lives = [await live(folder.file, clock, answer, 'at its first INVITE')]
  await lives[0]?.store.close()
  // Its first decision settles what was up; it dies before a CANCEL or BYE can leave.
  lives.push(
    await live(folder.file, createVirtualClock(clock.now() + 2_000), answer, {
      atDecision: 1,
      when: 'after',
    }),
  )
  await lives[1]?.store.close()
  const last = await live(folder.file, createVirtualClock(clock.now() + 4_000), answer, null)
  const calls = await last.store.db.selectFrom('calls').select(['sip_call_id', 'result', 'orphan']).execute()
  await last.store.close()
  folder.remove()

  expect(lives.map(life => life.died)).toEqual([true, true])
  expect(lives[1]?.dialer.endedOrphans).toEqual([])
  const interrupted = calls.filter(call => call.result === 'interrupted').map(call => call.sip_call_id)
  expect(interrupted).not.toEqual([])
  expect(last.dialer.endedOrphans.map(orphan => orphan.facts.sipCallId).toSorted()).toEqual(
    interrupted.toSorted(),
  )
  expect(calls.every(call => call.orphan === 0)).toBe(true)
}, 60_000)
