import { count } from '../../format/number.ts'
import { contacts } from './amounts.ts'

/** Words of a rehearsal in the launch dialog. */
export const rehearsal = {
  act: 'Rehearse, no real calls',
  title: 'Rehearsal',
  cancel: 'Cancel the rehearsal',
  preparing: 'Copying the workspace and asking the forecast…',
  running: (settled: number, all: number, calls: number) =>
    `${count(settled)} of ${contacts(all)} settled, ${calls === 1 ? '1 call' : `${count(calls)} calls`}`,
  clock: (at: string) => `practice clock ${at}`,
  left: (span: string) => `about ${span} left`,
  leftUnknown: 'time left not known yet',
  bar: 'Contacts settled',
  goesOn: 'Goes on when this window is closed.',
  cancelled: (at: string, calls: number) =>
    `Cancelled ${at}, after ${calls === 1 ? '1 practice call' : `${count(calls)} practice calls`}.`,
  took: (at: string, real: string, practice: string) =>
    `Ended ${at}: ${practice} on the practice clock, rehearsed in ${real}`,
  otherChoices: 'The choices above were changed since.',
  sample: (n: number, of: number) =>
    `A random sample of ${count(n)} out of ${contacts(of)}, because calls run in real time.`,
  whole: 'Rehearsed as a whole: “Test first” and “Keep live” were left out.',
  columns: { figure: 'Figure', rehearsed: 'Rehearsed', expected: 'Forecast for practice people' },
  figures: {
    calls: 'Calls',
    reached: 'People reached',
    answered: 'Answered',
    optOuts: 'Opt-outs',
    cost: 'Cost',
    finish: 'Finishes, practice time',
    idle: 'Longest idle',
  },
  notFinished: 'Not finished',
  never: 'Never',
  idle: (span: string, why: string) => `${span}. ${why}`,
  outside: 'Outside the forecast',
  ended: {
    completed: '',
    paused: 'It paused: ',
    waiting: 'Nothing more would be due: ',
    stopped: 'It was stopped: ',
  },
  ledger: {
    agrees: (invites: number) => `The carrier’s ledger agrees: ${count(invites)} calls, 0 called twice`,
    differs: (twice: number, mismatches: number) =>
      `The carrier’s ledger does not agree: ${count(twice)} called twice, ${count(mismatches)} differences`,
    outsideHours: (n: number) => `${count(n)} outside hours`,
    hoursLifted: 'hours are lifted for this trunk',
  },
}
