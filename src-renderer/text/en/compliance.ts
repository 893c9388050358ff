import { count } from '../../format/number.ts'

export const compliance = {
  title: 'Compliance',
  fact: (rules: number, places: number) => `${count(rules)} rules for ${count(places)} jurisdictions`,
  notAdvice:
    'These rules are data that the engine applies before each call, the strictest that may apply. They are not legal advice: have them checked for what you do.',
  failed: 'The rules could not be loaded',
  search: 'Country, state or rule',
  noMatch: 'No rule fits this word',
  noMatchSentence: 'A country, a state or a part of a rule may find it.',
  verified: 'checked against its source',
  unverified: 'not verified',
  from: (date: string) => `from ${date}`,
  to: (date: string) => `until ${date}`,
  rules: (n: number) => (n === 1 ? '1 rule' : `${count(n)} rules`),
  off: (when: string, reason: string) => `Switched off ${when}: ${reason}`,
  /** What a rule is about. */
  about: {
    hours: 'hours',
    attempts: 'attempts',
    pause: 'pause',
    ring: 'ring',
    consent: 'consent',
    abandonment: 'abandonment',
    duty: 'duty',
  },
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  switchOnNamed: (name: string) => `Switch on the rules of ${name}`,
  switching: {
    title: (name: string) => `Switch off the rules of ${name}`,
    lost: 'Calls there follow your own settings only, in every campaign. The reason goes to the audit log.',
    reason: 'Reason',
    reasonHelp: 'At least ten characters.',
    act: 'Switch off',
    keep: 'Keep them',
  },
}
