import { calendarState } from '../../../src-main/domain/calendar.ts'
import type { CampaignId } from '../../../src-main/domain/ids.ts'
import { standing } from '../../../src-main/engine/advance.ts'
import { assemble } from '../../../src-main/engine/assemble.ts'
import { campaignFacts } from '../../../src-main/engine/campaign-facts.ts'
import { claim } from '../../../src-main/engine/claim.ts'
import type { EngineParts } from '../../../src-main/engine/engine-parts.ts'
import { noRules } from '../../../src-main/engine/engine-rules.ts'
import { createLawBook } from '../../../src-main/engine/law-book.ts'
import type { EngineStore } from '../../../src-main/engine/ports/store.ts'
import type { Store } from '../../../src-main/store/open-store.ts'
import { seededDice } from '../../fakes/seeded-dice.ts'
import { createSimDialer } from '../../fakes/sim-dialer.ts'
import { createVirtualClock } from '../../fakes/virtual-clock.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { manyLeads } from './many-leads.ts'
import { p99 } from './p99.ts'

export interface Choosing {
  /** Choosing: whose turn it is, every rule about the contact, its caller ID. */
  readonly p99Ms: number
  readonly medianMs: number
  /** The whole decision: also the call's row and its log, committed. */
  readonly claimP99Ms: number
  readonly claimMedianMs: number
  /** CPU of one decision on average: what a busy machine does not change. */
  readonly cpuMs: number
  /** The peer: one query over all open contacts, sorted, as one would write it first. Only the contact is found. */
  readonly orderByP99Ms: number
}

/** The same decisions over lists of different size. */
export async function chooseFrom(leads: number): Promise<Choosing> {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  try {
    const campaign = await manyLeads(store, leads)
    const { choices, times, cpuMs } = await decisions(store, campaign, Math.min(2_000, leads / 4))
    return {
      p99Ms: p99(choices),
      medianMs: median(choices),
      claimP99Ms: p99(times),
      claimMedianMs: median(times),
      cpuMs,
      orderByP99Ms: p99(await naive(store, campaign, leads > 100_000 ? 5 : 50)),
    }
  } finally {
    await store.close()
    folder.remove()
  }
}

async function decisions(store: Store, id: CampaignId, count: number): Promise<Decisions> {
  const choices: number[] = []
  const parts = partsOver(untilReserved(store, ms => choices.push(ms)))
  const read = await store.transaction(async tx => {
    const campaign = await tx.campaign(id)
    const now = parts.clock.now()
    return campaign && standing(tx, campaign, await campaignFacts(parts, tx, campaign, now), now)
  })
  const at = read.committed ? read.value : null
  if (at === null) throw new Error('there is no campaign')
  const times: number[] = []
  let cpuMicros = 0
  // The first hundred warm the program up.
  for (let turn = -100; turn < count; turn++) {
    const before = process.cpuUsage()
    const began = performance.now()
    const result = await claim(parts, at)
    if (turn >= 0) {
      times.push(performance.now() - began)
      const { user, system } = process.cpuUsage(before)
      cpuMicros += user + system
    }
    if (result.is !== 'claimed') throw new Error(`nobody to call after ${turn} decisions`)
    await end(store, result.claim.order.call)
  }
  return { choices: choices.slice(-count), times, cpuMs: cpuMicros / 1000 / count }
}

interface Decisions {
  readonly choices: readonly number[]
  readonly times: readonly number[]
  readonly cpuMs: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Tells how long a decision took from its beginning until it had chosen. */
function untilReserved(store: Store, tell: (ms: number) => void): EngineStore {
  return {
    transaction: (work, waits) =>
      store.transaction(tx => {
        const began = performance.now()
        const reserve: typeof tx.reserve = reservation => {
          tell(performance.now() - began)
          return tx.reserve(reservation)
        }
        return work({ ...tx, reserve })
      }, waits),
  }
}

/** The call is over at once, so that the next decision finds as many calls up as this one. */
const end = (store: Store, call: number) =>
  store.write(async () => {
    store.statements.run(
      `UPDATE leads SET status = 'completed' WHERE id = (SELECT lead_id FROM calls WHERE id = ?)`,
      call,
    )
    store.statements.run(
      `UPDATE calls SET state = 'ended', result = 'answered', sending_at = reserved_at, ended_at = reserved_at WHERE id = ?`,
      call,
    )
  }, 'not')

async function naive(store: Store, campaign: CampaignId, count: number): Promise<number[]> {
  const laws = createLawBook({ law: noRules.law, holidays: noRules.holidays })
  const open = await store.transaction(async tx => {
    const record = await tx.campaign(campaign)
    if (record === null) return []
    const found: number[] = []
    for (const { place } of await tx.queue(campaign)) {
      const { calendar } = await laws.at(tx, record, place, mondayAtTen)
      if (calendarState(calendar, mondayAtTen).open) found.push(place)
    }
    return [...new Set(found)]
  })
  const places = open.committed ? open.value.join(',') : ''
  const query = `SELECT leads.id, phone FROM leads JOIN contacts ON contacts.id = contact_id
    WHERE campaign_id = ? AND leads.status IN ('pending', 'retry') AND ready_at <= ? AND leads.place_id IN (${places})
      AND NOT EXISTS (SELECT 1 FROM calls WHERE to_number = phone AND state <> 'ended')
    ORDER BY priority, leads.status DESC, ready_at, leads.id LIMIT 1`
  const times: number[] = []
  for (let turn = 0; turn < count; turn++)
    await store.write(async () => {
      const began = performance.now()
      store.statements.first(query, campaign, mondayAtTen)
      times.push(performance.now() - began)
    })
  return times
}

/** The engine's parts over this store; nothing runs by itself. */
function partsOver(store: EngineStore): EngineParts {
  const clock = createVirtualClock(mondayAtTen)
  const dialer = createSimDialer({ clock, answer: () => ({ result: 'answered', ringMs: 0, talkMs: 0 }) })
  const parts = { store, dialer, clock, dice: seededDice(1), notify: () => {}, report: console.error }
  return assemble(parts, { wake: () => {}, closing: new AbortController().signal })
}
