import type { TrunkMoney } from '../store/trunk-money.ts'
import { refused } from './refuse.ts'

/** Each prefix once; a balance only where there are rates to read it in. */
export function checkMoney({ rates, balanceMicros }: TrunkMoney): void {
  if (rates === null) {
    if (balanceMicros === null) return
    throw refused({
      code: 'no_rates',
      field: 'balanceMicros',
      what: 'A balance without rates has no currency, and no call would change it.',
      cure: 'Enter the rates first.',
    })
  }
  const prefixes = rates.rates.map(({ prefix }) => prefix)
  const twice = prefixes.findIndex((prefix, at) => prefixes.indexOf(prefix) !== at)
  if (twice < 0) return
  throw refused({
    code: 'prefix_twice',
    field: `rates.rates.${twice}.prefix`,
    what: `The prefix “${prefixes[twice]}” stands twice.`,
    cure: 'Keep the rate that holds.',
  })
}
