import { assertNever } from './assert-never.ts'
import type { CampaignStateName } from './campaign-state.ts'
import type { Hold } from './holds/hold.ts'
import type { LeadStatus, SkipReason } from './lead.ts'
import { wallClock } from './schedule.ts'

const notRunning = {
  draft: 'The campaign is a draft that was not launched yet',
  scheduled: 'The campaign waits for its start',
  running: 'The campaign runs',
  draining: 'The campaign is about to pause: only calls that are up go on',
  paused: 'The campaign is paused',
  completed: 'The campaign is completed',
  cancelled: 'The campaign was cancelled',
} as const satisfies Record<CampaignStateName, string>

const finished = {
  completed: 'Done: somebody answered and the call came to its end',
  no_conversation: 'Done: reached, but without a conversation, and no attempt is left',
  no_answer: 'Done: nobody answered, and no attempt is left',
  failed: 'Done: no call could be set up, and no attempt is left',
  called: 'Called; it stays open for a call back before it is settled',
} as const satisfies Partial<Record<LeadStatus, string>>

const skipped = {
  dnc: 'on the do-not-call list',
  opted_out: 'does not want to be called',
  invalid_number: 'the number is invalid',
  no_number: 'has no number',
  no_consent: 'no consent on file',
  duplicate: 'the same number stands there already',
  excluded_at_launch: 'excluded at the launch',
  manual: 'by hand',
} as const satisfies Record<SkipReason, string>

/** One line for the supervisor. */
export function holdText(hold: Hold): string {
  switch (hold.is) {
    case 'not-running':
      return notRunning[hold.state]
    case 'store':
      return `Dialling stopped: ${hold.why}`
    case 'budget':
    case 'balance':
    case 'disk':
      return hold.why
    case 'no-agent':
      return 'No published agent'
    case 'no-number':
      return 'No usable caller number'
    case 'numbers-capped':
      return `No caller number may be shown now: ${hold.why}`
    case 'no-trunk':
      return 'No trunk'
    case 'trunk-held':
      return `Trunk held back. ${hold.why}`
    case 'before-start':
      return `Starts ${wallClock(hold.until, hold.zone)}`
    case 'outside-hours':
      return outside(hold)
    case 'contact-hours':
      return hold.until === null
        ? `Closed by ${hold.by}, which never open`
        : `Closed by ${hold.by}, opens ${wallClock(hold.until, hold.zone)}`
    case 'retry-later':
      return `Waiting for the next retry, ${wallClock(hold.until, hold.zone)}`
    case 'agreed-time':
      return `A call back was agreed for ${wallClock(hold.until, hold.zone)}`
    case 'trunk-refused':
      return `The trunk refused the last try; next one ${wallClock(hold.until, hold.zone)}`
    case 'peer-silent':
      return `The trunk did not answer the last try; next one ${wallClock(hold.until, hold.zone)}`
    case 'cap-later':
      return `Waiting for the next attempt that the caps allow, ${wallClock(hold.until, hold.zone)}`
    case 'day-cap':
      return `Has had the ${hold.allowed} attempts of the day`
    case 'week-cap':
      return `Has had the ${hold.allowed} attempts of 7 days`
    case 'law-cap':
    case 'law-pause':
      return `${hold.rule.jurisdiction}: ${hold.rule.text}`
    case 'nobody-left':
      return 'Nobody left to call'
    case 'completion':
      return `Everybody was called; the last ones may call back until ${wallClock(hold.until, hold.zone)}`
    case 'number-busy':
      return 'The number is on another call'
    case 'campaign-full':
      return `All ${hold.allowed} calls of the campaign are in use`
    case 'abandonment':
      return `Only ${hold.allowed} calls at a time: ${hold.figure}`
    case 'trunk-full':
      return trunksFull(hold)
    case 'workspace-full':
      return `All ${hold.allowed} calls of the workspace are in use`
    case 'interval':
      return 'Pausing between two calls'
    case 'hourly-cap':
      return `The ${hold.allowed} calls of the last hour are used up`
    case 'rate':
      return 'At the highest rate of call starts'
    case 'do-not-call':
      return hold.scope === 'all' ? 'On the do-not-call list' : 'Does not want to be called by this campaign'
    case 'no-phone':
      return 'Has no number'
    case 'forbidden':
      return `The number is never called: ${hold.why}`
    case 'no-consent':
      return hold.need === 'express' ? 'No express consent on file' : 'No express written consent on file'
    case 'test-only':
      return 'Only the contacts drawn for the test are called now'
    case 'finished':
      return hold.status in finished ? finished[hold.status as keyof typeof finished] : 'Done'
    case 'skipped':
      return `Skipped: ${skipped[hold.reason]}`
    case 'on-call':
      return 'Being called right now'
    default:
      return assertNever(hold)
  }
}

function trunksFull({ allowed, trunks, others }: Extract<Hold, { is: 'trunk-full' }>): string {
  if (others.length > 0)
    return `${listed(trunks)} ${trunks.length === 1 ? 'is at its cap' : 'are at their cap'}; ${listed(others)} cannot be used`
  if (trunks.length === 1) return `All ${allowed} calls of the trunk are in use`
  return trunks.length === 2 ? 'Both trunks are at their cap' : `All ${trunks.length} trunks are at their cap`
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function outside({ until, zone, zones, by }: Extract<Hold, { is: 'outside-hours' }>): string {
  const where = zones > 1 ? ` in ${zones} zones` : ''
  const why = by === 'call hours' ? 'Outside call hours' : `Outside ${by}`
  return until === null
    ? `${why}${where}, and no window ever opens`
    : `${why}${where}, next opens ${wallClock(until, zone)}`
}
