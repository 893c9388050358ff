import { contacts } from './amounts.ts'

/** Why a contact is not called now, and who waits for what. */
export const why = {
  title: (name: string) => `Why not ${name || 'this contact'} now?`,
  act: (name: string) => `Why is ${name || 'this contact'} not called now?`,
  failed: 'The engine could not be asked',
  next: 'It is next in line: nothing holds it back.',
  from: (when: string, wait: string) => `Could be called from ${when}, in ${wait}.`,
  unknown: 'No time can be told: it waits for an event.',
  never: 'It will not be called any more in this run.',
  local: 'Local time there',
  checked: 'Checked',
  holds: 'What holds it, most telling first',
  until: (when: string) => `until ${when}`,
  noUntil: 'ends with an event',
  log: 'Decision log',
  logEmpty: 'No decision yet: its turn has not come.',
  moments: { turn: 'its turn', sending: 'before the call left' },
  outcomes: { call: 'called', wait: 'waits', skip: 'skipped' },
  rules: (n: number) => (n === 1 ? '1 legal rule asked' : `${n} legal rules asked`),
  more: 'Earlier decisions',
  key: 'why not now',
  waits: {
    label: 'Who waits for what',
    line: (n: number, what: string) => `${contacts(n)} ${n === 1 ? 'waits' : 'wait'} ${what}`,
  },
}
