import { count } from '../../format/number.ts'
import { calls } from './amounts.ts'

/** The health advisor: what is wrong with its figures, what it likely comes from, and what mends it. */
export const health = {
  title: 'Health advisor',
  fact: (things: number) => (things === 1 ? '1 thing' : `${count(things)} things`),
  none: 'Nothing needs a look.',
  resting: 'It looks while the campaign calls.',
  failed: 'The advisor could not be asked',
  cannotStart: {
    title: 'Nobody can be called',
    act: {
      numbers: 'Numbers',
      trunks: 'Trunks',
      agent: 'Agent',
      schedule: 'Schedule',
      budget: 'Budget',
      limits: 'Limits',
      log: 'Log',
    },
  },
  trunkDown: {
    title: (name: string, since: string) => `${name} is down since ${since}`,
    others: (others: number) =>
      others === 1 ? 'One other trunk carries the calls.' : `${count(others)} other trunks carry the calls.`,
    act: 'Trunk',
  },
  failures: {
    title: (share: string, since: string) => `${share} of the calls since ${since} failed`,
    figures: (failed: number, ended: number) =>
      `${count(failed)} of ${calls(ended)}. Often the trunk is overloaded, out of credit or refuses the caller number.`,
    act: 'Failed calls',
  },
  lowAnswers: {
    title: (share: string) => `Only ${share} of the calls reach a person`,
    figures: (people: number, ended: number) => `${count(people)} of ${calls(ended)} in 24 h.`,
    usual: (share: string) => `The week before it was ${share}.`,
    causes: 'Likely causes: hours in which few answer, numbers that are marked as spam, an old list.',
    act: 'Schedule',
  },
  slow: {
    title: (hours: number) => `About ${count(hours)} hours of calling are left`,
    figures: (perHour: number, left: number) => `${calls(left)} to make at ${count(perHour)} an hour.`,
    by: {
      hourly_cap: 'The cap per hour sets the pace.',
      interval: 'The pause between two calls sets the pace.',
      lines: 'All its calls at a time are in use.',
    },
    act: 'Pacing',
  },
  abandoned: {
    title: (share: string, cap: string) => `${share} abandoned, the limit is ${cap}`,
    figures: (days: string) =>
      `Over ${days}. From half the limit on fewer calls start at a time; just below it the campaign pauses.`,
    act: 'Pacing',
  },
  budget: {
    title: (share: string) => `${share} of the budget is spent`,
    figures: (spent: string, budget: string) => `${spent} of ${budget}.`,
    reached: (when: string) => `At this pace it is reached about ${when}.`,
    act: 'Budget',
  },
  balance: {
    title: (left: string) => `${left} of credit left on the trunk`,
    figures: (when: string) => `At this pace it is used up about ${when}; the campaign then pauses.`,
    act: 'Credit',
  },
  numbersFull: {
    title: (when: string) => `Numbers reach their daily caps about ${when}`,
    fullNow: 'All numbers are at their daily caps',
    figures: (room: number, wanted: number, until: string) =>
      `Room for ${calls(room)}, ${count(wanted)} wanted until ${until}.`,
    act: 'Add numbers',
  },
  numberScore: {
    title: (number: string, score: number) => `${number} scores ${score} of 9 for spam`,
    seen: (signal: string, seen: string) => `${signal}: ${seen}.`,
    rests: (limit: number) => `At ${limit} it rests by itself.`,
    act: 'Numbers',
  },
}
