import { DateTime } from 'luxon'
import type { RulesReport } from '../../contract/compliance.ts'
import type { SkipReason } from '../../domain/lead.ts'
import type { Taken } from './taken-by-law.ts'

export type SkippedCounts = ReadonlyMap<SkipReason, number>
type HeldBack = RulesReport['heldBack']

interface Parts {
  readonly skipped: SkippedCounts
  readonly consent: RulesReport['consent']
  readonly taken: Taken
  readonly days: RulesReport['days']
}

/** Who is kept out for good first, then what takes time from the others. */
export function heldBack({ skipped, consent, taken, days }: Parts): HeldBack {
  const out = (is: HeldBack[number]['is'], reason: SkipReason, text: string, more = 0) => {
    const contacts = (skipped.get(reason) ?? 0) + more
    return contacts === 0 ? [] : [{ is, text, contacts }]
  }
  return [
    ...out('no_consent', 'no_consent', 'No consent on file', consent.missing),
    ...out('do_not_call', 'dnc', 'Do not call'),
    ...out('opted_out', 'opted_out', 'Opted out of this campaign'),
    ...out('invalid_number', 'invalid_number', 'Invalid number'),
    ...out('no_number', 'no_number', 'No number'),
    ...taken.rules.map(({ text, contacts }) => ({ is: 'law' as const, text, contacts })),
    ...days.flatMap(({ date, holidays }) =>
      holidays.map(({ name, country, contacts }) => ({
        is: 'holiday' as const,
        text: `${name}, ${shortDate(date)}${country === '' ? '' : `, ${country}`}`,
        contacts,
      })),
    ),
  ]
}

const shortDate = (date: string): string => DateTime.fromISO(date, { locale: 'en' }).toFormat('ccc d LLL')
