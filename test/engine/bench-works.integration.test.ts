import { expect, test } from 'vitest'
import { chooseFrom } from '../bench/engine/choosing.ts'
import { forecastSeconds } from '../bench/engine/forecast-all.ts'

// A benchmark stands on parts of the engine that no test of the engine puts together: it must not break unseen.

test('the benchmark of choosing still decides and compares', async () => {
  const { p99Ms, claimP99Ms, orderByP99Ms } = await chooseFrom(1_000)
  expect(p99Ms).toBeGreaterThan(0)
  expect(claimP99Ms).toBeGreaterThanOrEqual(p99Ms)
  expect(orderByP99Ms).toBeGreaterThan(0)
})

test('the benchmark of the forecast still reaches a report', async () => {
  expect(await forecastSeconds(1_000)).toBeGreaterThan(0)
})
