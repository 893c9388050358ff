import type Database from 'better-sqlite3'
import { fieldDate, fieldNumber } from '../domain/field-value.ts'
import { nameKey } from '../domain/name-key.ts'
import { hourOfWeek } from '../domain/zone-clock.ts'

/** What filters ask of texts and SQLite cannot do itself. */
export function addSqlFunctions(database: Database.Database): void {
  const add = (name: string, of: (text: string) => string | number | null) =>
    database.function(name, { deterministic: true, directOnly: true }, text =>
      typeof text === 'string' ? of(text) : null,
    )
  add('name_key', nameKey)
  add('field_number', fieldNumber)
  add('field_date', fieldDate)
  database.function('hour_of_week', { deterministic: true, directOnly: true }, (at, zone) =>
    typeof at === 'number' && typeof zone === 'string' ? hourOfWeek(zone, at) : null,
  )
}
