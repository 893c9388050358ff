import { count } from '../../format/number.ts'

const pauses: Readonly<Record<string, string>> = {
  manual: 'By hand',
  insufficient_balance: 'Balance used up',
  budget_reached: 'Budget spent',
  system_limit: 'System limit',
  provider_error: 'Trunk fault',
  numbers_exhausted: 'Numbers used up',
  abandon_rate: 'Abandoned calls',
  end_reached: 'End reached',
  not_ready: 'Not ready',
  test_finished: 'Test finished',
}

export const campaigns = {
  title: 'Campaigns',
  fact: (all: number, live: number) => `${count(all)}, ${count(live)} of them live`,
  search: 'Name or agent',
  all: 'All',
  groups: { live: 'Live', paused: 'Paused', scheduled: 'Scheduled', draft: 'Draft', ended: 'Ended' },
  columns: {
    name: 'Name',
    status: 'Status',
    agent: 'Agent',
    numbers: 'Numbers',
    schedule: 'Schedule',
    contacts: 'Contacts',
    progress: 'Progress',
    start: 'Start',
  },
  schedule: {
    open: 'Open',
    closed: 'Closed',
    ended: 'Ended',
    closes: (at: string) => `closes ${at}`,
    opens: (at: string) => `opens ${at}`,
  },
  callsLeft: (n: number) => (n === 1 ? '1 call' : `${count(n)} calls`),
  pauses,
  deleteNamed: (name: string) => `Delete ${name}`,
  failed: 'The list of campaigns could not be loaded',
  empty: 'No campaign yet',
  emptySentence: 'A campaign brings together an agent, contacts from a CSV file, numbers and a trunk.',
  noMatch: 'No campaign fits these filters',
  noMatchSentence: 'Another word or status may find it.',
  foot: (campaigns: number, contacts: number) =>
    `${campaigns === 1 ? '1 campaign' : `${count(campaigns)} campaigns`}, ${count(contacts)} contacts`,
}
