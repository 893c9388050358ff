import { expect, test } from 'vitest'
import { countPlaywright } from '../../resources/dev/testing/playwright.mjs'
import { countVitest } from '../../resources/dev/testing/vitest.mjs'

const vitest = (testResults, counts = {}) => ({
  numPassedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...counts,
  testResults,
})

test('a test file that cannot be loaded counts as failed, though it holds no test', () =>
  expect(
    countVitest(
      vitest([{ name: 'a.test.ts', status: 'failed', assertionResults: [], message: 'no such module' }]),
      1,
    ),
  ).toMatchObject({ failed: 1 }))

test('an error outside of any test counts as failed', () =>
  expect(countVitest(vitest([{ name: 'a.test.ts', status: 'passed', assertionResults: [] }]), 1).failed).toBe(
    1,
  ))

test('failed tests are named', () => {
  const assertionResults = [
    { status: 'failed', fullName: 'calls somebody' },
    { status: 'passed', fullName: 'rests' },
  ]
  const count = countVitest(
    vitest([{ name: 'a.test.ts', status: 'failed', assertionResults }], { numPassedTests: 1 }),
    1,
  )
  expect(count).toMatchObject({ passed: 1, failed: 1, skipped: 0 })
  expect(count.failures[0]).toContain('calls somebody')
})

test('browser tests that fail deep inside a group are counted, and so is a run that broke', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 0, skipped: 1 }
  const inner = { specs: [{ ok: false, file: 'demo.browser.ts', title: 'the demo calls' }] }
  const suites = [{ suites: [inner], specs: [{ ok: true, file: 'demo.browser.ts', title: 'opens' }] }]
  expect(countPlaywright({ stats, suites, errors: [] }, 1)).toMatchObject({
    passed: 2,
    failed: 1,
    skipped: 1,
  })
  expect(countPlaywright({ stats, suites: [], errors: [{ message: 'no browser' }] }, 1).failures).toEqual([
    'no browser',
  ])
})
