import type { E164, Instant } from '../../../domain/ids.ts'
import type { ColumnUse, ImportPlan } from '../../../domain/import-plan.ts'
import type { Priority } from '../../../domain/lead.ts'
import { countryOf } from '../../../numbering/phone.ts'
import { phoneTypeOf } from '../../../numbering/phone-type.ts'
import { placeOf } from '../../../numbering/place-of.ts'
import { nowhere } from '../../write/place-id.ts'
import { consentCell } from '../cells/consent-cell.ts'
import { languageCell } from '../cells/language-cell.ts'
import { type PhoneCell, phoneCell } from '../cells/phone-cell.ts'
import { priorityCell } from '../cells/priority-cell.ts'
import { regionCell } from '../cells/region-cell.ts'
import { tagsCell } from '../cells/tags-cell.ts'
import { zoneCell } from '../cells/zone-cell.ts'
import { isFamilyName } from '../map/guess-use.ts'
import type { FileRow } from '../read/file-rows.ts'
import { brokenRow } from './broken-row.ts'
import type { Doubt, ImportRow, ReadRow, RowConsent } from './import-row.ts'

type Plan = Pick<ImportPlan, 'columns' | 'defaultCountry' | 'withoutNumber' | 'tags'>

const MOST_FURTHER = 9

/** How rows of a file become contacts by a plan. @param now consents of a later day are not believed */
export function rowReader(
  { columns, defaultCountry, withoutNumber, tags }: Plan,
  headings: readonly string[],
  now: Instant,
): (row: FileRow) => ReadRow {
  const country = defaultCountry.toUpperCase()
  const inOrder = [...columns.entries()].sort(
    ([one], [other]) =>
      Number(isFamilyName(headings[one] ?? '')) - Number(isFamilyName(headings[other] ?? '')),
  )
  return ({ line, cells }) => {
    const broken = brokenRow(cells, headings)
    if (broken !== null) return { rejected: broken }
    const draft = newDraft()
    for (const [column, use] of inOrder) {
      const cell = cells[column] ?? ''
      if (cell !== '') readCell(draft, use, column, cell, { country, now })
    }
    const phone = chosenPhone(draft)
    if (phone !== null && 'kind' in phone && (phone.kind !== 'Empty' || withoutNumber === 'reject'))
      return { rejected: { kind: phone.kind, reason: phone.reason, column: draft.phoneColumn } }
    const number = phone !== null && 'number' in phone ? phone.number : null
    const region = regionOf(draft, number, country)
    const row: ImportRow = {
      line,
      phone: number,
      written: draft.written,
      country: number === null ? null : countryOf(number),
      type: number === null ? null : phoneTypeOf(number),
      place: number === null ? nowhere(draft.zone) : placeOf(number, { zone: draft.zone, region }),
      region,
      name: draft.names.join(' '),
      zone: draft.zone,
      language: draft.language,
      priority: draft.priority,
      fields: draft.fields.length === 0 ? noFields : Object.fromEntries(draft.fields),
      further: furtherOf(draft, number),
      tags: draft.tags.length === 0 ? tags : [...new Set([...tags, ...tagsCell(draft.tags.join())])],
      consents: draft.consents,
    }
    return { row, doubts: draft.doubts }
  }
}

const noFields = {}

interface Draft {
  phone: PhoneCell
  phoneColumn: number | null
  written: string
  readonly names: string[]
  readonly further: { readonly column: number; readonly text: string; readonly read: PhoneCell }[]
  readonly fields: [string, string][]
  readonly tags: string[]
  readonly consents: RowConsent[]
  readonly doubts: Doubt[]
  zone: string | null
  region: { readonly column: number; readonly text: string } | null
  language: string | null
  priority: Priority | null
}

const newDraft = (): Draft => ({
  phone: { kind: 'Empty', reason: 'Empty' },
  phoneColumn: null,
  written: '',
  names: [],
  further: [],
  fields: [],
  tags: [],
  consents: [],
  doubts: [],
  zone: null,
  region: null,
  language: null,
  priority: null,
})

interface Reading {
  readonly country: string
  readonly now: Instant
}

function readCell(
  draft: Draft,
  use: ColumnUse,
  column: number,
  cell: string,
  { country, now }: Reading,
): void {
  const understood = <T>(value: T | null, what: string): T | null => {
    if (value === null) draft.doubts.push({ column, text: what })
    return value
  }
  switch (use.as) {
    case 'phone_number':
      draft.phone = phoneCell(cell, country)
      draft.phoneColumn = column
      draft.written = cell
      return
    case 'further_phone':
      draft.further.push({ column, text: cell, read: phoneCell(cell, country) })
      return
    case 'contact_name':
      draft.names.push(cell)
      return
    case 'field':
      draft.fields.push([use.key, cell])
      return
    case 'tags':
      draft.tags.push(cell)
      return
    case 'zone':
      draft.zone = understood(zoneCell(cell), 'No such time zone')
      return
    case 'region':
      draft.region = { column, text: cell }
      return
    case 'language':
      draft.language = understood(languageCell(cell), 'No such language')
      return
    case 'priority':
      draft.priority = understood(priorityCell(cell), 'No priority')
      return
    case 'consent': {
      const consent = consentCell(cell, country, now)
      if (consent.is === 'given') draft.consents.push({ kind: use.kind, at: consent.at, text: cell })
      if (consent.is === 'not_understood') draft.doubts.push({ column, text: 'Not understood: no consent' })
      return
    }
    case 'leave_out':
      return
  }
}

/** The first further number stands in where the column of numbers says nothing. */
function chosenPhone(draft: Draft): PhoneCell | null {
  const { phone } = draft
  if ('number' in phone || (phone.kind !== 'Empty' && phone.kind !== 'No digits')) return phone
  const stands = draft.further.find(({ read }) => 'number' in read)
  if (stands === undefined) return phone
  draft.written = stands.text
  return stands.read
}

function furtherOf(draft: Draft, first: E164 | null): readonly E164[] {
  const numbers = new Set<E164>()
  for (const { column, read } of draft.further) {
    if (!('number' in read)) draft.doubts.push({ column, text: read.reason })
    else if (read.number !== first && numbers.size < MOST_FURTHER) numbers.add(read.number)
  }
  return [...numbers]
}

function regionOf(draft: Draft, number: E164 | null, home: string): string | null {
  if (draft.region === null) return null
  const { column, text } = draft.region
  const region = regionCell(text, (number === null ? null : countryOf(number)) ?? home)
  if (region === null) draft.doubts.push({ column, text: 'No such state or province' })
  return region
}
