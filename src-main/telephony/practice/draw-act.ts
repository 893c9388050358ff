import type { Key } from '../../domain/flow.ts'
import { type CalleeAct, type CalleeMix, forcedEndings } from './carrier.ts'

/** A believable evening: about six of ten pick up, most of them take part. Weights, not percentages. */
export const defaultMix: CalleeMix = {
  answers_and_presses: 45,
  answers_and_hangs_up: 8,
  answers_silently: 4,
  opts_out: 3,
  voicemail: 15,
  busy: 9,
  no_answer: 9,
  declines: 3,
  wrong_number: 2,
  unavailable: 1,
  trunk_busy: 0.5,
  fax: 0.5,
}

/** How one practice person behaves on one call; chances are in [0, 1). */
export interface Callee {
  readonly act: CalleeAct
  /** What a person presses who is asked something. */
  readonly key: Key
  /** Ring time before the person reacts, in ms at speed 1. */
  readonly ringMs: number
  /** Time a person thinks before pressing, in ms at speed 1. */
  readonly thinkMs: number
}

const OPT_OUT_KEY: Key = '9'

/** The same seed, number and attempt always give the same person. */
export const drawCallee = (
  number: string,
  attempt: number,
  seed: number,
  mix: Partial<CalleeMix> | undefined,
): Callee => {
  const forced = forcedEndings[number.slice(-2)]
  const chance = chanceOf(`${seed}/${number}/${attempt}`)
  const drawn = drawWeighted({ ...defaultMix, ...mix }, chance())
  const act = forced?.act ?? drawn
  const key = (forced?.key as Key | undefined) ?? (chance() < 0.7 ? '1' : '2')
  return {
    act,
    key: act === 'opts_out' ? OPT_OUT_KEY : key,
    ringMs: 1_500 + chance() * 6_500,
    thinkMs: 400 + chance() * 1_600,
  }
}

const drawWeighted = (mix: CalleeMix, chance: number): CalleeAct => {
  const weights = Object.entries(mix) as readonly (readonly [CalleeAct, number])[]
  let left = chance * weights.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [act, weight] of weights) {
    left -= weight
    if (left < 0) return act
  }
  return 'no_answer'
}

/** FNV-1a of the text starts a mulberry32 sequence: even enough for people, and the same everywhere. */
const chanceOf = (text: string): (() => number) => {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
