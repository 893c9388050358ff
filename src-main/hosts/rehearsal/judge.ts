import type { CallResult } from '../../domain/call-result.ts'
import type { Instant } from '../../domain/ids.ts'
import { finalLeadStatuses, type LeadStatus } from '../../domain/lead.ts'
import type { LedgerEntry } from '../../telephony/practice/carrier.ts'

/** A call as the program recorded it. */
export interface CallRecord {
  readonly sipCallId: string
  readonly number: string
  readonly state: string
  readonly result: CallResult | null
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
  readonly keys: string
}

export interface Verdict {
  /** Contacts that were put in and have no final status at the end. */
  readonly lost: number
  /** Numbers that were invited more often than calls were recorded for them, or twice at the same time. */
  readonly calledTwice: number
  /** Calls still open in the program's records. */
  readonly stuck: number
  /** Calls on which program and carrier do not agree; `differences` says how (the first fifty). */
  readonly mismatches: number
  readonly differences: readonly string[]
}

/** The carrier's ledger is the judge: what it saw must be what the program says. */
export function judge(
  ledger: readonly LedgerEntry[],
  calls: readonly CallRecord[],
  leads: readonly { readonly number: string; readonly status: LeadStatus }[],
  putIn: number,
): Verdict {
  const settled = leads.filter(lead =>
    (finalLeadStatuses as readonly LeadStatus[]).includes(lead.status),
  ).length
  const differences = [...differencesOfCalls(ledger, calls)]
  return {
    lost: putIn - settled,
    calledTwice: twice(ledger, calls).length,
    stuck: calls.filter(call => call.state !== 'ended').length,
    mismatches: differences.length,
    differences: differences.slice(0, 50),
  }
}

function twice(ledger: readonly LedgerEntry[], calls: readonly CallRecord[]): string[] {
  const recorded = countBy(calls.filter(call => call.sentAt !== null).map(call => call.number))
  const byNumber = Map.groupBy(ledger, entry => entry.number)
  return [...byNumber].flatMap(([number, entries]) => {
    const tooOften = entries.length > (recorded.get(number) ?? 0)
    const inOrder = entries.toSorted((a, b) => a.invitedAt - b.invitedAt)
    const overlap = inOrder.some((entry, at) => {
      const before = inOrder[at - 1]
      return before !== undefined && before.endedAt !== null && entry.invitedAt < before.endedAt
    })
    return tooOften || overlap ? [number] : []
  })
}

function* differencesOfCalls(
  ledger: readonly LedgerEntry[],
  calls: readonly CallRecord[],
): Generator<string> {
  const byCallId = Map.groupBy(ledger, entry => entry.sipCallId)
  for (const [sipCallId, entries] of byCallId)
    if (entries.length > 1)
      yield `${entries[0]?.number}: the carrier saw Call-ID ${sipCallId} ${entries.length} times`
  const known = new Set(calls.map(call => call.sipCallId))
  for (const entry of ledger)
    if (!known.has(entry.sipCallId))
      yield `${entry.number}: the carrier was called, the program has no record`
  for (const call of calls) {
    const entry = byCallId.get(call.sipCallId)?.[0]
    if (entry === undefined) {
      // An INVITE that may have left need not have arrived: the program died, or the packet was lost.
      if (call.sentAt !== null && call.result !== 'interrupted' && call.result !== 'failed')
        yield `${call.number}: recorded as ${call.result}, the carrier saw no call`
    } else yield* differencesOf(entry, call)
  }
}

function* differencesOf(entry: LedgerEntry, call: CallRecord): Generator<string> {
  if (entry.number !== call.number) yield `${call.number}: the carrier was asked for ${entry.number}`
  if (call.sentAt === null)
    yield `${call.number}: the carrier was called, the record says that nothing was sent`
  if (call.result === 'interrupted') return
  const expected = expectedResults(entry)
  if (call.result === null || !expected.includes(call.result))
    yield `${call.number}: the carrier saw ${entry.act} (${entry.code}), recorded as ${call.result}, expected ${expected.join(' or ')}`
  if ((call.answeredAt !== null) !== (entry.answeredAt !== null))
    yield `${call.number}: answered says ${call.answeredAt !== null} here and ${entry.answeredAt !== null} at the carrier`
  if (call.answeredAt !== null && call.keys !== entry.pressed)
    yield `${call.number}: keys “${entry.pressed}” were pressed, “${call.keys}” were heard`
}

/** Results that the program may record for what the carrier did (telephony specification, section 3). */
function expectedResults(entry: LedgerEntry): readonly CallResult[] {
  if (entry.answeredAt !== null) return ['answered', 'no_conversation', 'voicemail', 'fax', 'abandoned']
  switch (entry.code) {
    case 486:
    case 600:
      return ['busy']
    case 480:
    case 408:
    case 487:
      return ['no_answer', 'interrupted']
    case 404:
    case 410:
    case 484:
    case 604:
      return ['invalid']
    case 603:
    case 607:
    case 608:
      return ['rejected']
    default:
      return ['failed']
  }
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
