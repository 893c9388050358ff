import type { Flow } from '../../../../../src-main/contract/flow.ts'

/** Characters that the built-in voice speaks in a second. */
const perSecond = 14

/** A text as the sample values fill it; a name without one stays as it is written. */
export const sampleOf = (written: string, { defaults = {} }: Pick<Flow, 'defaults'>): string =>
  written
    .replace(/\{\{\s*([^{}\s]+)\s*\}\}/gu, (whole, name: string) =>
      Object.hasOwn(defaults, name) ? (defaults[name] ?? whole) : whole,
    )
    .trim()

export const spokenSeconds = (said: string): number => Math.max(1, Math.round(said.length / perSecond))
