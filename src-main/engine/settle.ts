import { callCost } from '../domain/cost.ts'
import type { Instant } from '../domain/ids.ts'
import { findResults, primaryOutcome } from '../domain/results/find-results.ts'
import { betterOutcome } from '../domain/results/goal.ts'
import { countsAsAttempt, type EndedCall } from '../domain/retry.ts'
import { planNext, type SettleParts } from './plan-next.ts'
import type { CallRecord, SettledCall } from './ports/call-record.ts'
import type { CallOutcome } from './ports/dialer.ts'
import type { EngineTransaction } from './ports/transaction.ts'
import { refuseAll } from './refuse-all.ts'

export const OPTED_OUT = 'Asked the agent not to be called again'
/** RFC 8197: the called party says so to its carrier. */
const UNWANTED = 'Refused the call as unwanted (607)'

/** Result, conversation, roll-up, costs, opt-outs and the contact's next status: within one transaction. */
export async function settle(
  parts: SettleParts,
  tx: EngineTransaction,
  call: CallRecord,
  outcome: CallOutcome,
): Promise<void> {
  const campaign = await tx.campaign(call.campaign)
  if (campaign === null) throw new Error(`call ${call.id} belongs to no campaign`)
  const before = await tx.lead(call.lead)
  const optOuts = outcome.conversation.filter(event => event.is === 'opt_out')
  const rates = await tx.rates(call.trunk)
  const ended: EndedCall = {
    result: outcome.result,
    failure: outcome.failure ?? null,
    mayHaveRung: outcome.mayHaveRung,
    silent: outcome.silent ?? false,
    sipCode: outcome.sipCode,
    optedOut: optOuts.length > 0,
    messageLeft: outcome.messageLeft ?? false,
    callBackAt: outcome.callBackAt ?? null,
  }
  const definitions = await tx.definitions(call.campaign)
  const results = findResults(outcome.conversation, definitions)
  const goal = primaryOutcome(definitions, results)
  const lasted = durations(call, outcome)
  const settled: SettledCall = {
    outcome,
    counts: countsAsAttempt(ended),
    ...lasted,
    goal,
    results,
    optedOut: ended.optedOut,
    costMicros: callCost(rates, call.to, lasted.talkMs),
    currency: rates?.currency ?? null,
  }
  const next = await planNext(parts, tx, { campaign, call, ended, before, at: outcome.at })
  await tx.settle(call, settled, { ...next, goal: betterOutcome(before.goal, goal) })
  for (const { scope } of optOuts)
    await refuseAll(
      tx,
      call,
      { scope, campaign: call.campaign, reason: OPTED_OUT, source: 'agent' },
      outcome.at,
    )
  if (outcome.sipCode === 607)
    await refuseAll(
      tx,
      call,
      { scope: 'all', campaign: call.campaign, reason: UNWANTED, source: 'network' },
      outcome.at,
    )
}

function durations(
  { sendingAt, ringingAt, answeredAt }: CallRecord,
  { at, result }: CallOutcome,
): Pick<SettledCall, 'pddMs' | 'ringMs' | 'talkMs'> {
  // When the call of an earlier process ended nobody knows.
  const endedAt = result === 'interrupted' ? null : at
  const between = (from: Instant | null, to: Instant | null) =>
    from === null || to === null ? null : Math.max(0, to - from)
  return {
    pddMs: between(sendingAt, ringingAt ?? answeredAt),
    ringMs: between(ringingAt, answeredAt ?? endedAt),
    talkMs: between(answeredAt, endedAt),
  }
}
