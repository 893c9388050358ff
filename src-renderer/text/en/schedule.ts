import { contacts } from './amounts.ts'

export const schedule = {
  question: 'When may calls start?',
  sentence: 'A window decides when a call may begin. A call that is running is never cut off by it.',
  start: 'Start',
  starts: { now: 'Now', at: 'At' },
  startAt: 'Date and time of the start',
  end: 'End',
  ends: { none: 'None', at: 'At', keep_live: 'Keep live' },
  endAt: 'Date and time of the end',
  endHelp: {
    none: 'Ends when every contact has its final status.',
    at: 'Pauses by itself then.',
    keep_live: 'Stays running when its list is used up, and waits for new contacts.',
  },
  zone: 'Campaign time zone',
  zoneOption: (id: string, clock: string, offset: string) =>
    `${id.replaceAll('_', ' ')} (${clock}, ${offset})`,
  windows: 'Call windows',
  hours: { label: 'Which hours apply', own: 'Own windows', shared: 'Business hours' },
  copyMonday: 'Copy Monday to weekdays',
  chooseHours: 'Business hours',
  chooseHoursHelp:
    'Shared by campaigns, with their holidays. Changing them changes every campaign that uses them.',
  noHours: 'There are no business hours yet.',
  makeHours: 'Set up business hours',
  hoursNow: (open: boolean, change: string | null) =>
    `${open ? 'Open' : 'Closed'} now${change === null ? '' : `, ${open ? 'closes' : 'opens'} ${change}`}`,
  dragHelp: 'Drag an edge or use the arrow keys, 15 min a step',
  lawTakes: (people: number) => `The law holds back ${contacts(people)} then`,
  ownZone: 'Read the windows in each contact’s own time zone',
  ownZoneHelp: (several: number) =>
    `From the contact, else from its number. A number that spans several zones must be open in all of them${several > 0 ? `: ${contacts(several)} here` : ''}.`,
  anyTime: 'This campaign calls at any hour: its trunk stays inside this machine.',
  week: {
    noCalls: 'No calls',
    window: (day: string, n: number) => `${day}, window ${n}`,
    edge: (day: string, n: number, edge: 'from' | 'to') =>
      `${day}, window ${n}, ${edge === 'from' ? 'start' : 'end'}`,
    add: (day: string) => `Add a window on ${day}`,
    overlap: (one: string, other: string) => `${one} and ${other} overlap.`,
    unreadable: 'Write it as 09:00–12:30.',
    nextDay: 'on the next day',
  },
  problems: {
    startAt: 'Give a date and a time for the start.',
    endAt: 'Give a date and a time for the end.',
    endFirst: (start: string) => `The end lies before the start, ${start}.`,
    endPassed: 'The end lies in the past.',
    hours: 'Choose business hours, or use own windows.',
    never: 'No window ever opens. Switch on a day.',
  },
}
