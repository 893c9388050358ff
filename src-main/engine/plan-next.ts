import { capHolds, type PastAttempt } from '../domain/attempt-caps.ts'
import type { Instant } from '../domain/ids.ts'
import { type NextAttempt, nextAttempt } from '../domain/next-attempt.ts'
import {
  countsAsAttempt,
  type EndedCall,
  type NextStep,
  nextPhone,
  nextStep,
  type TriesBefore,
} from '../domain/retry.ts'
import { planRetry } from '../domain/retry-plan.ts'
import { refusedUntil } from '../domain/trunk-group.ts'
import type { EngineParts } from './engine-parts.ts'
import { HISTORY_MS } from './lead-facts.ts'
import type { CallRecord } from './ports/call-record.ts'
import type { CampaignRecord } from './ports/campaign-record.ts'
import type { ContactPhone, LeadRecord, LeadUpdate } from './ports/lead-record.ts'
import type { EngineTransaction } from './ports/transaction.ts'

export type SettleParts = Pick<EngineParts, 'laws' | 'trunks'>

export interface Ended {
  readonly campaign: CampaignRecord
  readonly call: CallRecord
  readonly ended: EndedCall
  readonly before: LeadRecord
  readonly at: Instant
}

const MINUTE = 60_000

/** What becomes of a contact after a call: its next attempt with its time and number, or its final status. */
export async function planNext(
  parts: SettleParts,
  tx: EngineTransaction,
  about: Ended,
): Promise<Omit<LeadUpdate, 'goal'>> {
  const { campaign, call, ended, before, at } = about
  const phone = await phoneAfter(tx, about)
  const step = nextStep(
    ended,
    {
      ...before,
      hasOtherNumber: phone !== null && phone.position !== before.phonePosition,
      ...(countsAsAttempt(ended) ? {} : await otherTrunk(parts, tx, about)),
    },
    campaign.settings,
  )
  const here = { phonePosition: before.phonePosition, place: call.place }
  if (step.is === 'final') return { ...here, ...step.tries, ...finalOf(step.status, campaign, at) }
  const isTried = step.tries.unrung === 0
  const next = isTried && phone !== null ? { phonePosition: phone.position, place: phone.place } : here
  const wait = isTried
    ? await plan(parts, tx, about, step, next.place, phone?.number ?? call.to)
    : { readyAt: at + step.afterMs, hold: step.hold }
  return {
    ...next,
    ...step.tries,
    ...wait,
    status: 'retry',
    finalStatus: null,
    // A try that nobody noticed leaves an agreed call back as it was.
    agreedAt: isTried ? step.agreedAt : before.agreedAt,
  }
}

/** Whether another trunk may take over at once, and how often this one refused the contact in a row before. */
async function otherTrunk(
  { trunks }: SettleParts,
  tx: EngineTransaction,
  { campaign, call, before, at }: Ended,
): Promise<Pick<TriesBefore, 'hasOtherTrunk' | 'unrungHere'>> {
  const tries = await tx.failedTries(call.lead, before.unrung)
  const refused = refusedUntil(tries)
  return {
    hasOtherTrunk: campaign.trunks.some(
      ({ id }) => id !== call.trunk && (refused.get(id) ?? at) <= at && trunks.trouble(id) === null,
    ),
    unrungHere: tries.filter(({ trunk }) => trunk === call.trunk).length,
  }
}

/** The contact's number that is called next; `null`: each of them is wrong. */
async function phoneAfter(
  tx: EngineTransaction,
  { call, ended, before }: Ended,
): Promise<ContactPhone | null> {
  const phones = await tx.phones(call.contact)
  const wrong = phones.length > 1 ? await tx.invalidNumbers(call.lead) : []
  return nextPhone(phones, before.phonePosition, ended.result === 'invalid' ? [...wrong, call.to] : wrong)
}

/** It may call back until its completion timeout is over. */
function finalOf(
  status: Extract<NextStep, { is: 'final' }>['status'],
  { settings }: CampaignRecord,
  at: Instant,
): Pick<LeadUpdate, 'status' | 'readyAt' | 'hold' | 'finalStatus' | 'agreedAt'> {
  const rest = { hold: null, agreedAt: null }
  return settings.completionMinutes > 0
    ? { ...rest, status: 'called', finalStatus: status, readyAt: at + settings.completionMinutes * MINUTE }
    : { ...rest, status, finalStatus: null, readyAt: 0 }
}

/** Inside the windows, in another part of the day where that is wanted, and when no cap holds it any more. */
async function plan(
  { laws }: SettleParts,
  tx: EngineTransaction,
  { campaign, call, ended, at }: Ended,
  step: Extract<NextStep, { is: 'retry' }>,
  placeId: CallRecord['place'],
  number: CallRecord['to'],
): Promise<NextAttempt> {
  const { settings } = campaign
  const { place, law, calendar } = await laws.at(tx, campaign, placeId, at)
  const past = (await tx.pastAttempts(number, call.contact, at - HISTORY_MS)).map(withResult(call, ended))
  const caps = {
    past,
    number,
    contact: call.contact,
    perDay: settings.attemptsPerDay,
    perWeek: settings.attemptsPerWeek,
    law,
    zones: place.zones,
  }
  return nextAttempt({
    step,
    ended,
    at,
    tries: await tx.triesOf(call.lead),
    settings,
    calendar,
    zone: place.zones[0] ?? 'UTC',
    capsAt: now => capHolds({ ...caps, now }),
    plan: planRetry,
  })
}

/** The call that is being settled has its result only now. */
const withResult =
  (call: CallRecord, ended: EndedCall) =>
  (attempt: PastAttempt): PastAttempt =>
    attempt.at === call.sendingAt && attempt.number === call.to
      ? { ...attempt, result: ended.result, refused: ended.optedOut }
      : attempt
