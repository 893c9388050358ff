import { expect, test } from 'vitest'
import { leadHolds, leadStatuses } from '../../src-main/domain/lead.ts'
import { shortWait } from '../../src-main/domain/short-wait.ts'
import { mondayAtTen as now } from '../make/workspace.ts'

const open = { zone: 'Europe/Berlin', calendar: { open: true, opensAt: null } }
const closed = { zone: 'Europe/Berlin', calendar: { open: false, opensAt: now + 23 * 3_600_000 } }
const lead = { status: 'pending', readyAt: 0, hold: null } as const

test('a row tells in a few words what its contact waits for, and nothing when it is its turn', () => {
  expect(shortWait(lead, open, now)).toBe('')
  expect(shortWait({ ...lead, status: 'retry', readyAt: now + 1, hold: 'agreed_time' }, closed, now)).toBe(
    'agreed time',
  )
  expect(shortWait({ ...lead, status: 'retry', readyAt: now, hold: 'agreed_time' }, closed, now)).toBe(
    'opens Tue 09:00 Europe/Berlin',
  )
  expect(shortWait(lead, { ...closed, calendar: { open: false, opensAt: null } }, now)).toBe(
    'hours that never open',
  )
})

test('only who waits is said to wait', () => {
  const waiting = leadStatuses.filter(status => shortWait({ ...lead, status }, closed, now) !== '')
  expect(waiting).toEqual(['pending', 'retry'])
})

test('each reason why a contact is held has its own words', () => {
  const words = leadHolds.map(hold => shortWait({ ...lead, readyAt: now + 1, hold }, open, now))
  expect(new Set(words).size).toBe(leadHolds.length)
})
