import { isProviderError } from '../domain/auto-pause.ts'
import type { CallId } from '../domain/ids.ts'
import { countsAsAttempt } from '../domain/retry.ts'
import type { Claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import { mayBeSent } from './may-be-sent.ts'
import { observe } from './observe.ts'
import { bareOutcome } from './ports/bare-outcome.ts'
import type { CallOrder, CallOutcome, DialRefusal, PreparedCall } from './ports/dialer.ts'
import { settle } from './settle.ts'

/** From a reserved call to its settlement. Resolves when the call is over and written, or the engine closes. */
export async function place(parts: EngineParts, claim: Claim): Promise<void> {
  const { active, changes, clock } = parts
  const { campaign, lead, order } = claim
  active.add({
    call: order.call,
    campaign: campaign.id,
    lead: lead.lead,
    trunk: order.trunk,
    to: order.to,
    callerId: order.callerId,
    name: lead.name,
    country: lead.country,
    state: 'reserved',
    since: clock.now(),
    lastWords: '',
  })
  changes.tell({ call: order.call, campaign: campaign.id })
  try {
    const prepared = await prepare(parts, order)
    if ('refused' in prepared) await refused(parts, claim, prepared)
    else if (await goesOut(parts, claim, prepared)) await run(parts, claim, prepared)
    else prepared.discard()
  } finally {
    active.remove(order.call)
    changes.tell({ call: order.call, campaign: campaign.id })
    parts.wake()
  }
}

async function prepare(parts: EngineParts, order: CallOrder): Promise<PreparedCall | DialRefusal> {
  try {
    return await parts.dialer.prepare(order)
  } catch (error) {
    parts.report(error)
    return { refused: 'trunk_down', message: 'The call could not be prepared; the log says why' }
  }
}

/** The dialer could not even try: nothing was sent, the contact stands as before, except where its number is wrong. */
async function refused(parts: EngineParts, { campaign, order }: Claim, refusal: DialRefusal): Promise<void> {
  const { clock, hourly, trunks } = parts
  hourly.withdrawn(campaign.id, order.call)
  if (refusal.refused === 'bad_number') {
    trunks.withdrawn(order.trunk, clock.now())
    await settleSurely(parts, order.call, unsent(clock.now(), refusal.message))
    trunks.ended(campaign.id, order.trunk, order.to, false)
    return
  }
  trunks.unusable(order.trunk, refusal.message, clock.now())
  await takeBack(parts, order.call)
}

/** A disk that took the decision so late: hours may have closed, and somebody may have paused. */
const OUTDATED_MS = 5_000

const takeBack = ({ store }: EngineParts, call: CallId) =>
  store.surely(async tx => tx.takeBack(await tx.call(call)))

/** After this a packet may leave; else the contact stands as before, or as the rules turned it away. */
async function goesOut(parts: EngineParts, claim: Claim, prepared: PreparedCall): Promise<boolean> {
  const { clock, hourly, trunks } = parts
  const { campaign, order } = claim
  const sending = await mayBeSent(parts, claim, prepared.facts)
  if (sending.is === 'committed') {
    hourly.sent(campaign.id, order.call, sending.at)
    if (clock.now() - sending.at <= OUTDATED_MS) return true
    trunks.withdrawn(order.trunk, clock.now())
    await settleSurely(parts, order.call, outdated(clock.now()))
    return false
  }
  hourly.withdrawn(campaign.id, order.call)
  trunks.withdrawn(order.trunk, clock.now())
  if (sending.is === 'not-written') await takeBack(parts, order.call)
  return false
}

async function run(parts: EngineParts, claim: Claim, prepared: PreparedCall): Promise<void> {
  const { active, clock } = parts
  const { order } = claim
  active.update(order.call, { state: 'sending', since: clock.now() })
  const outcome = await new Promise<CallOutcome>(resolve => {
    try {
      prepared.send(observe(parts, claim, resolve))
      active.attach(order.call, prepared)
    } catch (error) {
      parts.report(error)
      prepared.hangUp('supervisor')
      resolve(brokenOff(clock.now()))
    }
  })
  learn(parts, claim, outcome)
  await settleSurely(parts, order.call, outcome)
  if (outcome.result === 'abandoned') parts.abandon.counted(claim.campaign.id)
}

/** A record that cannot be kept must not keep its contact: after a bug it is settled without the extras. */
async function settleSurely(parts: EngineParts, call: CallId, outcome: CallOutcome): Promise<void> {
  const { store, report } = parts
  const write = (what: CallOutcome) => store.surely(async tx => settle(parts, tx, await tx.call(call), what))
  try {
    await write(outcome)
  } catch (error) {
    report(error)
    const conversation = outcome.conversation.filter(event => event.is === 'opt_out')
    await write({ ...outcome, conversation, trace: [], media: null })
  }
}

/** What the call says about its trunk. */
function learn({ trunks, clock }: EngineParts, { campaign, order }: Claim, outcome: CallOutcome): void {
  const { result, failure = null, mayHaveRung, sipCode, hungUpBy } = outcome
  if (hungUpBy !== null && !mayHaveRung) {
    // Given up by us before the trunk said anything.
    trunks.withdrawn(order.trunk, clock.now())
    return
  }
  const byProvider = isProviderError(result, failure)
  const reached = countsAsAttempt({ result, failure, mayHaveRung, sipCode, optedOut: false })
  trunks.ended(campaign.id, order.trunk, order.to, byProvider)
  if (reached && !byProvider) trunks.reached(order.trunk)
  // Something answered behind the trunk, but not well: it says nothing new, and a probe is to be made again.
  else if (reached) trunks.withdrawn(order.trunk, clock.now())
  else trunks.failed(order.trunk, order.to, reasonOf(outcome), clock.now())
}

const reasonOf = ({ sipCode, sipReason }: CallOutcome): string =>
  sipCode === 0 ? sipReason || 'no answer from the trunk' : `${sipCode} ${sipReason}`.trim()

/** Outcome of a number that cannot be written for this trunk. */
const unsent = (at: number, sipReason: string): CallOutcome => ({
  ...bareOutcome,
  at,
  result: 'invalid',
  sipReason,
  mayHaveRung: false,
})

/** Outcome of a call that was decided too long ago to be sent. */
const outdated = (at: number): CallOutcome => ({
  ...bareOutcome,
  at,
  result: 'failed',
  failure: 'other',
  sipReason: 'The disk took too long, so the call was not made',
  mayHaveRung: false,
})

/** Outcome of a call that a bug ended: nobody knows what had left by then. */
const brokenOff = (at: number): CallOutcome => ({
  ...bareOutcome,
  at,
  result: 'failed',
  failure: 'other',
  sipReason: 'The call could not be sent; the log says why',
})
