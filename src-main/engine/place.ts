import { isProviderError } from '../domain/auto-pause.ts'
import { countsAsAttempt } from '../domain/retry.ts'
import { words } from './active-calls.ts'
import type { Claim } from './claim.ts'
import type { EngineParts } from './engine-parts.ts'
import type {
  CallObserver,
  CallOrder,
  CallOutcome,
  CallRecord,
  DialRefusal,
  EngineTransaction,
  PreparedCall,
} from './ports.ts'
import { OPTED_OUT, settle } from './settle.ts'

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
    else if (await mayBeSent(parts, claim, prepared)) await run(parts, claim, prepared)
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
    // A bug of the dialer; the contact must not stay behind in `queued` for it.
    await takeBack(parts, order.call)
    throw error
  }
}

/** The dialer could not even try: nothing was sent, the contact stands as before, except where its number is wrong. */
async function refused(parts: EngineParts, { campaign, order }: Claim, refusal: DialRefusal): Promise<void> {
  const { store, clock, trunks } = parts
  if (refusal.refused === 'bad_number') {
    trunks.withdrawn(order.trunk, clock.now())
    const outcome = unsent(clock.now(), refusal.message)
    await store.surely(async tx => settle(tx, await callOf(tx, order.call), outcome))
    trunks.ended(campaign.id, order.to, false)
    return
  }
  trunks.unusable(order.trunk, refusal.message, clock.now())
  await takeBack(parts, order.call)
}

const takeBack = ({ store }: EngineParts, call: CallRecord['id']) =>
  store.surely(async tx => tx.takeBack(await callOf(tx, call)))

/**
 * Commits `sending`, after which a packet may leave. Looks once more at what may have changed since the claim:
 * the campaign's state, the do-not-call list, a supervisor's hang-up, the end of the program.
 */
async function mayBeSent(
  parts: EngineParts,
  { campaign, lead, order }: Claim,
  prepared: PreparedCall,
): Promise<boolean> {
  const { store, clock, active, closing, trunks } = parts
  const written = await store.once(async tx => {
    const call = await callOf(tx, order.call)
    const suppressed = await tx.suppression(order.to, campaign.id)
    const state = (await tx.campaign(campaign.id))?.state.is
    const isWanted = !closing.aborted && !active.wantsHangUp(order.call)
    if (suppressed === null && state === 'running' && isWanted) {
      await tx.markSending(call, prepared.facts, clock.now())
      return true
    }
    await tx.takeBack(call)
    if (suppressed !== null) await tx.skip(lead.lead, suppressed === 'all' ? 'dnc' : 'opted_out')
    return false
  })
  if (written?.value) return true
  trunks.withdrawn(order.trunk, clock.now())
  if (written === null) await takeBack(parts, order.call)
  return false
}

async function run(parts: EngineParts, claim: Claim, prepared: PreparedCall): Promise<void> {
  const { active, clock } = parts
  const { order } = claim
  active.update(order.call, { state: 'sending', since: clock.now() })
  const outcome = await new Promise<CallOutcome>(resolve => {
    prepared.send(observe(parts, claim, resolve))
    active.attach(order.call, prepared)
  })
  learn(parts, claim, outcome)
  await parts.store.surely(async tx => settle(tx, await callOf(tx, order.call), outcome))
}

/** Writes each step as it comes, one after the other. */
function observe(
  parts: EngineParts,
  { campaign, order }: Claim,
  over: (outcome: CallOutcome) => void,
): CallObserver {
  const { active, changes, clock, store, trunks } = parts
  let lane: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => unknown): void => {
    lane = lane.then(work).catch(parts.report)
  }
  const show = (change: Parameters<typeof active.update>[1]) => {
    active.update(order.call, change)
    changes.tell({ call: order.call, campaign: campaign.id })
  }
  return {
    ringing: time => {
      const at = Math.round(time)
      trunks.reached(order.trunk)
      show({ state: 'ringing', since: at })
      inTurn(() => store.once(async tx => tx.markRinging(await callOf(tx, order.call), at)))
    },
    answered: async (time, dialog) => {
      const at = Math.round(time)
      trunks.reached(order.trunk)
      const saved = lane.then(() =>
        store.once(async tx => tx.markAnswered(await callOf(tx, order.call), dialog, at)),
      )
      lane = saved.catch(parts.report)
      if ((await saved) === null) throw new Error('The answer could not be saved, so the call is ended')
      show({ state: 'answered', since: at })
    },
    happened: event => {
      const line = words(event)
      if (line !== null) show({ lastWords: line })
      // Kept at once: a refusal must outlive a crash within the same call.
      if (event.is === 'opt_out')
        inTurn(() =>
          store.surely(tx => tx.suppress(order.to, event.scope, campaign.id, OPTED_OUT, clock.now())),
        )
    },
    ended: outcome => inTurn(() => over({ ...outcome, at: Math.round(outcome.at) })),
  }
}

/** What the call says about its trunk. */
function learn({ trunks, clock }: EngineParts, { campaign, order }: Claim, outcome: CallOutcome): void {
  const { result, failure = null, mayHaveRung, sipCode } = outcome
  const byProvider = isProviderError(result, failure)
  const reached = countsAsAttempt({ result, failure, mayHaveRung, sipCode, optedOut: false })
  trunks.ended(campaign.id, order.to, byProvider)
  if (reached && !byProvider) trunks.reached(order.trunk)
  if (!reached) trunks.failed(order.trunk, order.to, reasonOf(outcome), clock.now())
}

const reasonOf = ({ sipCode, sipReason }: CallOutcome): string =>
  sipCode === 0 ? sipReason || 'no answer from the trunk' : `${sipCode} ${sipReason}`.trim()

async function callOf(tx: EngineTransaction, id: CallRecord['id']): Promise<CallRecord> {
  const call = await tx.call(id)
  if (call === null) throw new Error(`call ${id} is not in the workspace`)
  return call
}

/** Outcome of a number that cannot be written for this trunk. */
const unsent = (at: number, sipReason: string): CallOutcome => ({
  at,
  result: 'invalid',
  sipCode: 0,
  sipReason,
  q850: null,
  mayHaveRung: false,
  hungUpBy: null,
  earlyMedia: false,
  conversation: [],
  media: null,
  trace: [],
  recording: null,
})
