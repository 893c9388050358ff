import { count } from '../../format/number.ts'
import { contacts } from './amounts.ts'

/** Words of the launch dialog, for a launch and a restart. */
export const launch = {
  failed: 'The launch could not be prepared',
  starts: (when: string, lines: number, trunk: string) =>
    `Starts ${when} with ${lines === 1 ? '1 line' : `${count(lines)} lines`} on ${trunk}`,
  now: 'now',
  thenTrunk: ', then ',
  defaultTrunk: 'the default trunk',
  exclude: {
    title: 'Exclude contacts who',
    left: 'contacts left',
    callable: 'In the campaign, callable',
    lines: {
      refused: 'Refused to be contacted',
      transferred: 'Were transferred to a person after',
      successful: 'Were already successful',
      opened_link: 'Opened a link that was sent to them',
      texted: 'Were sent a text',
    },
    transferred: (seconds: number | null) =>
      seconds === null ? 'Ignore' : seconds === 0 ? 'Any time' : `${seconds} s`,
    refusedWhy: 'Why may they be called again?',
    refusedWhyHelp: 'Goes to the audit log. The do-not-call list holds whatever is chosen here.',
    removed: (n: number) => `−${count(n)}`,
    total: 'Will be called',
    doNotCall: (n: number) => `${contacts(n)} on the do-not-call list stay out, whatever is chosen.`,
  },
  keepLive: { label: 'Keep live', help: 'Stay running when the list is used up' },
  rerunAll: { label: 'Re-run all contacts', help: 'Also those already called. Opt-outs stay excluded' },
  reset: {
    label: 'Reset contact history',
    help: 'Clears attempts, flags and campaign opt-outs for good',
    lost: (kept: number) =>
      `What is cleared goes to a backup file first. The do-not-call list is not touched: it keeps ${contacts(kept)} out. The law still counts earlier calls.`,
    typeName: 'Type the campaign’s name to go on',
  },
  test: {
    label: 'Test first',
    help: 'A random sample, then it pauses to compare with the forecast',
    contacts: 'Contacts in the test',
  },
  forecast: {
    title: 'Forecast',
    running: (percent: number) => `Simulating, ${percent} %`,
    took: (seconds: string) => `Simulated in ${seconds}, same rules as the engine`,
    failed: 'The forecast could not be made. The launch is not affected.',
    finishes: 'Finishes',
    never: 'Not within a year',
    callsPerHour: 'Calls per hour',
    mostOnOne: 'Most on one number',
    ofCap: (calls: number, cap: number) => `${count(calls)} of ${count(cap)} a day`,
    reached: 'People reached',
    cost: 'Cost',
    noRates: 'no rates on file',
    idles: 'Idles',
    noIdles: 'Never',
    idlesFor: (times: number, why: string) => `${times === 1 ? 'Once' : `${count(times)} times`}, ${why}`,
    to: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
    curve: 'Contacts finished over time, with the band of the simulated runs',
  },
  compliance: {
    title: 'Compliance',
    proven: (met: number, all: number) => `${met} of ${all} proven`,
    checks: {
      consent: 'Consent on file',
      hours: 'Permitted hours',
      opt_out: 'Opt-out offered by the agent',
      do_not_call: 'Do-not-call list applied',
      consent_records: 'Consent records kept',
    },
    vouch: 'I keep the consent records',
  },
  missing: {
    title: 'Missing for a launch',
    heed: 'It can be launched, but',
    mend: {
      contacts: 'Go to contacts',
      agent: 'Choose an agent',
      numbers: 'Go to numbers',
      trunk: 'Choose a trunk',
      schedule: 'Go to schedule',
    },
  },
  practice: 'Practice carrier: the calls stay inside the program, no real number is dialled.',
  real: 'Real telephones will ring.',
  act: {
    launch: (n: number) => `Launch with ${contacts(n)}`,
    restart: (n: number) => `Restart with ${contacts(n)}`,
    test: (sample: number, n: number) => `Launch test with ${count(sample)} of ${count(n)}`,
  },
}
