import { describe, expect, test } from 'vitest'
import { type OverdialFacts, overdial } from '../../src-main/domain/overdial.ts'
import { seededDice } from '../fakes/seeded-dice.ts'

const facts = (changes: Partial<OverdialFacts> = {}): OverdialFacts => ({
  free: 10,
  ringing: 0,
  tried: 1_000,
  answered: 300,
  reached: 1_000,
  abandoned: 10,
  share: 0.03,
  ...changes,
})

describe('compliance.md §3, bridged agents: pacing may overdial only as far as the abandonment target allows', () => {
  test('nobody free: nobody is dialled', () => expect(overdial(facts({ free: 0 }))).toBe(0))
  test('one call for each free person is always allowed', () => {
    expect(overdial(facts({ abandoned: 900 }))).toBe(10)
    expect(overdial(facts({ share: 0 }))).toBe(10)
    expect(overdial(facts({ tried: 0, answered: 0 }))).toBe(10)
  })
  test('more are dialled the fewer answer, and less the more were abandoned', () => {
    const often = overdial(facts({ answered: 700 }))
    const seldom = overdial(facts({ answered: 100 }))
    expect(often).toBeGreaterThan(10)
    expect(seldom).toBeGreaterThan(often)
    expect(overdial(facts({ abandoned: 27 }))).toBeLessThan(overdial(facts()))
  })
  test('many people together can be kept busier than few', () =>
    expect(overdial(facts({ free: 100 })) / 100).toBeGreaterThan(overdial(facts()) / 10))
  test('calls on their way count', () => {
    const most = overdial(facts())
    expect(overdial(facts({ ringing: 12 }))).toBe(most - 12)
    expect(overdial(facts({ ringing: 500 }))).toBe(0)
  })
  test('five hundred people whose calls are hardly ever answered: still a figure', () =>
    expect(overdial(facts({ free: 500, answered: 20 }))).toBe(5_000))
})

/** A month of a call centre, second by second: 8 hours on each of 30 days. */
function month(seed: number, answerRate: number, people: number, howMany: (facts: OverdialFacts) => number) {
  const dice = seededDice(seed)
  const share = 0.03
  let busySeconds = 0
  let reached = 0
  let abandoned = 0
  const recent: boolean[] = []
  let answered = 0
  for (let day = 0; day < 30; day++) {
    const talks: number[] = []
    const ringing: { readonly endsAt: number; readonly answers: boolean }[] = []
    for (let now = 0; now < 8 * 3600; now++) {
      while ((talks[0] ?? Number.POSITIVE_INFINITY) <= now) talks.shift()
      for (let index = ringing.length - 1; index >= 0; index--) {
        const call = ringing[index]
        if (!call || call.endsAt > now) continue
        ringing.splice(index, 1)
        recent.push(call.answers)
        answered += call.answers ? 1 : 0
        if (recent.length > 500 && recent.shift()) answered--
        if (!call.answers) continue
        reached++
        if (talks.length >= people) abandoned++
        else {
          talks.push(now + Math.ceil(-Math.log(1 - dice()) * 120))
          talks.sort((a, b) => a - b)
        }
      }
      busySeconds += talks.length
      const free = people - talks.length
      if (free === 0) continue
      const more = howMany({
        free,
        ringing: ringing.length,
        tried: recent.length,
        answered,
        reached,
        abandoned,
        share,
      })
      // The share of people who answer moves over the day, by a third up and down.
      const rate = answerRate * (1 + Math.sin(now / 3600) / 3)
      for (let call = 0; call < more; call++) {
        const answers = dice() < rate
        ringing.push({ endsAt: now + (answers ? 3 + Math.floor(dice() * 22) : 25), answers })
      }
    }
  }
  return { abandonedShare: abandoned / reached, busy: busySeconds / (people * 30 * 8 * 3600) }
}

const oneEach = ({ free, ringing }: OverdialFacts) => Math.max(0, free - ringing)

describe.each([
  { answerRate: 0.12, people: 10 },
  { answerRate: 0.3, people: 3 },
  { answerRate: 0.3, people: 20 },
  { answerRate: 0.6, people: 10 },
])(
  '30 days of 120 s conversations, $answerRate answered, $people people (seed 7)',
  ({ answerRate, people }) => {
    test('at most 3 % are abandoned, and people talk more than with one call each', () => {
      const predictive = month(7, answerRate, people, overdial)
      const plain = month(7, answerRate, people, oneEach)
      expect(plain.abandonedShare).toBe(0)
      expect(predictive.abandonedShare).toBeLessThanOrEqual(0.03)
      expect(predictive.busy).toBeGreaterThan(plain.busy * 1.03)
    })
  },
)
