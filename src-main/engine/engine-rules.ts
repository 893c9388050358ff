import type { Holidays, Law, LawQuery } from '../domain/compliance/law.ts'

/** What decides above every setting. */
export interface EngineRules {
  readonly law: (query: LawQuery) => Law
  readonly holidays: Holidays
}

/** Nothing but the campaigns' own settings. */
export const noRules: EngineRules = {
  law: () => ({
    hours: [],
    caps: [],
    pauses: [],
    minRing: null,
    consent: { need: 'none', rule: null },
    abandonment: [],
    duties: [],
    rules: [],
  }),
  holidays: () => null,
}
