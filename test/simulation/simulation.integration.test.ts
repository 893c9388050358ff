import { expect, test } from 'vitest'
import { runSeeds } from './run-seeds.ts'
import type { Report } from './simulate.ts'

const SEEDS = 40

test(`${SEEDS} simulated campaigns: none lost, none called twice, no call outside hours or caps`, async () => {
  const failed: Report[] = []
  let calls = 0
  await runSeeds(
    Array.from({ length: SEEDS }, (_, index) => index + 1),
    report => {
      calls += report.calls
      if (report.violations.length > 0) failed.push(report)
    },
  )
  expect(failed.map(({ seed, violations }) => `--seed ${seed}: ${violations[0]}`)).toEqual([])
  expect(calls).toBeGreaterThan(SEEDS * 10)
}, 600_000)
