import { strictestConsent } from './consent.ts'
import type { Holidays, Law, LawQuery, RuleRef } from './law.ts'
import { legalHours } from './legal-hours.ts'
import {
  appliesAt,
  type ComplianceRule,
  isAbout,
  isInForce,
  type Profile,
  type RuleAt,
  type RuleContent,
} from './profile.ts'

/**
 * The law for calls of one kind to one place, as of a time: everything that may apply, and the strictest of it. What
 * does not order by strictness (hours, caps, pauses) is kept side by side, and all of it must be kept.
 */
export function lawFor(query: LawQuery, profiles: readonly Profile[], holidays: Holidays): Law {
  const rules = rulesFor(query, profiles)
  const asked = rules.map(({ rule }) => rule)
  return {
    hours: legalHours(rules, query.place, holidays),
    caps: asked
      .flatMap(only('attempts'))
      .flatMap(({ ref, attempts, withinMs, per }) =>
        per.map(each => ({ attempts, withinMs, per: each, rule: ref })),
      ),
    pauses: asked.flatMap(only('pause')).map(({ ref, after, forMs }) => ({ after, forMs, rule: ref })),
    minRing: asked
      .flatMap(only('ring'))
      .map(({ ref, seconds }) => ({ seconds, rule: ref }))
      .reduce<Law['minRing']>((most, each) => (most && most.seconds >= each.seconds ? most : each), null),
    consent: asked
      .flatMap(only('consent'))
      .reduce<Law['consent']>(
        (most, { ref, need }) =>
          strictestConsent(most.need, need) === most.need ? most : { need, rule: ref },
        { need: 'none', rule: null },
      ),
    abandonment: asked
      .flatMap(only('abandonment'))
      .map(({ ref, share, withinMs }) => ({ share, withinMs, rule: ref })),
    duties: asked.flatMap(only('duty')).map(({ ref, duty }) => ({ duty, rule: ref })),
    rules: asked.map(({ ref }) => ref),
  }
}

/** By id, whatever the order of the profiles. */
function rulesFor(query: LawQuery, profiles: readonly Profile[]): readonly RuleAt[] {
  const inForce = (chosen: readonly Profile[]) =>
    chosen.flatMap(profile =>
      profile.rules
        .filter(rule => isAbout(rule.scope, query) && isInForce(rule, query.place.zones, query.at))
        .map(rule => ({ rule, profile })),
    )
  const here = inForce(profiles.filter(profile => appliesAt(profile, query.place)))
  const hasHours = here.some(({ rule }) => rule.is === 'hours')
  const elsewhere = hasHours ? [] : inForce(profiles.filter(({ where }) => where.is === 'elsewhere'))
  return [...here, ...elsewhere].sort((a, b) => byId(a.rule.ref, b.rule.ref))
}

const byId = (a: RuleRef, b: RuleRef) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const only =
  <Is extends RuleContent['is']>(is: Is) =>
  (rule: ComplianceRule): readonly Extract<ComplianceRule, { is: Is }>[] =>
    rule.is === is ? [rule as Extract<ComplianceRule, { is: Is }>] : []
