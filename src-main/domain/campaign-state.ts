import { assertNever } from './assert-never.ts'
import type { Instant } from './ids.ts'

/** Why a campaign rests although nobody finished it. */
export const pauseReasons = [
  'manual',
  'insufficient_balance',
  'budget_reached',
  'system_limit',
  'provider_error',
  'numbers_exhausted',
  'abandon_rate',
  'end_reached',
  'not_ready',
  'test_finished',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export const campaignStateNames = [
  'draft',
  'scheduled',
  'running',
  'draining',
  'paused',
  'completed',
  'cancelled',
] as const
export type CampaignStateName = (typeof campaignStateNames)[number]

export interface Paused {
  readonly is: 'paused'
  readonly reason: PauseReason
  /** The figure behind an auto-pause, in words; empty for `manual`. */
  readonly detail: string
}
export type Resting = Paused | { readonly is: 'completed' } | { readonly is: 'cancelled' }

export type CampaignState =
  | { readonly is: 'draft' }
  /** Waits for the start time of its schedule. */
  | { readonly is: 'scheduled' }
  | { readonly is: 'running' }
  /** Starts nothing new; rests when the last call is over. */
  | { readonly is: 'draining'; readonly towards: Resting }
  | Resting

export const campaignMoves = [
  'launch',
  'start',
  'unschedule',
  'pause',
  'resume',
  'finish',
  'cancel',
  'restart',
  'use_up',
  'refill',
  'rest',
  'hang_up',
  'duplicate',
  'delete',
] as const
export type CampaignMoveName = (typeof campaignMoves)[number]

export type CampaignMove =
  /** Starts now, or waits where the schedule's start is still to come. */
  | { readonly do: 'launch'; readonly startsAt: Instant | null }
  /** The start time has come. */
  | { readonly do: 'start' }
  | { readonly do: 'unschedule' }
  | { readonly do: 'pause'; readonly reason: PauseReason; readonly detail: string }
  | { readonly do: 'resume' }
  | { readonly do: 'finish' }
  | { readonly do: 'cancel' }
  | { readonly do: 'restart' }
  /** Every contact is final. */
  | { readonly do: 'use_up' }
  /** Contacts were added. */
  | { readonly do: 'refill' }
  /** The last active call of a draining campaign is over. */
  | { readonly do: 'rest' }
  /** Ends the calls that it drains of. */
  | { readonly do: 'hang_up' }

export interface StateFacts {
  readonly activeCalls: number
  readonly now: Instant
}

export interface MoveRefusal {
  readonly refused: 'illegal_move'
  readonly move: CampaignMoveName
  readonly state: CampaignStateName
  readonly allowed: readonly CampaignMoveName[]
}

/**
 * Which moves each state knows. What a move leads to is in `after`; `duplicate` and `delete` lead to no state of the
 * campaign: the one makes a draft beside it, the other takes it away.
 */
const table = {
  draft: ['launch', 'cancel', 'duplicate', 'delete'],
  scheduled: ['start', 'unschedule', 'pause', 'cancel', 'duplicate', 'delete'],
  running: ['pause', 'finish', 'cancel', 'use_up', 'duplicate'],
  draining: ['pause', 'resume', 'cancel', 'refill', 'rest', 'hang_up', 'duplicate'],
  paused: ['resume', 'finish', 'cancel', 'restart', 'duplicate', 'delete'],
  completed: ['restart', 'duplicate', 'delete'],
  cancelled: ['restart', 'duplicate', 'delete'],
} as const satisfies Record<CampaignStateName, readonly CampaignMoveName[]>

/** Moves that are allowed from a state, the engine's own among them. */
export function allowedMoves(state: CampaignState): readonly CampaignMoveName[] {
  if (state.is !== 'draining') return table[state.is]
  return table.draining.filter(move => drainingAllows(state.towards, move))
}

/** Cancelled wins over paused, paused over completed; the first reason is kept. */
function drainingAllows(towards: Resting, move: (typeof table.draining)[number]): boolean {
  switch (move) {
    case 'rest':
    case 'hang_up':
    case 'duplicate':
      return true
    case 'resume':
    case 'cancel':
      return towards.is !== 'cancelled'
    case 'refill':
    case 'pause':
      return towards.is === 'completed'
    default:
      return assertNever(move)
  }
}

/** The one place where a campaign changes its state. */
export function moveCampaign(
  state: CampaignState,
  move: CampaignMove,
  facts: StateFacts,
): CampaignState | MoveRefusal {
  return moveRefusal(state, move.do) ?? after(state, move, facts)
}

/** Why a state does not know this move, and which ones it does; `null`: it may be made. */
export function moveRefusal(state: CampaignState, move: CampaignMoveName): MoveRefusal | null {
  const allowed = allowedMoves(state)
  return allowed.includes(move) ? null : { refused: 'illegal_move', move, state: state.is, allowed }
}

function after(state: CampaignState, move: CampaignMove, facts: StateFacts): CampaignState {
  switch (move.do) {
    case 'launch':
      return move.startsAt !== null && move.startsAt > facts.now ? { is: 'scheduled' } : { is: 'running' }
    case 'start':
    case 'resume':
    case 'restart':
    case 'refill':
      return { is: 'running' }
    case 'unschedule':
      return { is: 'draft' }
    case 'pause':
      return rest({ is: 'paused', reason: move.reason, detail: move.detail }, facts)
    case 'finish':
    case 'use_up':
      return rest({ is: 'completed' }, facts)
    case 'cancel':
      return rest({ is: 'cancelled' }, facts)
    case 'rest':
      return state.is === 'draining' ? state.towards : state
    case 'hang_up':
      return state
    default:
      return assertNever(move)
  }
}

// A campaign with calls still up cannot rest yet: it drains first.
const rest = (at: Resting, { activeCalls }: StateFacts): CampaignState =>
  activeCalls > 0 ? { is: 'draining', towards: at } : at
