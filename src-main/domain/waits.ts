import { holdText } from './hold-text.ts'
import { closedZone } from './holds/closed.ts'
import type { CampaignFacts } from './holds/facts.ts'
import type { CampaignHold, Hold, LeadWait } from './holds/hold.ts'
import { waitNames } from './holds/wait-names.ts'
import type { CalendarState } from './hours.ts'
import type { Instant } from './ids.ts'
import type { LeadHold } from './lead.ts'
import { wallClock } from './schedule.ts'

/** Contacts that wait for the same thing. */
export interface Wait {
  readonly contacts: number
  /** "3,120 contacts wait for Mon 09:00 Europe/Berlin". */
  readonly text: string
  /** When the first of them can go on by itself; `null`: that is no matter of time. */
  readonly until: Instant | null
  readonly hold: Hold['is']
}

/** Contacts that wait at one place with the same status and priority. */
export interface WaitingCell {
  readonly zone: string
  readonly calendar: CalendarState
  /** How many carry each hold. */
  readonly holds: ReadonlyMap<LeadHold | null, number>
  /** When the first of them may be tried, hours aside. */
  readonly readyAt: Instant
}

interface Group {
  contacts: number
  until: Instant | null
  readonly hold: Hold['is']
  readonly what: (until: Instant | null) => string
}

/** Who waits for what, most contacts first: from counts by place, without looking at a single contact. */
export function waitsOf(
  cells: readonly WaitingCell[],
  { list }: Pick<CampaignFacts, 'list'>,
  holds: readonly CampaignHold[],
  now: Instant,
): readonly Wait[] {
  const groups = new Map<string, Group>()
  const add = (key: string, contacts: number, group: Omit<Group, 'contacts'>) => {
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { ...group, contacts })
    else {
      known.contacts += contacts
      if (group.until !== null && (known.until === null || group.until < known.until))
        known.until = group.until
    }
  }
  for (const cell of cells)
    for (const [hold, contacts] of cell.holds) {
      const group = groupOf(cell, hold, holds, now)
      add(group.key, contacts, group)
    }
  if (list.called > 0 && list.calledUntil !== null) {
    const what = () => 'may still call back'
    add('completion', list.called, { hold: 'completion', until: list.calledUntil, what })
  }
  return [...groups.values()]
    .sort((a, b) => b.contacts - a.contacts)
    .map(({ contacts, until, hold, what }) => ({
      contacts,
      until,
      hold,
      text: contacts === 1 ? `1 contact ${singular(what(until))}` : `${counted(contacts)} ${what(until)}`,
    }))
}

const counted = (contacts: number): string => `${contacts.toLocaleString('en')} contacts`

const singular = (does: string): string => does.replace(/^wait\b/, 'waits').replace(/^have\b/, 'has')

function groupOf(
  { zone, calendar, readyAt }: WaitingCell,
  hold: LeadHold | null,
  holds: readonly CampaignHold[],
  now: Instant,
): Omit<Group, 'contacts'> & { readonly key: string } {
  if (hold !== null && readyAt > now) {
    const is = waitNames[hold]
    return { key: is, hold: is, until: readyAt, what: until => `${own[is]}, the first ${at(until, zone)}` }
  }
  if (!calendar.open) {
    const where = closedZone(calendar, zone)
    return {
      key: `hours ${calendar.opensAt} ${where}`,
      hold: 'outside-hours',
      until: calendar.opensAt,
      what: until =>
        until === null ? 'wait for hours that never open' : `wait for ${wallClock(until, where)}`,
    }
  }
  const first = holds.find(({ is }) => !aboutOthers.has(is))
  if (first === undefined)
    return { key: 'turn', hold: 'rate', until: null, what: () => 'wait for their turn' }
  const thing = things[first.is]
  return {
    key: first.is,
    hold: first.is,
    until: first.until,
    what: () => (thing === undefined ? `wait: ${holdText(first)}` : `wait for ${thing}`),
  }
}

/** What contacts wait for whose place is closed or who have had their try. */
const aboutOthers: ReadonlySet<Hold['is']> = new Set([
  'outside-hours',
  'completion',
  ...Object.values(waitNames),
])

const things: Readonly<Partial<Record<Hold['is'], string>>> = {
  'no-number': 'a number',
  'numbers-capped': 'a number',
  'campaign-full': 'a free call of the campaign',
  'trunk-full': 'a free call on a trunk',
  'workspace-full': 'a free call of the workspace',
  interval: 'their turn',
  rate: 'their turn',
  'hourly-cap': 'the next call of the hour',
}

const own: Readonly<Record<LeadWait['is'], string>> = {
  'retry-later': 'wait for a retry',
  'agreed-time': 'wait for an agreed call back',
  'trunk-refused': 'wait after a refusal of the trunk',
  'peer-silent': 'wait after a silence of the trunk',
  'cap-later': 'have had their attempts',
}

const at = (until: Instant | null, zone: string): string => (until === null ? 'now' : wallClock(until, zone))
