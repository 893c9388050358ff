import { expect, test } from 'vitest'
import { createTrunkTests } from '../../src-main/dialer/test-call/trunk-tests.ts'
import type { TrunkId } from '../../src-main/domain/ids.ts'
import { trunkDefaults } from '../../src-main/domain/trunk.ts'

test('closing does not wait for a test whose call has not left: it never will', async () => {
  const tests = createTrunkTests({
    layers: () => new Promise(() => {}),
    place: () => Promise.reject(new Error('It was called')),
  })
  const told = tests.run(
    { id: 1 as TrunkId, name: 'Main line', settings: trunkDefaults, password: null },
    {
      id: 'one',
      to: '+493023125110',
      callerId: null,
      language: 'en',
      signal: new AbortController().signal,
      tell: () => {},
      record: { sending: async () => {}, answered: async () => {} },
    },
  )
  expect(tests.count()).toBe(1)
  tests.end('closed')
  expect(await told).toEqual([
    { layer: 'call', ok: false, text: 'The program was closed before the call left.' },
  ])
  expect(tests.count()).toBe(0)
})
