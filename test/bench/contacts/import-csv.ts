import { closeSync, openSync, writeSync } from 'node:fs'
import { readPhone } from '../../../src-main/numbering/phone.ts'
import { cities, firstNames, lastNames, numberPlans } from './people.ts'

/**
 * A file of contacts with numbers of twenty countries: 5 % of its rows repeat a number, 1 % have none that exists.
 * Semicolons, a heading, eight columns as CRM systems export them.
 */
export function writeContactsCsv(path: string, rows: number): void {
  const file = openSync(path, 'w')
  let held = 'Telefon;Kunde;Gruppe;Termin;Einw.;Zone;Notiz;Kundennr\n'
  for (let at = 0; at < rows; at += 1) {
    const person = at % 20 === 19 ? at - 10 : at
    const phone = at % 100 === 50 ? '12 34' : numberOf(person)
    const name = `${pick(lastNames, at * 7)}, ${pick(firstNames, at * 13)}`
    const tags = at % 3 === 0 ? 'VIP, Berlin' : ''
    const consent = at % 4 === 0 ? '"ja, 03.09.2026"' : ''
    held += `${phone};${name};${tags};2026-12-${String((at % 28) + 1).padStart(2, '0')};${consent};;${pick(cities, at)} calls back;${100_000 + at}\n`
    if (held.length > 1 << 20) {
      writeSync(file, held)
      held = ''
    }
  }
  writeSync(file, held)
  closeSync(file)
}

/** The first digit after the prefix by which a plan has numbers. */
const plans = numberPlans.map(({ prefix, digits }) => {
  const first = [2, 1, 5].find(digit => 'number' in readPhone(prefix + digit * 10 ** (digits - 1), 'DE'))
  if (first === undefined) throw new Error(`${prefix} has no such numbers`)
  return { prefix, from: first * 10 ** (digits - 1) }
})

/** Each contact its own: the plans take turns, and within one the numbers count up. */
function numberOf(person: number): string {
  const { prefix, from } = pick(plans, person)
  return prefix + (from + Math.floor(person / plans.length))
}

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T
