import { describe, expect, test } from 'vitest'
import { type SpamEvidence, type SpamSignal, spamLevel, spamScore } from '../../src-main/domain/spam-score.ts'

/** Enough calls, nothing wrong with them. */
const evidence = (change: Partial<SpamEvidence> = {}): SpamEvidence => ({
  attempts: 1_000,
  answered: 400,
  expected: 400,
  shortShare: 0,
  objections: 0,
  isExplicit: false,
  isBlocked: false,
  busiestDay: 0,
  ceiling: 75,
  machinesAbovePool: 0,
  repeatShare: 0,
  ...change,
})

const strength = (signal: SpamSignal, change: Partial<SpamEvidence>) =>
  spamScore(evidence(change)).parts.find(part => part.signal === signal)?.strength

describe('monitoring.md §3.1, spam score', () => {
  test('worked example: O = 300, E = 600, 15 % short calls, nothing else: 6.0 → 6', () => {
    const { score, combined, parts } = spamScore(evidence({ answered: 300, expected: 600, shortShare: 0.15 }))
    const part = (signal: SpamSignal) => {
      const found = parts.find(each => each.signal === signal)
      return (found?.weight ?? 0) * (found?.strength ?? 0)
    }
    expect(part('answers')).toBeCloseTo(0.571, 3)
    expect(part('short_calls')).toBeCloseTo(0.225, 3)
    expect(9 * combined).toBeCloseTo(6.0, 1)
    expect(score).toBe(6)
  })

  test('nothing wrong: 0', () => expect(spamScore(evidence())).toMatchObject({ score: 0, lowData: false }))

  test('everything wrong: never above 9', () => {
    const worst = evidence({
      answered: 0,
      expected: 1_000,
      shortShare: 1,
      objections: 1,
      busiestDay: 500,
      machinesAbovePool: 1,
      repeatShare: 1,
    })
    expect(spamScore(worst).score).toBe(9)
  })

  test('signal: answered O against expected E, r = (O + 30) / (E + 30), (1 − r) / 0.5, weight .60', () => {
    expect(strength('answers', { answered: 70, expected: 95 })).toBeCloseTo((1 - 100 / 125) / 0.5)
    expect(strength('answers', { answered: 900, expected: 300 })).toBe(0)
    expect(strength('answers', { answered: 0, expected: 300 })).toBe(1)
  })

  test('signal: share of answered calls of 6 s or less, (q − .05) / .20, weight .45', () => {
    expect(strength('short_calls', { shortShare: 0.05 })).toBe(0)
    expect(strength('short_calls', { shortShare: 0.1 })).toBeCloseTo(0.25)
    expect(strength('short_calls', { shortShare: 0.4 })).toBe(1)
  })

  test('signal: objections per attempt, x / .03, weight .65', () =>
    expect(strength('objections', { objections: 0.012 })).toBeCloseTo(0.4))

  test('signal: volume against the ceiling, (v − .7) / .8, weight .30', () => {
    expect(strength('volume', { busiestDay: 52, ceiling: 75 })).toBe(0)
    expect(strength('volume', { busiestDay: 75, ceiling: 75 })).toBeCloseTo(0.375)
  })

  test('signal: straight to a machine above the pool, d / .3, weight .40', () => {
    expect(strength('machines', { machinesAbovePool: 0.15 })).toBeCloseTo(0.5)
    expect(strength('machines', { machinesAbovePool: -0.2 })).toBe(0)
  })

  test('signal: people called three times a day or more, p / .2, weight .30', () =>
    expect(strength('repeats', { repeatShare: 0.05 })).toBeCloseTo(0.25))

  test('the weights are those of the table', () =>
    expect(Object.fromEntries(spamScore(evidence()).parts.map(part => [part.signal, part.weight]))).toEqual({
      answers: 0.6,
      short_calls: 0.45,
      objections: 0.65,
      volume: 0.3,
      machines: 0.4,
      repeats: 0.3,
    }))

  test('a 608 within the window sets at least 7', () => {
    expect(spamScore(evidence({ isBlocked: true, isExplicit: true })).score).toBe(7)
    expect(spamScore(evidence({ isBlocked: true, isExplicit: true, attempts: 3 })).score).toBe(7)
  })

  test('under 50 attempts: low data, at most 4', () => {
    const bad = evidence({ attempts: 49, answered: 0, expected: 400, shortShare: 1 })
    expect(spamScore(bad)).toMatchObject({ score: 4, lowData: true })
    expect(spamScore({ ...bad, attempts: 50 })).toMatchObject({ score: 7, lowData: false })
  })

  test('under 50 attempts explicit signals still count in full', () => {
    const objections = { objections: 0.05, isExplicit: true, attempts: 20 }
    expect(spamScore(evidence(objections))).toMatchObject({ score: 6, lowData: true })
    expect(spamScore(evidence({ ...objections, isExplicit: false })).score).toBe(4)
  })

  test('green 0–4, yellow 5–6, red 7–9', () =>
    expect([0, 4, 5, 6, 7, 9].map(spamLevel)).toEqual(['good', 'good', 'watch', 'watch', 'bad', 'bad']))

  test('each part says what was seen', () =>
    expect(spamScore(evidence({ answered: 312, expected: 627, shortShare: 0.15 })).parts).toMatchObject([
      { signal: 'answers', seen: '312 of 627 expected' },
      { signal: 'short_calls', seen: '15 %' },
      {},
      {},
      {},
      {},
    ]))
})
