import { count } from '../../format/number.ts'
import { calls, contacts } from './amounts.ts'

const states: Readonly<Record<string, string>> = {
  running: 'is running',
  draining: 'is draining: its calls end first',
  paused: 'is paused',
  completed: 'is completed',
  cancelled: 'is cancelled',
  draft: 'is a draft',
  scheduled: 'is scheduled',
}

export const moves = {
  names: {
    launch: 'Launch',
    unschedule: 'Back to draft',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel campaign',
    finish: 'Finish',
    hang_up: 'Hang up now',
    restart: 'Restart',
    delete: 'Delete',
  },
  launchEllipsis: 'Launch…',
  restartEllipsis: 'Restart…',
  menu: (state: string, name: string) => `${state}: moves of ${name}`,
  titles: {
    launch: (name: string) => `Launch ${name}`,
    unschedule: (name: string) => `Back to draft: ${name}`,
    pause: (name: string) => `Pause ${name}`,
    resume: (name: string) => `Resume ${name}`,
    cancel: (name: string) => `Cancel ${name}`,
    finish: (name: string) => `Finish ${name}`,
    hang_up: (name: string) => `Hang up the calls of ${name}`,
    restart: (name: string) => `Restart ${name}`,
    delete: (name: string) => `Delete ${name}`,
  },
  done: (name: string, state: string) => `${name} ${states[state] ?? state}`,
  deleted: (name: string) => `${name} was deleted`,
  failed: (name: string) => `${name} stays as it is`,
  hangUp: {
    lost: (n: number) => `${calls(n)} would have ended by themselves. They are cut off in mid-sentence.`,
    act: (n: number) => `Hang up ${calls(n)}`,
    keep: 'Let them finish',
  },
  cancel: {
    lost: (waiting: number) =>
      `${contacts(waiting)} still waiting will not be called. The calls so far stay for reports, and the campaign can be restarted.`,
    callsNow: (n: number) => `What becomes of ${calls(n)} now`,
    letFinish: (n: number) => `Let ${calls(n)} finish`,
    hangUp: (n: number) => `Hang up ${calls(n)} now`,
    act: 'Cancel campaign',
    keep: 'Keep it',
  },
  finish: {
    lost: (waiting: number) =>
      `${contacts(waiting)} still waiting will not be called. Calls that are up end first, then the campaign is completed.`,
    act: 'Finish campaign',
  },
  delete: {
    lost: (name: string, places: number, made: number) =>
      `“${name}” will be gone with its settings and its ${places === 1 ? '1 place' : `${count(places)} places`} in the list. ${
        made === 0 ? 'No call was made.' : `The ${calls(made)} stay for reports.`
      } The contacts themselves stay.`,
    erase: 'Also erase what was said and recorded in its calls',
    eraseHelp: 'Bare attempts stay, since the law counts them.',
    typeName: 'Type the name to go on',
    act: 'Delete campaign',
    keep: 'Keep',
  },
}
