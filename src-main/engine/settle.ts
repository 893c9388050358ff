import type { GoalOutcome } from '../domain/flow.ts'
import type { Instant } from '../domain/ids.ts'
import { countsAsAttempt, type EndedCall, nextStep } from '../domain/retry.ts'
import type { ConversationEvent } from '../domain/transcript.ts'
import type { CallOutcome, CallRecord, EngineTransaction, LeadUpdate, SettledCall } from './ports.ts'

export const OPTED_OUT = 'Asked the agent not to be called again'

/** Result, conversation, roll-up, opt-outs and the contact's next status: within one transaction. */
export async function settle(tx: EngineTransaction, call: CallRecord, outcome: CallOutcome): Promise<void> {
  const campaign = await tx.campaign(call.campaign)
  if (campaign === null) throw new Error(`call ${call.id} belongs to no campaign`)
  const before = await tx.lead(call.lead)
  const optOuts = outcome.conversation.filter(event => event.is === 'opt_out')
  const ended: EndedCall = {
    result: outcome.result,
    failure: outcome.failure ?? null,
    mayHaveRung: outcome.mayHaveRung,
    sipCode: outcome.sipCode,
    optedOut: optOuts.length > 0,
  }
  const goal = bestGoal(outcome.conversation)
  const next = nextStep(ended, before, campaign.settings)
  const settled: SettledCall = {
    outcome,
    counts: countsAsAttempt(ended),
    ...durations(call, outcome),
    goal,
    optedOut: ended.optedOut,
  }
  const update: LeadUpdate = {
    status: next.is === 'retry' ? 'retry' : next.status,
    readyAt: next.is === 'retry' ? outcome.at + next.afterMs : 0,
    attempts: next.tries.attempts,
    unrung: next.tries.unrung,
    goal: better(before.goal, goal),
  }
  await tx.settle(call, settled, update)
  for (const { scope } of optOuts) await tx.suppress(call.to, scope, call.campaign, OPTED_OUT, outcome.at)
}

const order: readonly (GoalOutcome | null)[] = [null, 'not_achieved', 'partially_achieved', 'achieved']

const better = (a: GoalOutcome | null, b: GoalOutcome | null): GoalOutcome | null =>
  order.indexOf(a) >= order.indexOf(b) ? a : b

const bestGoal = (conversation: readonly ConversationEvent[]): GoalOutcome | null =>
  conversation.reduce<GoalOutcome | null>(
    (best, event) => (event.is === 'goal' ? better(best, event.outcome) : best),
    null,
  )

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
