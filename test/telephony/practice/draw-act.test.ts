import { describe, expect, test } from 'vitest'
import { forcedEndings } from '../../../src-main/telephony/practice/carrier.ts'
import { defaultMix, drawCallee } from '../../../src-main/telephony/practice/draw-act.ts'

const numbers = Array.from({ length: 4_000 }, (_, i) => `+4930${String(i).padStart(5, '0')}55`)

describe('practice people', () => {
  test('behave the same again under the same seed', () => {
    const evening = () => numbers.map(number => drawCallee(number, 0, 7, undefined))
    expect(evening()).toEqual(evening())
  })

  test('behave otherwise under another seed, and at the next attempt', () => {
    const acts = (attempt: number, seed: number) =>
      numbers.map(number => drawCallee(number, attempt, seed, undefined).act)
    expect(acts(0, 8)).not.toEqual(acts(0, 7))
    expect(acts(1, 7)).not.toEqual(acts(0, 7))
  })

  test('come in the shares of the mix', () => {
    const share = (act: string) =>
      numbers.filter(number => drawCallee(number, 0, 7, undefined).act === act).length / numbers.length
    const sum = Object.values(defaultMix).reduce((a, b) => a + b, 0)
    for (const [act, weight] of Object.entries(defaultMix)) expect(share(act)).toBeCloseTo(weight / sum, 1.5)
  })

  test('of a mix in which one act has all the weight do nothing else', () => {
    const nobody = Object.fromEntries(Object.keys(defaultMix).map(act => [act, 0]))
    const acts = numbers.map(number => drawCallee(number, 0, 7, { ...nobody, busy: 1 }).act)
    expect(new Set(acts)).toEqual(new Set(['busy']))
  })

  test.each(Object.entries(forcedEndings))(
    'with a number ending in %s do as it says',
    (ending, { act, key }) => {
      for (const seed of [1, 2, 3]) {
        const callee = drawCallee(`+49301234${ending}`, seed, seed, { busy: 1_000 })
        expect(callee.act).toBe(act)
        if (key) expect(callee.key).toBe(key)
      }
    },
  )

  test('who opt out press 9', () => expect(drawCallee('+4930123407', 0, 1, undefined).key).toBe('9'))
})
