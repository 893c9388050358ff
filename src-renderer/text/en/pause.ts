import type { PauseReason } from '../../ui/pause/cause.ts'

interface Words {
  /** The rule that paused it. */
  readonly rule: string
  readonly next: string
  /** When it goes on by itself, if it is set to. */
  readonly gone: string
  /** The button to the cause. */
  readonly cause: string
}

const reasons: Readonly<Record<PauseReason, Words>> = {
  insufficient_balance: {
    rule: 'the trunk’s balance must cover the calls that are up and one more',
    next: 'top up, enter the new balance, then resume',
    gone: 'when the balance suffices again',
    cause: 'Enter the balance',
  },
  budget_reached: {
    rule: 'its budget is spent',
    next: 'raise the budget and resume, or finish it',
    gone: 'when the budget has room again',
    cause: 'Change the budget',
  },
  system_limit: {
    rule: 'this machine is at its limit',
    next: 'free what is used up, then resume',
    gone: 'when the machine has room again',
    cause: '',
  },
  provider_error: {
    rule: 'too many of its last calls failed at the trunk, or the trunk is not reached',
    next: 'look at the trunk, then resume',
    gone: 'when the trunk can be used again',
    cause: 'Look at the trunk',
  },
  numbers_exhausted: {
    rule: 'no number could be shown for longer than it may wait',
    next: 'switch a number on or add one, then resume',
    gone: 'when a number can be shown again',
    cause: 'Look at the numbers',
  },
  abandon_rate: {
    rule: 'the legal cap on abandoned calls is near',
    next: 'lower the number of calls at a time, and resume when the share has fallen',
    gone: 'when the share has fallen',
    cause: 'Change pacing',
  },
  end_reached: {
    rule: 'the end of its schedule',
    next: 'move the end and resume, or finish it',
    gone: 'when its end lies ahead again',
    cause: 'Change the schedule',
  },
  not_ready: {
    rule: 'it was not ready at its start',
    next: 'mend what is missing, then resume',
    gone: 'when nothing is missing any more',
    cause: 'Open the settings',
  },
  test_finished: {
    rule: 'it was launched with a test first',
    next: 'compare it with the forecast, then resume to call the others',
    gone: '',
    cause: 'See the calls of the test',
  },
}

/** Words about campaigns that paused themselves: rule, figure, next step. */
export const pause = {
  reasons,
  paused: (name: string, when: string) => `${name} paused itself at ${when}`,
  tested: (name: string, when: string) => `${name} finished its test at ${when}`,
  itself: (when: string) => `Paused itself at ${when}`,
  testedItself: (when: string) => `Test finished at ${when}`,
  rule: 'Rule',
  next: 'Next',
  resumes: (gone: string) => `It resumes by itself ${gone}.`,
  open: 'Look at the campaign',
  test: {
    title: 'Test beside forecast',
    fact: (contacts: number) => `${contacts} contacts called, against what is expected of the others`,
    columns: { figure: 'Figure', test: 'In the test', forecast: 'Forecast' },
    reached: 'People reached',
    cost: 'Cost per contact',
    callsEach: 'Calls per contact',
    noRates: 'no rates on file',
  },
}
