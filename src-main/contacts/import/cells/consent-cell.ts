import type { Instant } from '../../../domain/ids.ts'
import { dateCell } from './date-cell.ts'

/** `at` `null`: given, the cell does not say when. */
export type ConsentCell =
  | { readonly is: 'given'; readonly at: Instant | null }
  | { readonly is: 'none' }
  | { readonly is: 'not_understood' }

const yes = new Set([
  'ja',
  'j',
  'yes',
  'y',
  'oui',
  'si',
  'sí',
  'sì',
  'sim',
  'tak',
  'true',
  'wahr',
  'vrai',
  '1',
  'x',
  '✓',
  '✔',
  'opt-in',
  'optin',
  'erteilt',
  'given',
  'granted',
])
const no = new Set([
  '',
  '-',
  '–',
  'nein',
  'n',
  'no',
  'non',
  'nie',
  'false',
  'falsch',
  'faux',
  '0',
  'opt-out',
  'optout',
  'none',
  'keine',
])

/** `ja, 03.09.2026`; `yes`; `2026-09-03`. A day that is still to come is not understood. */
export function consentCell(text: string, country: string, now: Instant): ConsentCell {
  const written = text.trim().toLowerCase()
  if (no.has(written)) return { is: 'none' }
  if (yes.has(written)) return { is: 'given', at: null }
  const parts = /^(\p{L}+)[\s,;:]+(?:am |on |le |since |seit |vom )?(.+)$/u.exec(written)
  const said = parts?.[1] ?? 'yes'
  const date = dateCell(parts?.[2] ?? written, country)
  const DAY = 86_400_000
  if (date === null || date > now + DAY || !yes.has(said)) return { is: 'not_understood' }
  return { is: 'given', at: Math.min(date, now) }
}
