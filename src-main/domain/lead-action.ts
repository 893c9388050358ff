import { assertNever } from './assert-never.ts'
import type { Instant, PlaceId } from './ids.ts'
import type { LeadHold, LeadStatus, SkipReason } from './lead.ts'

/** Where a contact stands in a campaign: what actions change, and what an undo goes back to. */
export interface LeadStanding {
  readonly status: LeadStatus
  readonly skipReason: SkipReason | null
  /** -1 call first, 0 high, 1 normal, 2 low. */
  readonly priority: -1 | 0 | 1 | 2
  readonly readyAt: Instant
  readonly hold: LeadHold | null
  readonly agreedAt: Instant | null
  /** Drawn for a test and not called yet. */
  readonly sampled: 0 | 1
  readonly attempts: number
  readonly unrung: number
  readonly phonePosition: number
  readonly place: PlaceId
}

export interface LeadActionFacts {
  readonly now: Instant
  /** A call of it is on file, whatever became of it. */
  readonly wasCalled: boolean
  readonly hasNumber: boolean
  /** Why the number that is called next is never called: `is on the do-not-call list`; `null`: it may be. */
  readonly barred: string | null
}

export type LeadAction =
  | { readonly do: 'retry_now' | 'skip' | 'remove' | 'call_first' }
  | { readonly do: 'set_priority'; readonly priority: 0 | 1 | 2 }

export type LeadActed =
  | { readonly becomes: LeadStanding }
  | { readonly becomes: null }
  /** It stays as it is; in words that go on from its name. */
  | { readonly left: string }

/** What an action makes of a contact in a campaign (campaigns.md section 7); never of one that is in the pipeline. */
export function actOnLead(lead: LeadStanding, action: LeadAction, facts: LeadActionFacts): LeadActed {
  if (inPipeline.has(lead.status)) return { left: 'is being called' }
  switch (action.do) {
    case 'retry_now':
      return retryNow(lead, facts)
    case 'skip':
      return skip(lead)
    case 'remove':
      return remove(lead, facts)
    case 'call_first':
      if (isOver(lead)) return { left: `is over: ${words(lead)}` }
      return withPriority(lead, -1)
    case 'set_priority':
      return withPriority(lead, action.priority)
    default:
      return assertNever(action)
  }
}

/** From the claim until what follows from the call is decided. */
export const inPipeline: ReadonlySet<LeadStatus> = new Set(['queued', 'dialing', 'in_call', 'called'])

const isOver = ({ status }: LeadStanding): boolean => status !== 'pending' && status !== 'retry'

const words = ({ status, skipReason }: LeadStanding): string =>
  (status === 'skipped' ? `skipped, ${skipReason}` : status).replaceAll('_', ' ')

/** What was waited for is over, apart from a call that may still ring; whoever ended gets one further attempt. */
function retryNow(lead: LeadStanding, { now, hasNumber, barred }: LeadActionFacts): LeadActed {
  const { status, readyAt, hold } = lead
  if (status === 'completed') return { left: 'was reached already' }
  if (status === 'skipped' && lead.skipReason === 'duplicate') return { left: 'stands in the campaign twice' }
  if (!hasNumber) return { left: 'has no number' }
  if (barred !== null) return { left: barred }
  if (hold === 'peer_silent' && readyAt > now) return { left: 'may still be ringing at the carrier' }
  // Before the time agreed it is a call like others: the campaign's caps hold.
  const atOnce = { readyAt: 0, hold: null, agreedAt: null }
  if (!isOver(lead))
    return readyAt === 0 && hold === null
      ? { left: 'is called next anyway' }
      : { becomes: { ...lead, ...atOnce } }
  const again = lead.attempts === 0 ? 'pending' : 'retry'
  return { becomes: { ...lead, ...atOnce, status: again, skipReason: null } }
}

function skip(lead: LeadStanding): LeadActed {
  if (lead.status === 'skipped') return { left: 'is skipped already' }
  if (isOver(lead)) return { left: `is over: ${words(lead)}` }
  const out = { readyAt: 0, hold: null, agreedAt: null, sampled: 0 } as const
  return { becomes: { ...lead, ...out, status: 'skipped', skipReason: 'manual' } }
}

function remove(lead: LeadStanding, { wasCalled }: LeadActionFacts): LeadActed {
  if (lead.status !== 'pending') return { left: `is not pending: ${words(lead)}` }
  return wasCalled ? { left: 'was called before; skip it instead' } : { becomes: null }
}

const withPriority = (lead: LeadStanding, priority: LeadStanding['priority']): LeadActed =>
  lead.priority === priority ? { left: 'had this priority already' } : { becomes: { ...lead, priority } }
