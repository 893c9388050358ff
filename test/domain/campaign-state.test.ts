import { describe, expect, test } from 'vitest'
import {
  allowedMoves,
  type CampaignMove,
  type CampaignState,
  campaignMoves,
  moveCampaign,
  moveRefusal,
  type Resting,
} from '../../src-main/domain/campaign-state.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const paused: Resting = { is: 'paused', reason: 'manual', detail: '' }
const completed: Resting = { is: 'completed' }
const cancelled: Resting = { is: 'cancelled' }
const draining = (towards: Resting): CampaignState => ({ is: 'draining', towards })

const states: Record<string, CampaignState> = {
  draft: { is: 'draft' },
  scheduled: { is: 'scheduled' },
  running: { is: 'running' },
  'draining to paused': draining(paused),
  'draining to completed': draining(completed),
  'draining to cancelled': draining(cancelled),
  paused,
  completed,
  cancelled,
}

const moves: Record<CampaignMove['do'], CampaignMove> = {
  launch: { do: 'launch', startsAt: null },
  start: { do: 'start' },
  unschedule: { do: 'unschedule' },
  pause: { do: 'pause', reason: 'manual', detail: '' },
  resume: { do: 'resume' },
  finish: { do: 'finish' },
  cancel: { do: 'cancel' },
  restart: { do: 'restart' },
  use_up: { do: 'use_up' },
  refill: { do: 'refill' },
  rest: { do: 'rest' },
  hang_up: { do: 'hang_up' },
}

/** With no call active, and with one: what each legal move leads to. Everything else is refused. */
const running = states.running as CampaignState
const legal: Record<
  string,
  Partial<Record<CampaignMove['do'], [idle: CampaignState, busy: CampaignState]>>
> = {
  draft: { launch: [running, running], cancel: [cancelled, draining(cancelled)] },
  scheduled: {
    start: [running, running],
    unschedule: [{ is: 'draft' }, { is: 'draft' }],
    pause: [paused, draining(paused)],
    cancel: [cancelled, draining(cancelled)],
  },
  running: {
    pause: [paused, draining(paused)],
    finish: [completed, draining(completed)],
    cancel: [cancelled, draining(cancelled)],
    use_up: [completed, draining(completed)],
  },
  'draining to paused': {
    hang_up: [draining(paused), draining(paused)],
    resume: [running, running],
    cancel: [cancelled, draining(cancelled)],
    rest: [paused, paused],
  },
  'draining to completed': {
    hang_up: [draining(completed), draining(completed)],
    pause: [paused, draining(paused)],
    resume: [running, running],
    cancel: [cancelled, draining(cancelled)],
    refill: [running, running],
    rest: [completed, completed],
  },
  'draining to cancelled': {
    hang_up: [draining(cancelled), draining(cancelled)],
    rest: [cancelled, cancelled],
  },
  paused: {
    resume: [running, running],
    finish: [completed, draining(completed)],
    cancel: [cancelled, draining(cancelled)],
    restart: [running, running],
  },
  completed: { restart: [running, running] },
  cancelled: { restart: [running, running] },
}

describe.each(Object.entries(states))('§5, lifecycle: %s', (name, state) => {
  test.each(Object.values(moves))('$do', ({ do: move }) => {
    const expected = legal[name]?.[move]
    for (const activeCalls of [0, 1]) {
      const to = moveCampaign(state, moves[move], { activeCalls, now: noon })
      if (expected) expect(to).toEqual(expected[activeCalls])
      else
        expect(to).toEqual({ refused: 'illegal_move', move, state: state.is, allowed: allowedMoves(state) })
    }
  })
})

// Moves that lead to no state of the campaign itself.
describe.each(Object.entries(states))('§5, lifecycle: %s', (_, state) => {
  test('may be duplicated', () => expect(moveRefusal(state, 'duplicate')).toBeNull())

  test('is deleted only where no call can be up', () => {
    const isActive = state.is === 'running' || state.is === 'draining'
    expect(moveRefusal(state, 'delete')).toEqual(
      isActive
        ? { refused: 'illegal_move', move: 'delete', state: state.is, allowed: allowedMoves(state) }
        : null,
    )
  })
})

test('the table knows every move and no other', () => {
  const known = new Set(Object.values(states).flatMap(state => allowedMoves(state)))
  expect([...known].sort()).toEqual([...campaignMoves].sort())
})

test('a launch with its start still to come waits for it', () => {
  const launch = (startsAt: number) =>
    moveCampaign({ is: 'draft' }, { do: 'launch', startsAt }, { activeCalls: 0, now: noon })
  expect(launch(noon + 1)).toEqual({ is: 'scheduled' })
  expect(launch(noon)).toEqual({ is: 'running' })
})

test('the first reason is kept: a pause that is under way cannot be given another', () => {
  const state = draining({ is: 'paused', reason: 'provider_error', detail: '12 of 20' })
  const again = moveCampaign(state, moves.pause, { activeCalls: 1, now: noon })
  expect(again).toMatchObject({
    refused: 'illegal_move',
    state: 'draining',
    allowed: ['resume', 'cancel', 'rest', 'hang_up', 'duplicate'],
  })
})
