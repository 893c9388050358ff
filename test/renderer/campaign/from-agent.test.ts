import { expect, test } from 'vitest'
import { isFrom, numbersAfter, numbersFrom } from '../../../src-renderer/ui/campaign/numbers/from-agent.ts'

const agent = (...numbers: number[]) => ({ numbers: numbers as never })
const shown = (...ids: number[]) => numbersFrom(agent(...ids))

test('campaigns.md §2 “numbers: default the agent’s own numbers”: choosing an agent fills them in, in their order', () => {
  expect(numbersAfter([], undefined, agent(3, 1))).toEqual([
    { id: 3, weight: 1, enabled: true },
    { id: 1, weight: 1, enabled: true },
  ])
  expect(isFrom(agent(3, 1), shown(3, 1))).toBe(true)
})

test('another agent brings others, as long as nobody chose by hand', () => {
  expect(numbersAfter(shown(3, 1), agent(3, 1), agent(2))).toEqual(shown(2))
  expect(numbersAfter(shown(3, 1), agent(3, 1), agent())).toEqual([])
})

test.each([
  { name: 'one more', own: shown(3, 1, 2) },
  { name: 'another order', own: shown(1, 3) },
  { name: 'a weight', own: [{ ...shown(3)[0], weight: 2 }, ...shown(1)] },
  { name: 'one switched off', own: [{ ...shown(3)[0], enabled: false }, ...shown(1)] },
])('what was chosen by hand stays: $name', ({ own }) => {
  const numbers = own as ReturnType<typeof shown>
  expect(isFrom(agent(3, 1), numbers)).toBe(false)
  expect(numbersAfter(numbers, agent(3, 1), agent(2))).toEqual(numbers)
})
