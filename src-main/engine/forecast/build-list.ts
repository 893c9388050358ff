import type { PastAttempt } from '../../domain/attempt-caps.ts'
import { consentHeld } from '../../domain/compliance/consent.ts'
import { rateFor } from '../../domain/cost.ts'
import type { E164, Instant, LeadId } from '../../domain/ids.ts'
import type { LeadStatus } from '../../domain/lead.ts'
import type { RateTable } from '../../domain/rates.ts'
import { areaOf } from '../../numbering/area-of.ts'
import { neverDialled } from '../../numbering/never-dialled.ts'
import { pastAttempt } from './attempt-book.ts'
import type { Places } from './build-places.ts'
import { createColumn } from './column.ts'
import type { ForecastList } from './forecast-input.ts'
import type { ForecastLead, ForecastRows } from './forecast-rows.ts'
import { holdCode } from './lead-state.ts'

/** The contacts who would be called, as columns; whoever is skipped at their turn is counted as settled. */
export function buildList(
  rows: ForecastRows,
  places: Places,
  keepsNumbers: boolean,
): { readonly list: ForecastList; readonly numbers: readonly E164[] } {
  const { campaign, at, consents, blockedPrefixes, blockedCountries } = rows
  const settled: Partial<Record<LeadStatus, number>> = { ...rows.settled }
  const ids = createColumn(length => new Float64Array(length))
  const place = createColumn(length => new Uint32Array(length))
  const priority = createColumn(length => new Int8Array(length))
  const isRetry = createColumn(length => new Uint8Array(length))
  const readyAt = createColumn(length => new Float64Array(length))
  const hold = createColumn(length => new Uint8Array(length))
  const attempts = createColumn(length => new Uint8Array(length))
  const unrung = createColumn(length => new Uint8Array(length))
  const rates = campaign.trunks.map(trunk => ({
    table: trunk.rates,
    column: createColumn(length => new Int16Array(length)),
  }))
  const area = createColumn(length => new Uint32Array(length))
  const areas = new Map<string, number>([['', 0]])
  const numbers: E164[] = []

  const isBlocked = ({ phone, place: where }: ForecastLead): boolean =>
    blockedPrefixes.some(prefix => phone.startsWith(prefix)) ||
    blockedCountries.has(rows.places.get(where)?.country ?? '')
  const isSkipped = (lead: ForecastLead, index: number): boolean => {
    const { skip, phone, contact } = lead
    if (skip !== null || neverDialled(phone) !== null) return true
    if (isBlocked(lead)) return true
    const need = places.consent(index)
    return need !== 'none' && !consentHeld(consents.get(contact) ?? [], campaign.settings.purpose, need, at)
  }
  const rateOf = (table: RateTable | null, phone: E164): number => {
    const found = table && rateFor(table, phone)
    return table && found ? table.rates.indexOf(found) : -1
  }
  const areaIndex = (phone: E164): number => {
    if (campaign.settings.rotation.localMatch !== 'area') return 0
    const name = areaOf(phone)
    const known = areas.get(name) ?? areas.size
    areas.set(name, known)
    return known
  }
  for (const lead of rows.leads()) {
    const index = places.index(lead.place)
    if (isSkipped(lead, index)) {
      settled.skipped = (settled.skipped ?? 0) + 1
      continue
    }
    ids.add(lead.lead)
    place.add(index)
    priority.add(lead.priority)
    isRetry.add(lead.isRetry ? 1 : 0)
    readyAt.add(lead.readyAt)
    hold.add(holdCode(lead.hold))
    attempts.add(lead.attempts)
    unrung.add(lead.unrung)
    for (const { table, column } of rates) column.add(rateOf(table, lead.phone))
    area.add(areaIndex(lead.phone))
    if (keepsNumbers) numbers.push(lead.phone)
  }
  const list: ForecastList = {
    size: ids.done().length,
    place: place.done(),
    priority: priority.done(),
    isRetry: isRetry.done(),
    readyAt: readyAt.done(),
    hold: hold.done(),
    attempts: attempts.done(),
    unrung: unrung.done(),
    rates: rates.map(({ column }) => column.done()),
    area: area.done(),
    areas: [...areas.keys()],
    ...callsBefore(rows, ids.done()),
    settled,
  }
  return { list, numbers }
}

function callsBefore(rows: ForecastRows, ids: Float64Array): Pick<ForecastList, 'earlier' | 'tries'> {
  const earlier = new Map<number, PastAttempt[]>()
  const tries = new Map<number, Instant[]>()
  for (const { lead, isOwn, at, result, refused } of rows.earlier()) {
    const index = indexOf(ids, lead)
    if (index < 0) continue
    append(earlier, index, pastAttempt(at, result, refused))
    if (isOwn) append(tries, index, at)
  }
  for (const list of tries.values()) list.reverse()
  return { earlier, tries }
}

function append<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** By halving: ids are in order. -1: it is not among them. */
function indexOf(ids: Float64Array, id: LeadId): number {
  let from = 0
  let to = ids.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ids[middle] as number) < id) from = middle + 1
    else to = middle
  }
  return ids[from] === id ? from : -1
}
