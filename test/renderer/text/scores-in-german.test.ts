import { expect, test } from 'vitest'
import { type SpamEvidence, spamScore } from '../../../src-main/domain/spam-score.ts'
import { told } from '../../../src-renderer/text/de/told/told.ts'

const evidence: SpamEvidence = {
  attempts: 1_200,
  answered: 300,
  expected: 600,
  shortShare: 0.15,
  objections: 0.023,
  busiestDay: 180,
  ceiling: 200,
  machinesAbovePool: 0.125,
  repeatShare: 0.2,
  isExplicit: false,
  isBlocked: false,
}
const seen = (change: Partial<SpamEvidence> = {}) =>
  Object.fromEntries(spamScore({ ...evidence, ...change }).parts.map(part => [part.signal, told(part.seen)]))

test('monitoring.md “number rotation and spam score”: what each part of a score was seen from is told in German', () => {
  expect(seen()).toEqual({
    answers: '300 von 600 erwarteten',
    short_calls: '15 %',
    objections: '2.3 % je Versuch',
    volume: '180 von 200 am Tag',
    machines: '12.5 % über den übrigen',
    repeats: '20 %',
  })
  expect(seen({ machinesAbovePool: 0 })).toMatchObject({ machines: 'nicht über den übrigen' })
})
