import { expect, test } from 'vitest'
import { createSessions, linkLivesMs, sessionLivesMs } from '../../../src-main/hosts/console/sessions.ts'

const clock = () => {
  let at = 1_000_000
  return {
    now: () => at,
    pass(ms: number) {
      at += ms
    },
  }
}

test('a link lets one browser in, once', () => {
  const sessions = createSessions(clock().now)
  const token = sessions.newToken()
  const session = sessions.enter(token)
  expect(sessions.knows(session ?? '')).toBe(true)
  expect(sessions.enter(token)).toBeNull()
})

test('a link that nobody opened in time lets nobody in', () => {
  const time = clock()
  const sessions = createSessions(time.now)
  const token = sessions.newToken()
  time.pass(linkLivesMs)
  expect(sessions.enter(token)).toBeNull()
})

test('a browser in use stays signed in; one that was away for a day does not', () => {
  const time = clock()
  const sessions = createSessions(time.now)
  const session = sessions.enter(sessions.newToken()) ?? ''
  for (let day = 0; day < 5; day++) {
    time.pass(sessionLivesMs - 1)
    expect(sessions.knows(session)).toBe(true)
  }
  time.pass(sessionLivesMs)
  expect(sessions.knows(session)).toBe(false)
})

test('nothing that was never given out opens the door', () => {
  const sessions = createSessions(clock().now)
  expect(sessions.enter('')).toBeNull()
  expect(sessions.knows(undefined)).toBe(false)
  expect(sessions.knows(sessions.newToken())).toBe(false)
})

test('links asked for without end do not fill the memory: only the newest still work', () => {
  const sessions = createSessions(clock().now)
  const first = sessions.newToken()
  for (let link = 0; link < 50; link++) sessions.newToken()
  expect(sessions.enter(first)).toBeNull()
  expect(sessions.enter(sessions.newToken())).not.toBeNull()
})
