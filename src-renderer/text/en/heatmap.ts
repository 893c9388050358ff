import { calls as callsOf } from './amounts.ts'

export const heatmap = {
  title: 'Human answers by day and hour',
  meaning: 'Calls that a person answered, of the calls that left in this hour and have ended.',
  asOf: (at: string) => `as of ${at}`,
  clock: 'Clock',
  clocks: { contact: 'Contact zone', campaign: 'Campaign zone' },
  show: 'Figure',
  figures: { rate: 'Rate', count: 'Count' },
  day: 'Day',
  cell: (day: string, hour: string, rate: string, people: number, calls: number) =>
    `${day} ${hour}, ${rate}, ${callsOf(calls)}, ${people} answered by a person`,
  unsure: '~ unsure, under 20 calls',
  now: 'now',
  few: '20',
  many: '46 %',
  fewer: 'fewer',
  more: 'more',
  none: 'No call has ended yet. The first ones show here by day and hour.',
  failed: 'The heatmap could not be loaded',
}
