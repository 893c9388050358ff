import { count } from '../../format/number.ts'
import { calls, campaigns as campaignsOf, contacts as contactsOf } from './amounts.ts'

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
    cost: 'Cost so far',
  },
  schedule: {
    open: 'Open',
    closed: 'Closed',
    ended: 'Ended',
    starts: (at: string) => `Starts ${at}`,
    closes: (at: string) => `closes ${at}`,
    opens: (at: string) => `opens ${at}`,
  },
  callsLeft: calls,
  costs: (sums: string) => `Cost so far: ${sums}`,
  duplicateNamed: (name: string) => `Duplicate ${name}`,
  deleteNamed: (name: string) => `Delete ${name}`,
  failed: 'The list of campaigns could not be loaded',
  empty: 'No campaign yet',
  emptySentence: 'A campaign brings together an agent, contacts, numbers and a trunk.',
  noMatch: 'No campaign fits these filters',
  noMatchSentence: 'Another word or status may find it.',
  foot: (campaigns: number, contacts: number) => `${campaignsOf(campaigns)}, ${contactsOf(contacts)}`,
}
