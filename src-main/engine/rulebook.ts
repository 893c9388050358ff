import type { Holidays, Law, LawQuery, RuleRef } from '../domain/compliance/law.ts'
import { lawFor } from '../domain/compliance/law-for.ts'
import type { Profile } from '../domain/compliance/profile.ts'

/** The legal profiles of the workspace, and which of them somebody switched off. */
export interface Rulebook {
  readonly law: (query: LawQuery) => Law
  readonly holidays: Holidays
  readonly profiles: readonly Profile[]
  /** By id, whether its profile applies or not. */
  rule(id: string): RuleRef | null
  /** From now on these profiles, by id, do not apply, and all others do. Whoever keeps what the law said asks anew. */
  switchOff(profiles: readonly string[]): void
}

export function createRulebook(profiles: readonly Profile[], holidays: Holidays): Rulebook {
  const refs = new Map(profiles.flatMap(({ rules }) => rules.map(({ ref }) => [ref.id, ref])))
  let applying = profiles
  return {
    profiles,
    holidays,
    law: query => lawFor(query, applying, holidays),
    rule: id => refs.get(id) ?? null,
    switchOff: off => {
      applying = profiles.filter(({ id }) => !off.includes(id))
    },
  }
}
